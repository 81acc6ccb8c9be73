package dev.callsheet.site;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ScenarioNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of one pathway: which nodes its calls came by, and how they ended. */
final class PathwayPage {

    static final String CAVEAT =
            "A node counts once a run, since the nodes that a run visited are no trace of its route. "
                    + "Nodes after a failure, such as a fallback or a transfer, are its symptoms: failing calls end up there.";

    private static final int MOST_NAMED = 30;

    private PathwayPage() {}

    /**
     * What the page shows.
     *
     * @param id of the pathway; empty for runs that name none
     * @param neverVisited nodes that an assertion wants and no run visited; the first of them when they are many
     * @param neverVisitedMore how many further ones, in words; empty when there is none
     */
    public record View(
            String headline,
            String id,
            List<String> lead,
            Section nodes,
            List<String> neverVisited,
            String neverVisitedMore,
            Section scenarios) {}

    /**
     * @param scenarios by id
     * @param part of the table of nodes, from 1
     */
    static Page make(PageContext context, PathwayNumbers pathway, Map<String, ScenarioNumbers> scenarios, int part) {
        Section nodes = nodes(pathway).section(context, SitePaths.pathway(pathway.id()), part);
        Link all = context.link(SitePaths.PATHWAYS, "Pathways");
        String name = PathwaysPage.name(pathway);
        if (part > 1) {
            List<Link> crumbs = List.of(all, context.link(SitePaths.pathway(pathway.id()), name));
            return RowsPage.make(context, name, crumbs, nodes);
        }
        List<String> never = pathway.neverVisited();
        View view = new View(
                headline(pathway),
                pathway.id(),
                lead(pathway, context.report().analysis().rules()),
                nodes,
                never.stream().limit(MOST_NAMED).toList(),
                never.size() <= MOST_NAMED ? "" : " and " + Format.grouped(never.size() - (long) MOST_NAMED) + " more",
                scenarios(context, pathway, scenarios));
        return new Page(context.here(), "pathway", Frames.ofRecord(context, "Pathway: " + name, List.of(all)), view);
    }

    private static String headline(PathwayNumbers pathway) {
        String where = pathway.id().isBlank() ? "Without a named pathway, " : "On this pathway ";
        long valid = pathway.tally().valid();
        return valid == 0
                ? where + "no run has a result."
                : where + Format.grouped(pathway.tally().passed()) + " of " + Format.count(valid, "run") + " passed.";
    }

    private static List<String> lead(PathwayNumbers pathway, Rules rules) {
        List<String> lead = new ArrayList<>();
        NodeFinding.ranked(List.of(pathway)).stream()
                .findFirst()
                .map(NodeFinding::words)
                .ifPresent(words -> lead.add(words.replaceFirst("^c", "C") + "."));
        long valid = pathway.tally().valid();
        if (valid > 0) {
            lead.add(Words.window(rules));
            lead.add(Format.grouped(pathway.traced().n()) + " of " + Format.count(valid, "run")
                    + " with a result "
                    + (pathway.traced().n() == 1 ? "names the nodes it" : "name the nodes they")
                    + " visited; the table counts these. " + CAVEAT);
        }
        return lead;
    }

    private static LongTable<NodeNumbers> nodes(PathwayNumbers pathway) {
        return new LongTable<>(
                "nodes",
                "Nodes",
                "those whose calls fail more often than others first; runs that passed with 95 % interval, "
                        + "without the node above, with it below; ended there: failed runs that stopped at the node",
                "Nodes of the pathway with the runs that visited them and those that did not",
                inOrder(pathway),
                List.of(
                        Table.Column.text("Node", n -> new Cell.Code(n.id())),
                        Table.Column.number("Runs", n -> Format.grouped(n.with().n())),
                        Table.Column.number("Passed without", n -> Words.fraction(n.without())),
                        Table.Column.number("Passed with", n -> Words.fraction(n.with())),
                        Table.Column.number("Ended there", n -> Format.grouped(n.endedFailed())),
                        Table.Column.bars("Pass rate", n -> Bar.pair("without", n.without(), "with", n.with()))),
                "No run names the nodes it visited.");
    }

    private static List<NodeNumbers> inOrder(PathwayNumbers pathway) {
        Set<NodeNumbers> nodes = new LinkedHashSet<>();
        NodeFinding.ranked(List.of(pathway)).forEach(finding -> nodes.add(finding.node()));
        pathway.nodes().stream()
                .sorted(Comparator.comparing((NodeNumbers node) -> node.with().n())
                        .reversed()
                        .thenComparing(NodeNumbers::id))
                .forEach(nodes::add);
        return List.copyOf(nodes);
    }

    private static Section scenarios(PageContext context, PathwayNumbers pathway, Map<String, ScenarioNumbers> byId) {
        List<ScenarioNumbers> scenarios = pathway.scenarioIds().stream()
                .map(byId::get)
                .filter(scenario -> scenario != null)
                .toList();
        return new LongTable<>(
                        "scenarios",
                        "Scenarios",
                        "their runs of the same nights, on other pathways too",
                        "Scenarios that run on the pathway",
                        scenarios,
                        List.of(
                                Table.Column.text("Scenario", (ScenarioNumbers s) -> context.scenario(s.id())),
                                Table.Column.text("Outcome", s -> Words.outcome(s.window())),
                                Table.Column.number("Passed", s -> Words.fraction(s.window())),
                                Table.Column.bars("95 % interval", s -> Bar.cell(Rate.of(s.window())))),
                        "None is known.")
                .only("data/scenarios.csv");
    }
}
