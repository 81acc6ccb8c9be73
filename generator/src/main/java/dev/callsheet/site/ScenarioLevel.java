package dev.callsheet.site;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a scenario stands over the last nights with a result.
 *
 * @param note which nights
 * @param strip the pass rate of the last days; null when the report has no night
 */
public record ScenarioLevel(String note, @Nullable Cell strip, List<Fact> facts) {

    private static final int MOST_K = 5;

    static ScenarioLevel of(ScenarioNumbers scenario, @Nullable LocalDate night, Rules rules) {
        return new ScenarioLevel(
                WindowWords.last(scenario, rules),
                night == null ? null : Strip.cell(scenario.entries(), night),
                facts(scenario));
    }

    private static List<Fact> facts(ScenarioNumbers scenario) {
        Rate window = Rate.of(scenario.window());
        List<Fact> facts = new ArrayList<>();
        Decision.Regime judged = scenario.decision().judged();
        if (judged != null) {
            facts.add(Fact.of(
                    "judged",
                    Words.fraction(judged.rate()) + " since " + Format.shortDate(judged.since()) + ", "
                            + Format.count(judged.nights(), "night")));
            facts.add(Fact.of("to settle", settled(scenario.runsToDecide())));
        }
        facts.add(new Fact("outcome", Words.outcome(scenario.window())));
        facts.add(Fact.of("passed", Words.fraction(window) + " (" + Format.percent(window.passed(), window.n()) + ")"));
        facts.add(Fact.of("95 % interval", Format.interval(window.interval())));
        String beside = Words.beside(scenario.window());
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        if (!scenario.passHat().isEmpty()) {
            facts.add(Fact.of("pass^k", passHat(scenario)));
        }
        if (scenario.flips().rate() != null) {
            facts.add(Fact.of(
                    "flips",
                    scenario.flips().flips() + " ("
                            + Format.decimal(scenario.flips().rate(), 2) + " a run)"));
        }
        score(facts, scenario.score());
        if (scenario.turns() != null && scenario.turns().median() != null) {
            facts.add(
                    Fact.of("turns", "median " + Format.decimal(scenario.turns().median(), 1)));
        }
        if (scenario.duration() != null && scenario.duration().median() != null) {
            facts.add(Fact.of(
                    "duration",
                    "median " + Format.duration(Math.round(scenario.duration().median()))));
        }
        return facts;
    }

    private static String settled(@Nullable Long more) {
        if (more == null) {
            return "more runs than one would make";
        }
        return more == 0 ? "nothing more" : Format.count(more, "more run");
    }

    private static String passHat(ScenarioNumbers scenario) {
        return IntStream.rangeClosed(1, Math.min(MOST_K, scenario.passHat().size()))
                .mapToObj(k -> "k=" + k + " " + ScenariosPage.passHat(scenario, k))
                .collect(Collectors.joining(", "));
    }

    private static void score(List<Fact> facts, @Nullable Summary summary) {
        if (summary != null) {
            facts.add(Fact.of(
                    "score",
                    "mean " + Format.score(summary.mean()) + ", sd " + Format.score(summary.sampleSd()) + ", "
                            + Format.score(summary.min()) + " to " + Format.score(summary.max())));
        }
    }
}
