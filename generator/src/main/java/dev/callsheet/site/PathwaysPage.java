package dev.callsheet.site;

import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of all pathways. */
final class PathwaysPage {

    private PathwaysPage() {}

    public record View(String headline, List<String> lead, Section pathways) {}

    /** @param part of the table, from 1 */
    static Page make(PageContext context, int part) {
        List<PathwayNumbers> pathways = context.report().analysis().pathways();
        Section section = table(context, pathways).section(context, SitePaths.PATHWAYS, part);
        if (part > 1) {
            return RowsPage.make(
                    context, "All pathways", List.of(context.link(SitePaths.PATHWAYS, "Pathways")), section);
        }
        View view = new View(
                headline(pathways),
                List.of(WindowWords.counted(context.report().analysis()), PathwayPage.CAVEAT),
                section);
        return new Page(context.here(), "pathways", Frames.ofWhere(context, "Pathways"), view);
    }

    private static String headline(List<PathwayNumbers> pathways) {
        NodeFinding finding = NodeFinding.leading(pathways);
        String start = Format.count(pathways.size(), "pathway") + "; ";
        if (finding == null) {
            return start + "no node stands out.";
        }
        return start + (pathways.size() == 1 ? "" : "on " + Words.quoted(shortName(finding.pathway())) + " ")
                + finding.words() + ".";
    }

    private static LongTable<PathwayNumbers> table(PageContext context, List<PathwayNumbers> pathways) {
        return new LongTable<>(
                "all",
                "All pathways",
                "runs that passed, with 95 % interval; beside them the node whose calls fail most against the others",
                "Pathways with their runs, and the node of each whose calls fail most often against the others",
                pathways,
                List.of(
                        Table.Column.text("Pathway", p -> context.cell(SitePaths.pathway(p.id()), name(p))),
                        Table.Column.number(
                                "Scenarios", p -> Format.grouped(p.scenarioIds().size())),
                        Table.Column.number("Passed", p -> Words.fraction(p.tally())),
                        Table.Column.bars("95 % interval", p -> Bar.cell(Rate.of(p.tally()))),
                        Table.Column.text("Fails most at", PathwaysPage::node),
                        Table.Column.text("Associated", PathwaysPage::association),
                        Table.Column.number("Failed with", p -> failed(first(p), true)),
                        Table.Column.number("Failed without", p -> failed(first(p), false))),
                "No run was loaded.");
    }

    /** What pages call a pathway: its id, the only name it has. */
    static String name(PathwayNumbers pathway) {
        return pathway.id().isBlank() ? "no pathway named" : pathway.id();
    }

    /** The same, short enough to stand among others. */
    static String shortName(PathwayNumbers pathway) {
        return pathway.id().isBlank() ? "none" : Format.shortId(pathway.id());
    }

    private static Cell node(PathwayNumbers pathway) {
        NodeFinding finding = first(pathway);
        return finding == null
                ? Cell.soft("no such node")
                : new Cell.Code(finding.node().feature().node());
    }

    private static Cell association(PathwayNumbers pathway) {
        NodeFinding finding = first(pathway);
        return finding == null ? Cell.soft("") : NodeTables.association(finding.node());
    }

    private static String failed(@Nullable NodeFinding finding, boolean with) {
        return finding == null
                ? Format.UNDEFINED
                : NodeFinding.failed(
                        with ? finding.node().with() : finding.node().without());
    }

    private static @Nullable NodeFinding first(PathwayNumbers pathway) {
        return NodeFinding.leading(List.of(pathway));
    }
}
