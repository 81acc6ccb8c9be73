package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Attribution;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one pathway: which nodes its calls came by, and how they ended. */
final class PathwayPage {

    static final String CAVEAT =
            "A node counts once a run. “Associated with failing” says that failing calls come by, not why: nodes after a "
                    + "failure, such as a fallback or a transfer, are its symptoms. Look where failed runs stopped and where "
                    + "they first parted from the usual path; the API does not promise that its list of nodes is the route.";

    private static final String METHOD =
            "Order by Ochiai’s score, p by Fisher’s exact test, q by Benjamini and Hochberg, odds by Mantel and Haenszel";

    private static final int MOST_NAMED = 30;

    private PathwayPage() {}

    /**
     * What the page shows.
     *
     * @param id of the pathway; empty for runs that name none
     * @param neverVisited nodes that an assertion wants and no run visited; the first of them when they are many
     * @param neverVisitedMore how many further ones, in words; empty when there is none
     * @param method how the tables are made
     * @param more the other tables
     */
    public record View(
            String headline,
            String id,
            List<String> lead,
            Section nodes,
            List<String> neverVisited,
            String neverVisitedMore,
            Link method,
            List<Section> more) {}

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
        NodeFinding leading = NodeFinding.leading(List.of(pathway));
        List<String> never = pathway.neverVisited();
        View view = new View(
                headline(pathway, leading),
                pathway.id(),
                lead(pathway, leading, context.report().analysis()),
                nodes,
                never.stream().limit(MOST_NAMED).toList(),
                never.size() <= MOST_NAMED ? "" : " and " + Format.grouped(never.size() - (long) MOST_NAMED) + " more",
                Verdicts.rule(context, METHOD, "rule-6-2"),
                more(context, pathway, scenarios));
        return new Page(context.here(), "pathway", Frames.ofRecord(context, "Pathway: " + name, List.of(all)), view);
    }

    /** Where its calls fail, if a node clearly goes with that; else how many passed. */
    private static String headline(PathwayNumbers pathway, @Nullable NodeFinding leading) {
        return leading == null || !leading.isClear() ? passed(pathway) : sentence(leading);
    }

    private static String passed(PathwayNumbers pathway) {
        String where = pathway.id().isBlank() ? "Without a named pathway, " : "On this pathway ";
        long valid = pathway.tally().valid();
        return valid == 0
                ? where + "no run has a result."
                : where + Format.grouped(pathway.tally().passed()) + " of " + Format.count(valid, "run") + " passed.";
    }

    private static String sentence(NodeFinding finding) {
        return finding.words().replaceFirst("^c", "C") + ".";
    }

    private static List<Section> more(
            PageContext context, PathwayNumbers pathway, Map<String, ScenarioNumbers> scenarios) {
        Attribution where = pathway.where();
        List<Section> sections = new ArrayList<>();
        if (!where.nodes().isEmpty()) {
            sections.add(NodeTables.transitions(where.transitions(), NodeTables.columns("Transition")));
            sections.add(NodeTables.absences(where.absences(), NodeTables.columnsOfAbsence()));
            sections.add(NodeTables.partings(where.partings(), "their scenario's"));
        }
        if (where.stops().failed() > 0) {
            sections.add(NodeTables.stops(where.stops()));
        }
        sections.add(scenarios(context, pathway, scenarios));
        return sections;
    }

    private static List<String> lead(PathwayNumbers pathway, @Nullable NodeFinding leading, Analysis analysis) {
        List<String> lead = new ArrayList<>();
        if (leading != null) {
            lead.add(leading.isClear() ? passed(pathway) : sentence(leading));
        }
        long valid = pathway.tally().valid();
        if (valid > 0) {
            lead.add(WindowWords.counted(analysis));
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
                "those most associated with failing first; runs that passed with 95 % interval, without the node above, "
                        + "with it below",
                "Nodes of the pathway with the runs that visited them and those that did not",
                pathway.where().nodes(),
                NodeTables.columns("Node"),
                "No run names the nodes it visited.");
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
                                Table.Column.choice("Verdict", s -> Verdicts.label(context, s)),
                                Table.Column.number("Passed", s -> Words.fraction(s.window())),
                                Table.Column.bars("95 % interval", s -> Bar.cell(Rate.of(s.window())))),
                        "None is known.")
                .only("data/scenarios.csv");
    }
}
