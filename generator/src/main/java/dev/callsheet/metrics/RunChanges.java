package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Tally.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some runs against earlier ones, a night's or a batch's, as plain facts about which scenarios passed in full
 * (metrics.md 3.1). With few runs of each scenario most of these are chance; nothing here says that a change is real.
 *
 * @param newlyFailing passed every run then, failed one now; lists hold scenario ids, sorted
 * @param newlyPassing failed a run then, passes every run now
 * @param stillFailing failed every run both times
 * @param stillMixed neither of these, and not passing in full either time
 * @param added ran now, not then
 * @param missing ran then, not now
 */
public record RunChanges(
        List<String> newlyFailing,
        List<String> newlyPassing,
        List<String> stillFailing,
        List<String> stillPassing,
        List<String> stillMixed,
        List<String> added,
        List<String> missing) {

    static RunChanges between(List<CorpusRun> then, List<CorpusRun> now) {
        return between(byScenario(then), byScenario(now));
    }

    /** @param then by scenario id; so now */
    static RunChanges between(SortedMap<String, Tally> then, SortedMap<String, Tally> now) {
        SortedMap<String, Tally> before = valid(then);
        SortedMap<String, Tally> after = valid(now);
        RunChanges changes = new RunChanges(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        after.forEach((id, tally) -> {
            Tally earlier = before.get(id);
            (earlier == null ? changes.added : changes.list(earlier.outcome(), tally.outcome())).add(id);
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(changes.missing::add);
        return changes;
    }

    /** Whether no scenario went from passing in full to failing a run, or back. */
    public boolean isQuiet() {
        return newlyFailing.isEmpty() && newlyPassing.isEmpty();
    }

    private List<String> list(Outcome then, Outcome now) {
        if (then == Outcome.ALL_PASSED) {
            return now == Outcome.ALL_PASSED ? stillPassing : newlyFailing;
        }
        if (now == Outcome.ALL_PASSED) {
            return newlyPassing;
        }
        return then == Outcome.ALL_FAILED && now == Outcome.ALL_FAILED ? stillFailing : stillMixed;
    }

    private static SortedMap<String, Tally> byScenario(List<CorpusRun> runs) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        for (CorpusRun run : runs) {
            tallies.merge(run.facts().scenarioId(), Tally.of(run.facts().status()), Tally::plus);
        }
        return tallies;
    }

    private static SortedMap<String, Tally> valid(SortedMap<String, Tally> tallies) {
        SortedMap<String, Tally> valid = new TreeMap<>(tallies);
        valid.values().removeIf(tally -> tally.valid() == 0);
        return valid;
    }
}
