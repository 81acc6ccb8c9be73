package dev.callsheet.render.text;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.site.Cell;
import dev.callsheet.site.Fact;
import dev.callsheet.site.Format;
import dev.callsheet.site.NightSummary;
import dev.callsheet.site.Section;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.Table;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A summary as GitHub-flavoured Markdown. All its structure is written here; every text, whoever's it is, passes {@link
 * MarkdownText}. A cell takes at most {@value MarkdownText#MOST_BYTES} bytes, so the fifty rows of a summary stay below
 * the 64 KiB that readers of such files take.
 */
final class MarkdownSummary {

    /** By it a comment on a pull request is found again, to be replaced. */
    static final String MARKER = "<!-- callsheet:summary -->\n";

    private static final int MOST_SENTENCES = 12;
    private static final int LONGEST_SENTENCE = 400;

    private MarkdownSummary() {}

    /** @param latest where the report can be read; null when that is not known */
    static String of(NightSummary summary, @Nullable URI latest) {
        StringBuilder out = new StringBuilder(MARKER);
        out.append("## ")
                .append(MarkdownText.of(Shortened.of(summary.headline(), LONGEST_SENTENCE)))
                .append("\n\n");
        summary.lead().stream()
                .limit(MOST_SENTENCES)
                .forEach(line -> paragraph(out, Shortened.of(line, LONGEST_SENTENCE)));
        int more = summary.lead().size() - MOST_SENTENCES;
        if (more > 0) {
            paragraph(out, "The report says " + Format.grouped(more) + " more.");
        }
        summary.sure().forEach(line -> paragraph(out, line));
        summary.facts().forEach(fact -> fact(out, fact));
        out.append('\n');
        summary.sections().forEach(section -> section(out, section));
        out.append(
                latest == null
                        ? "The full report is `" + SitePaths.LATEST + "` beside this file.\n"
                        : "The full report is at <" + latest.toASCIIString() + ">.\n");
        return out.toString();
    }

    private static void paragraph(StringBuilder out, String line) {
        out.append(MarkdownText.of(line)).append("\n\n");
    }

    private static void fact(StringBuilder out, Fact fact) {
        out.append("- **")
                .append(MarkdownText.of(fact.name()))
                .append("**: ")
                .append(cell(fact.value()))
                .append('\n');
    }

    private static void section(StringBuilder out, Section section) {
        out.append("### ").append(MarkdownText.of(section.title())).append("\n\n");
        if (section.table().isEmpty()) {
            paragraph(out, section.otherwise());
        } else {
            paragraph(out, section.note());
            table(out, section.table());
        }
    }

    private static void table(StringBuilder out, Table table) {
        row(
                out,
                table.columns().stream()
                        .map(head -> MarkdownText.cell(head.title()))
                        .toList());
        row(
                out,
                table.columns().stream()
                        .map(head -> head.kind() == Table.Kind.NUMBER ? "--:" : ":--")
                        .toList());
        table.rows()
                .forEach(cells ->
                        row(out, cells.stream().map(MarkdownSummary::cell).toList()));
        out.append('\n');
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** The words of a cell; a summary has no drawings. */
    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return MarkdownText.cell(text.text());
        }
        if (cell instanceof Cell.State state) {
            return MarkdownText.cell(state.word());
        }
        throw new IllegalArgumentException("a summary has words only, not " + cell.kind());
    }
}
