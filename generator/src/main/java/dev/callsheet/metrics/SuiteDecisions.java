package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts the runs of every scenario before the decision procedure, night by night. Runs of a set of which nearly all
 * errored are no evidence about the agent and are taken as errors (metrics.md 0.1).
 */
final class SuiteDecisions {

    private final Rules rules;
    private final ErrorSets errorSets;
    private final SortedMap<String, List<NightOutcomes>> outcomes = new TreeMap<>();

    /** @param timelines of every scenario, by id */
    SuiteDecisions(SortedMap<String, Timeline> timelines, ErrorSets errorSets, Rules rules) {
        this.rules = rules;
        this.errorSets = errorSets;
        timelines.forEach((id, timeline) ->
                outcomes.put(id, timeline.entries().stream().map(this::outcomes).toList()));
    }

    /** What could be said on a night from the runs up to then, of every scenario that had run by then. */
    SortedMap<String, Decision> on(LocalDate night) {
        SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
        outcomes.forEach((id, nights) -> {
            List<NightOutcomes> upTo = upTo(night, nights);
            if (!upTo.isEmpty()) {
                suite.put(id, upTo);
            }
        });
        return DecisionProcedure.decide(suite, rules);
    }

    private static List<NightOutcomes> upTo(LocalDate night, List<NightOutcomes> nights) {
        int end = nights.size();
        while (end > 0 && nights.get(end - 1).night().isAfter(night)) {
            end--;
        }
        List<NightOutcomes> upTo = nights.subList(0, end);
        if (upTo.isEmpty() || upTo.get(end - 1).night().equals(night)) {
            return upTo;
        }
        List<NightOutcomes> withTonight = new ArrayList<>(upTo);
        withTonight.add(NightOutcomes.none(night));
        return withTonight;
    }

    private NightOutcomes outcomes(NightEntry entry) {
        Tally evidence = Tally.ZERO;
        long taken = 0;
        boolean mixed = false;
        for (Map.Entry<String, Tally> set : entry.sets().entrySet()) {
            if (errorSets.names().contains(set.getKey())) {
                taken += set.getValue().valid();
            } else {
                evidence = evidence.plus(set.getValue());
                mixed |= set.getValue().outcome() == Tally.Outcome.MIXED;
            }
        }
        return new NightOutcomes(
                entry.night(),
                evidence.passed(),
                evidence.failed(),
                entry.tally().error() + entry.tally().cancelled() + taken,
                mixed);
    }
}
