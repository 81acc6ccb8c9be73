package dev.callsheet.metrics;

import dev.callsheet.metrics.ScenarioHistory.Comparison;
import dev.callsheet.stats.ExactBinomial;
import dev.callsheet.stats.MultipleTesting;
import dev.callsheet.stats.PassScan;
import dev.callsheet.stats.PassSegments;
import dev.callsheet.stats.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says of each scenario how it stands and what happened to it, each claim with a known error probability (metrics.md
 * 2.5). A scenario's nights are cut where its pass rate changed; tonight is compared with the nights since then; and the
 * state is what the runs of tonight, or else of all those nights, prove.
 */
final class DecisionProcedure {

    /** The pass probability that a broken scenario does not reach. */
    static final double HALF = 0.5;

    private final Rules rules;

    private DecisionProcedure(Rules rules) {
        this.rules = rules;
    }

    /**
     * Decides all scenarios of a suite together: what the noise of many scenarios would bring by chance is taken into
     * account.
     *
     * @param suite by scenario: its nights, oldest first, the last being tonight, with or without runs; none is empty
     */
    static SortedMap<String, Decision> decide(SortedMap<String, List<NightOutcomes>> suite, Rules rules) {
        return new DecisionProcedure(rules).decide(suite);
    }

    private SortedMap<String, Decision> decide(SortedMap<String, List<NightOutcomes>> suite) {
        long withData = suite.values().stream()
                .filter(nights -> nights.stream().anyMatch(NightOutcomes::isValid))
                .count();
        double changeAlpha = rules.changeAlpha(withData);
        SortedMap<String, ScenarioHistory> histories = new TreeMap<>();
        suite.forEach((id, nights) -> histories.put(id, ScenarioHistory.of(nights, changeAlpha, rules)));
        Map<String, Decision.TonightTest> tests = tests(histories);
        SortedMap<String, Decision> decisions = new TreeMap<>();
        histories.forEach((id, history) -> decisions.put(id, decision(history, tests.get(id))));
        return decisions;
    }

    /** Step 3: tonight against the regime so far, adjusted over all scenarios, each direction by itself. */
    private SortedMap<String, Decision.TonightTest> tests(SortedMap<String, ScenarioHistory> histories) {
        SortedMap<String, Comparison> comparisons = new TreeMap<>();
        histories.forEach((id, history) -> {
            Comparison comparison = history.comparison(rules);
            if (comparison != null) {
                comparisons.put(id, comparison);
            }
        });
        List<Double> drops = adjusted(comparisons, Comparison::drop);
        List<Double> rises = adjusted(comparisons, Comparison::rise);
        SortedMap<String, Decision.TonightTest> tests = new TreeMap<>();
        comparisons.forEach((id, of) -> tests.put(
                id,
                new Decision.TonightTest(
                        of.since(),
                        Rate.of(of.before()),
                        Rate.of(of.tonight()),
                        of.drop(),
                        of.rise(),
                        drops.get(tests.size()),
                        rises.get(tests.size()),
                        rules.falseDiscoveryRate())));
        return tests;
    }

    private static List<Double> adjusted(SortedMap<String, Comparison> comparisons, ToDoubleFunction<Comparison> p) {
        return MultipleTesting.benjaminiHochberg(
                comparisons.values().stream().mapToDouble(p).boxed().toList());
    }

    private Decision decision(ScenarioHistory history, Decision.@Nullable TonightTest test) {
        boolean onlyErrors = !history.tonight().isValid() && history.tonight().infrastructure() > 0;
        if (history.valid().isEmpty()) {
            return new Decision(
                    history.errors() ? State.INFRA : State.NO_DATA,
                    Event.NONE,
                    null,
                    null,
                    onlyErrors,
                    null,
                    null,
                    null,
                    List.of());
        }
        boolean tonightDiffers = test != null && (test.isLower() || test.isHigher());
        List<NightOutcomes> judged = tonightDiffers ? List.of(history.tonight()) : history.regime();
        Trials trials = ScenarioHistory.sum(judged);
        State state = state(judged, trials);
        Happened happened = happened(history, test, trials);
        return new Decision(
                state,
                happened.event,
                happened.since,
                happened.since == null ? null : Rate.of(since(happened.since, history.valid())),
                onlyErrors,
                new Decision.Regime(judged.get(0).night(), judged.size(), Rate.of(trials)),
                proof(state, trials),
                test,
                changes(history));
    }

