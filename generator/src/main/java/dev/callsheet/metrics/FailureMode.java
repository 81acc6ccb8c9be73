package dev.callsheet.metrics;

import dev.callsheet.model.SimulationSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A failure mode that simulation sets report in the API's own words ({@code common_failure_modes}); texts of one
 * signature are one mode (metrics.md 7.1).
 *
 * @param signature the normalised text; unique
 * @param text the most frequent wording
 * @param setIds sets that report it, sorted
 * @param scenarioIds scenarios that it is reported of, sorted
 */
public record FailureMode(String signature, String text, List<String> setIds, List<String> scenarioIds) {

    /** The mode with most sets times scenarios first. */
    private static final Comparator<FailureMode> ORDER = Comparator.comparing(
                    (FailureMode mode) -> -(long) mode.setIds.size() * mode.scenarioIds.size())
            .thenComparing(FailureMode::text);

    /** Where a set reports a mode. */
    private record Report(String setId, String scenarioId) {}

    static List<FailureMode> of(Collection<SimulationSet> sets) {
        TextGroups<Report> texts = new TextGroups<>();
        for (SimulationSet set : sets) {
            for (SimulationSet.PerScenario scenario : set.perScenario()) {
                scenario.failureModes().forEach(text -> texts.add(text, new Report(set.id(), scenario.scenarioId())));
            }
        }
        return texts.exact().stream()
                .map(group -> new FailureMode(
                        group.signature(),
                        group.label(),
                        ids(group.occurrences(), Report::setId),
                        ids(group.occurrences(), Report::scenarioId)))
                .sorted(ORDER)
                .toList();
    }

    private static List<String> ids(List<Report> reports, Function<Report, String> id) {
        return reports.stream().map(id).distinct().sorted().toList();
    }
}
