package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Comparison;
import dev.callsheet.metrics.Comparisons;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.VersionComparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of what changed: since the night before, since a baseline night, and between versions. */
final class ChangesPage {

    private ChangesPage() {}

    /**
     * What the page shows.
     *
     * @param blocks one for each comparison; empty when there is nothing to compare with
     */
    public record View(String headline, List<String> lead, List<Block> blocks) {}

    /** One comparison: its tables, and what it can prove. */
    public record Block(List<Part> parts, Sure sure) {}

    /** A table with some sentences about it. */
    public record Part(Section section, List<String> words) {}

    /**
     * How sure one can be.
     *
     * @param id of the element, unique on the page
     * @param note a few words beside the heading
     */
    public record Sure(String id, String note, List<String> sentences, List<Link> rules) {}

    static Page make(PageContext context) {
        Comparisons comparisons = context.report().analysis().comparisons();
        List<Block> blocks = new ArrayList<>();
        if (comparisons.previous() != null) {
            blocks.add(previous(context, comparisons.previous()));
        }
        if (comparisons.baseline() != null && comparisons.baseline().nights() != null) {
            blocks.add(baseline(context, comparisons.baseline().nights()));
        }
        for (int i = 0; i < comparisons.versions().size(); i++) {
            blocks.add(versions(context, comparisons.versions().get(i), i + 1));
        }
        View view = new View(headline(context.report().analysis()), lead(context, comparisons), blocks);
        return new Page(context.here(), "changes", Frames.ofBar(context, "Changes"), view);
    }

    private static String headline(Analysis analysis) {
        NightComparison previous = analysis.comparisons().previous();
        NightNumbers tonight = analysis.tonight();
        if (previous != null) {
            if (previous.worse().isEmpty() && previous.better().isEmpty()) {
                return (LatestVerdict.isTooEarly(analysis)
                                ? "Too few nights to see a change since "
                                : "No real change since ")
                        + Format.shortDate(previous.against()) + ".";
            }
            return "Since " + Format.longDate(previous.against()) + " "
                    + ChangesWords.moved(previous, "got worse", "got better") + ".";
        }
        return tonight == null || tonight.tally().valid() > 0
                ? "There is no earlier night to compare with."
                : Headlines.ofTonight(tonight.tally());
    }

    private static List<String> lead(PageContext context, Comparisons comparisons) {
        List<String> lead = new ArrayList<>();
        if (comparisons.previous() != null) {
            lead.addAll(ChangesWords.ranOnce(comparisons.previous()));
        }
        LocalDate night = context.report().analysis().night();
        if (comparisons.baseline() != null && night != null) {
            lead.addAll(ChangesWords.baseline(comparisons.baseline(), night));
        }
        boolean several = comparisons.versions().size() > 1;
        comparisons.versions().forEach(of -> lead.add(ChangesWords.versions(of, several)));
        return lead;
    }

    private static Block previous(PageContext context, NightComparison nights) {
        ChangesTables tables = new ChangesTables(context, nights);
        String then = Format.longDate(nights.against());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(tables.moved("changed", "What changed since " + then), tables.likelyCauses()));
        Stream.of(tables.stillNews(), tables.ranOnce("once"))
                .filter(section -> !section.table().isEmpty())
                .forEach(section -> parts.add(new Part(section, List.of())));
        Section facts = tables.facts();
        parts.add(new Part(facts, facts.table().isEmpty() ? List.of() : List.of(ChangesWords.NOISE)));
        return new Block(
                parts, sure(context, "sure", "tonight against " + then, nights.comparison(), "these two nights"));
    }

    private static Block baseline(PageContext context, NightComparison nights) {
        ChangesTables tables = new ChangesTables(context, nights);
        String then = Format.longDate(nights.against());
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(tables.moved("baseline", "Since the baseline, " + then), tables.likelyCauses()));
        Section once = tables.ranOnce("baseline-once");
        if (!once.table().isEmpty()) {
            parts.add(new Part(once, List.of()));
        }
        return new Block(
                parts,
                sure(context, "baseline-sure", "tonight against " + then, nights.comparison(), "these two nights"));
    }

    private static Block versions(PageContext context, VersionComparison versions, int number) {
        String title = versions.now() + " against " + versions.before();
        Section table = VersionTable.section(context, versions, "versions-" + number, "Version " + title);
        return new Block(
                List.of(new Part(table, ChangesWords.onOneVersionOnly(versions))),
                sure(
                        context,
                        "versions-sure-" + number,
                        "version " + title,
                        versions.comparison(),
                        "the runs of these two versions"));
    }

    private static Sure sure(PageContext context, String id, String note, Comparison comparison, String sides) {
        return new Sure(
                id,
                note,
                ChangesWords.sure(comparison, sides, context.report().analysis().rules()),
                List.of(Verdicts.rule(context, "rule-2-6"), Verdicts.rule(context, "rule-2-7")));
    }
}