    /** Step 4, the first that fits. */
    private State state(List<NightOutcomes> judged, Trials trials) {
        long passed = trials.passed();
        long n = trials.n();
        boolean mixed = passed > 0 && passed < n;
        if (ExactBinomial.probabilityAtMost(passed, n, HALF) <= rules.alpha()) {
            return State.BROKEN;
        }
        if (mixed
                && goesToAndFro(judged)
                && ExactBinomial.probabilityAtMost(passed, n, rules.tolerance()) <= rules.alpha()) {
            return State.FLAKY;
        }
        if (ExactBinomial.probabilityAtLeast(passed, n, rules.floor()) <= rules.alpha()) {
            return State.RELIABLE;
        }
        return mixed ? State.SUSPECT : State.INSUFFICIENT;
    }

    /** Whether it passed and failed by turns, and did not merely change once: in one set, or there and back. */
    private static boolean goesToAndFro(List<NightOutcomes> judged) {
        if (judged.stream().anyMatch(NightOutcomes::mixedSet)) {
            return true;
        }
        List<Boolean> outcomes = judged.stream()
                .filter(NightOutcomes::isUnmixed)
                .map(night -> night.passed() > 0)
                .toList();
        int flips = 0;
        for (int i = 1; i < outcomes.size(); i++) {
            flips += outcomes.get(i).equals(outcomes.get(i - 1)) ? 0 : 1;
        }
        return flips >= 2;
    }

    private double proof(State state, Trials trials) {
        long passed = trials.passed();
        long n = trials.n();
        return switch (state) {
            case BROKEN -> ExactBinomial.probabilityAtMost(passed, n, HALF);
            case FLAKY -> ExactBinomial.probabilityAtMost(passed, n, rules.tolerance());
            case RELIABLE -> ExactBinomial.probabilityAtLeast(passed, n, rules.floor());
            case SUSPECT, INSUFFICIENT, INFRA, NO_DATA ->
                passed == 0
                        ? ExactBinomial.probabilityAtMost(passed, n, HALF)
                        : Math.min(
                                passed == n ? 1 : ExactBinomial.probabilityAtMost(passed, n, rules.tolerance()),
                                ExactBinomial.probabilityAtLeast(passed, n, rules.floor()));
        };
    }

    private record Happened(Event event, @Nullable LocalDate since) {}

    /** Step 5. */
    private Happened happened(ScenarioHistory history, Decision.@Nullable TonightTest test, Trials judged) {
        if (test != null && test.isLower()) {
            return new Happened(Event.REGRESSED, history.tonight().night());
        }
        if (test != null && test.isHigher()) {
            return new Happened(better(judged), history.tonight().night());
        }
        List<NightOutcomes> valid = history.valid();
        if (!history.changes().isEmpty() && history.nightsSinceChange() <= rules.recentNights()) {
            Decision.Change change = change(history.lastChange(), valid);
            return new Happened(change.isDrop() ? Event.REGRESSED : better(judged), began(history));
        }
        return valid.size() < rules.newNights()
                ? new Happened(Event.NEW, valid.get(0).night())
                : new Happened(Event.NONE, null);
    }

    /**
     * The first night of the current level whose runs are likelier at the rate after the last change than at the one
     * before. Both sides of a cut have two nights, so a fall of tonight alone is cut a night too early.
     */
    private static LocalDate began(ScenarioHistory history) {
        PassScan scan = history.lastChange().scan();
        return history.regime().stream()
                .filter(night ->
                        scan.after().likelihood(night.trials()) > scan.before().likelihood(night.trials()))
                .findFirst()
                .orElse(history.regime().get(0))
                .night();
    }

    private static Trials since(LocalDate night, List<NightOutcomes> valid) {
        return ScenarioHistory.sum(
                valid.stream().filter(entry -> !entry.night().isBefore(night)).toList());
    }

    private Event better(Trials judged) {
        return judged.isAtLeast(rules.floor()) ? Event.FIXED : Event.IMPROVED;
    }

    private static List<Decision.Change> changes(ScenarioHistory history) {
        List<Decision.Change> changes = new ArrayList<>();
        history.changes().forEach(change -> changes.add(change(change, history.valid())));
        return List.copyOf(changes);
    }

    private static Decision.Change change(PassSegments.Change change, List<NightOutcomes> valid) {
        return new Decision.Change(
                valid.get(change.night()).night(),
                Rate.of(change.scan().before()),
                Rate.of(change.scan().after()),
                change.scan().p(),
                change.scan().adjustedP(),
                change.scan().dispersion());
    }
}
