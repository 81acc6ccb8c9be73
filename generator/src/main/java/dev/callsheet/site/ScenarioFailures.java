package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Attribution;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where calls of a scenario fail and on what: nodes, our groups of failures, the API's own. Only what is known. */
final class ScenarioFailures {

    private static final int MOST = 20;

    private ScenarioFailures() {}

    /** Runs of the scenario in a group of failures. */
    private record Here(FailureGroup group, List<CorpusRun> runs) {}

    static List<Section> of(PageContext context, ScenarioNumbers scenario) {
        Analysis analysis = context.report().analysis();
        return Stream.concat(
                        where(context, scenario.pathwayId(), scenario.where()).stream(),
                        Stream.of(
                                groups(context, scenario.id(), analysis.failures()),
                                modes(context, scenario.id(), analysis.failureModes())))
                .filter(section -> !section.table().isEmpty())
                .toList();
    }

    /** What is known of where its calls fail: tables of what its failing runs have in common only where there is such. */
    static List<Section> where(PageContext context, @Nullable String pathwayId, Attribution where) {
        List<Section> sections = new ArrayList<>();
        sections.add(nodes(context, pathwayId, where.nodes()));
        sections.add(NodeTables.transitions(where.transitions(), NodeTables.fewColumns("Transition")));
        sections.add(NodeTables.absences(where.absences(), NodeTables.fewColumnsOfAbsence()));
        sections.add(NodeTables.partings(where.partings(), "the scenario's"));
        sections.add(NodeTables.stops(where.stops()));
        return sections;
    }

    static Section nodes(PageContext context, @Nullable String pathwayId, List<NodeNumbers> nodes) {
        Section section = new LongTable<>(
                        "nodes",
                        "Nodes",
                        "those most associated with failing first; nodes late in a call may be symptoms",
                        "Nodes that calls of the scenario visited",
                        nodes,
                        NodeTables.fewColumns("Node"),
                        "")
                .only(MOST, "data/nodes.csv");
        Link method = Verdicts.rule(context, "How nodes are ranked", "rule-6-2");
        return pathwayId == null || !context.exists(SitePaths.pathway(pathwayId))
                ? section.with(method)
                : section.with(context.link(SitePaths.pathway(pathwayId), "the pathway's nodes"), method);
    }

    static Section groups(PageContext context, String scenarioId, List<FailureGroup> failures) {
        List<Here> groups = failures.stream()
                .filter(group -> group.scenarioIds().contains(scenarioId))
                .map(group -> new Here(group, runs(scenarioId, group)))
                .sorted(Comparator.comparing((Here here) -> here.runs().size())
                        .reversed()
                        .thenComparing(here -> here.group().label())
                        .thenComparing(here -> here.group().signature()))
                .toList();
        return new LongTable<>(
                        "failures",
                        "Failure modes",
                        "failed assertions and error messages, by words",
                        "Groups of failures, by runs of the scenario",
                        groups,
                        List.of(
                                Table.Column.text(
                                        "Failure",
                                        here -> context.cell(
                                                SitePaths.failure(here.group()),
                                                here.group().label())),
                                Table.Column.number(
                                        "Runs",
                                        here -> Format.grouped(here.runs().size())),
                                Table.Column.number("Last", here -> last(context, here.runs()))),
                        "")
                .only(MOST, "data/failures.csv");
    }

    private static List<CorpusRun> runs(String scenarioId, FailureGroup group) {
        return group.runs().stream()
                .filter(run -> run.facts().scenarioId().equals(scenarioId))
                .toList();
    }

    private static String last(PageContext context, List<CorpusRun> runs) {
        return runs.stream()
                .map(context.report().analysis().nights()::of)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Format::shortDate)
                .orElse(Format.UNDEFINED);
    }

    static Section modes(PageContext context, String scenarioId, List<FailureMode> failureModes) {
        List<FailureMode> modes = failureModes.stream()
                .filter(mode -> mode.scenarioIds().contains(scenarioId))
                .toList();
        return new LongTable<>(
                        "modes",
                        "Failure modes in the API's words",
                        "from its simulation sets, not checked",
                        "Failure modes that the API's simulation sets name",
                        modes,
                        List.of(
                                Table.Column.text("In the API's words", mode -> Cell.text(mode.text())),
                                Table.Column.text(
                                        "Sets",
                                        mode -> new Cell.Links(mode.setIds().stream()
                                                .limit(MOST)
                                                .map(id ->
                                                        context.link(SitePaths.simulationSet(id), Format.shortId(id)))
                                                .toList()))),
                        "")
                .only(MOST, "data/report.json");
    }
}
