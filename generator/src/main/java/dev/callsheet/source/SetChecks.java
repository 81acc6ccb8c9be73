package dev.callsheet.source;

import dev.callsheet.model.Place;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.Overall;
import dev.callsheet.model.SimulationSet.PerScenario;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the figures of a simulation set contradict one another. All of them are kept and marked. */
final class SetChecks {

    // Rates are printed with two or three decimals.
    private static final double ROUNDING = 0.00501;
    private static final String HINT = "shown as the API gave it, beside what the runs say";

    private final RecordProblems problems;

    private SetChecks(RecordProblems problems) {
        this.problems = problems;
    }

    static void check(SimulationSet set, RecordProblems problems) {
        SetChecks checks = new SetChecks(problems);
        checks.checkTimes(set);
        for (PerScenario scenario : set.perScenario()) {
            checks.checkCounts(scenario, set.simulationsPerScenario());
            checks.checkFlaky(scenario);
            checks.checkScores(scenario);
        }
        if (!set.perScenario().isEmpty()) {
            checks.checkOverall(set);
        }
    }

    private void checkTimes(SimulationSet set) {
        if (set.createdAt() != null
                && set.completedAt() != null
                && set.completedAt().isBefore(set.createdAt())) {
            doubt(set.place().at("completed_at"), "a time after created_at", set.completedAt());
        }
    }

    private void checkCounts(PerScenario scenario, @Nullable Integer simulations) {
        Place place = scenario.place();
        Integer total = scenario.totalRuns();
        Integer passed = scenario.passed();
        Integer failed = scenario.failed();
        if (total == null) {
            return;
        }
        if (total == 0 && (scenario.passRate() != null || scenario.meanScore() != null)) {
            doubt(place.at("total_runs"), "at least 1, since a rate or scores are given", total);
        }
        if (simulations != null && total > simulations) {
            doubt(place.at("total_runs"), "at most simulations_per_scenario, " + simulations, total);
        }
        if (passed != null && passed > total) {
            doubt(place.at("passed"), "at most total_runs, " + total, passed);
        } else if (failed != null && (long) failed + (passed == null ? 0 : passed) > total) {
            doubt(place.at("failed"), "at most total_runs, " + total + ", together with passed", failed);
        } else if (passed != null && scenario.passRate() != null && total > 0) {
            double rate = scenario.passRate().value();
            int decided = passed + (failed == null ? 0 : failed);
            if (!isNear(rate, passed, total) && (failed == null || decided == 0 || !isNear(rate, passed, decided))) {
                doubt(place.at("pass_rate"), passed + " of " + total, rate);
            }
        }
    }

    private void checkFlaky(PerScenario scenario) {
        Integer total = scenario.totalRuns();
        Integer passed = scenario.passed();
        Integer failed = scenario.failed();
        if (scenario.flaky() == null || total == null || passed == null) {
            return;
        }
        boolean mixed = passed > 0 && (failed == null ? passed < total : failed > 0);
        boolean mayBeMixed = passed > 0 && passed < total;
        if (scenario.flaky() ? !mayBeMixed : mixed) {
            doubt(scenario.place().at("is_flaky"), "what " + passed + " passed of " + total + " say", scenario.flaky());
        }
    }

    private void checkScores(PerScenario scenario) {
        Place scores = scenario.place().at("scores");
        Integer passed = scenario.passed();
        Score low = scenario.minScore();
        Score high = scenario.maxScore();
        if (passed != null && passed > 0 && scenario.meanScore() == null) {
            doubt(scores, "scores, since " + passed + " runs passed", "none");
        }
        if (low != null && high != null && low.compareTo(high) > 0) {
            doubt(scores.at("min"), "at most max, " + high.decimal(), low.decimal());
            return;
        }
        checkWithin(scores.at("mean"), scenario.meanScore(), low, high);
        checkWithin(scores.at("median"), scenario.medianScore(), low, high);
    }

    private void checkWithin(Place place, @Nullable Score score, @Nullable Score low, @Nullable Score high) {
        if (score != null
                && ((low != null && score.value() < low.value() - ROUNDING)
                        || (high != null && score.value() > high.value() + ROUNDING))) {
            doubt(place, "a score between min and max", score.decimal());
        }
    }

    private void checkOverall(SimulationSet set) {
        Place place = set.place().at("statistics").at("overall");
        List<PerScenario> scenarios = set.perScenario();
        if (set.totalScenarios() != null && scenarios.size() > set.totalScenarios()) {
            String expected = scenarios.size() + " or more, as many scenarios have statistics";
            doubt(set.place().at("total_scenarios"), expected, set.totalScenarios());
        }
        Overall overall = set.overall();
        if (overall == null) {
            doubt(place, "figures for the whole set", "none");
            return;
        }
        if (scenarios.stream().allMatch(s -> s.totalRuns() != null) && overall.totalRuns() != null) {
            long sum = scenarios.stream()
                    .map(PerScenario::totalRuns)
                    .filter(Objects::nonNull)
                    .mapToLong(n -> n)
                    .sum();
            if (sum != overall.totalRuns()) {
                doubt(place.at("total_runs"), sum + ", the sum over the scenarios", overall.totalRuns());
            }
        }
        checkFlags(place, scenarios, overall);
        checkRate(place, scenarios, overall);
    }

    private void checkFlags(Place place, List<PerScenario> scenarios, Overall overall) {
        long flaky =
                scenarios.stream().filter(s -> Boolean.TRUE.equals(s.flaky())).count();
        if (overall.flakyCount() != null
                && scenarios.stream().allMatch(s -> s.flaky() != null)
                && flaky != overall.flakyCount()) {
            doubt(place.at("flaky_count"), flaky + ", as many scenarios have is_flaky", overall.flakyCount());
        }
        if (overall.reliableCount() != null && overall.reliableCount() > scenarios.size()) {
            String expected = "at most " + scenarios.size() + ", as many scenarios have statistics";
            doubt(place.at("reliable_count"), expected, overall.reliableCount());
        }
    }

    private void checkRate(Place place, List<PerScenario> scenarios, Overall overall) {
        if (overall.averagePassRate() == null || scenarios.stream().anyMatch(s -> s.passRate() == null)) {
            return;
        }
        double mean = scenarios.stream()
                .map(PerScenario::passRate)
                .filter(Objects::nonNull)
                .mapToLong(Score::billionths)
                .average()
                .orElse(0);
        long passed = scenarios.stream()
                .map(PerScenario::passed)
                .filter(Objects::nonNull)
                .mapToLong(n -> n)
                .sum();
        long total = scenarios.stream()
                .map(PerScenario::totalRuns)
                .filter(Objects::nonNull)
                .mapToLong(n -> n)
                .sum();
        double rate = overall.averagePassRate().value();
        if (Math.abs(rate - mean / Score.ONE) > ROUNDING && (total == 0 || !isNear(rate, passed, total))) {
            doubt(place.at("avg_pass_rate"), "the mean of the scenarios' pass rates", rate);
        }
    }

    private static boolean isNear(double rate, long part, long whole) {
        return Math.abs(rate - (double) part / whole) <= ROUNDING;
    }

    private void doubt(Place place, String expected, Object found) {
        problems.doubtful(place, expected, found.toString(), HINT);
    }
}
