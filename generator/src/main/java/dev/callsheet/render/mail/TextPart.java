package dev.callsheet.render.mail;

import dev.callsheet.site.Cell;
import dev.callsheet.site.Fact;
import dev.callsheet.site.Link;
import dev.callsheet.site.MailSummary;
import dev.callsheet.site.Mark;
import dev.callsheet.site.Section;
import dev.callsheet.site.Table;
import java.util.List;

/** A mail as plain text, for programs and readers without HTML: all that the other part says, in the same order. */
final class TextPart {

    private static final int WIDTH = 72;
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private TextPart() {}

    /** Lines end with a line feed; but for addresses and single words they have at most {@value #WIDTH} characters. */
    static String of(MailSummary mail) {
        TextPart part = new TextPart();
        part.paragraph(words(mail.gate()));
        part.paragraph(mail.headline());
        mail.lead().forEach(part::paragraph);
        part.reference(mail.report());
        if (mail.worse() != null) {
            part.block(mail.worse());
        }
        part.title("In figures");
        mail.facts().forEach(part::fact);
        part.text.append('\n');
        mail.sure().forEach(part::paragraph);
        mail.blocks().forEach(part::block);
        part.text.append("-- \nMade by Callsheet from the files of a test run. No text of a call is in it.\n");
        return part.text.toString();
    }

    private void title(String title) {
        text.append(title).append('\n').append("-".repeat(title.length())).append('\n');
    }

    private void paragraph(String words) {
        line("", words);
        text.append('\n');
    }

    private void reference(Link link) {
        line("", link.href() == null ? link.text() : link.text() + ":");
        address("", link);
        text.append('\n');
    }

    private void fact(Fact fact) {
        line("", fact.name() + ": " + words(fact.value()));
    }

    private void block(MailSummary.Block block) {
        Section section = block.section();
        title(section.title());
        if (section.table().isEmpty()) {
            line("", section.otherwise());
        } else {
            line("", "(" + section.note() + ")");
            text.append('\n');
            section.table().rows().forEach(row -> row(section.table(), row));
        }
        for (Link more : section.more()) {
            line("", more.text() + ":");
            address("", more);
        }
        text.append('\n');
        MailSummary.Chart chart = block.chart();
        if (chart != null) {
            line("", chart.title() + ":");
            paragraph(chart.finding());
        }
    }

    private void row(Table table, List<Cell> cells) {
        line("  ", words(cells.get(0)));
        StringBuilder rest = new StringBuilder();
        for (int i = 1; i < cells.size(); i++) {
            rest.append(i == 1 ? "" : "; ")
                    .append(table.columns().get(i).title())
                    .append(": ")
                    .append(words(cells.get(i)));
        }
        line(INDENT, rest.toString().replace("?:", "?"));
        if (cells.get(0) instanceof Cell.Links links) {
            links.links().forEach(link -> address(INDENT, link));
        }
    }

    private void address(String indent, Link link) {
        if (link.href() != null) {
            text.append(indent).append(link.href()).append('\n');
        }
    }

    /** Folded at spaces. */
    private void line(String indent, String words) {
        int length = 0;
        for (String word : words.split(" ", -1)) {
            int more = word.codePointCount(0, word.length());
            if (length == 0) {
                text.append(indent);
                length = indent.length();
            } else if (length + 1 + more > WIDTH) {
                text.append('\n').append(indent);
                length = indent.length();
            } else {
                text.append(' ');
                length++;
            }
            text.append(word);
            length += more;
        }
        text.append('\n');
    }

    private static String words(Cell cell) {
        if (cell instanceof Cell.Text words) {
            return words.text();
        }
        if (cell instanceof Cell.State state) {
            // A question mark adds nothing to "cannot tell".
            return state.mark() == Mark.OPEN ? state.word() : state.mark().symbol() + " " + state.word();
        }
        if (cell instanceof Cell.Links links) {
            return String.join(" ", links.links().stream().map(Link::text).toList());
        }
        throw new IllegalArgumentException("a mail has words only, not " + cell.kind());
    }
}
