package dev.callsheet.site;

import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest night as a mail tells it: a {@link NightSummary} with links and charts. Both parts of a mail come from one
 * value of this, so what one says the other says too. Every text is one line ({@link PlainLine}) of bounded length.
 *
 * @param stream whose night it is
 * @param night null when no run finished
 * @param gate "Gate failed"
 * @param headline one sentence
 * @param lead what is missing, the gate, the plain counts
 * @param report where the whole report is, in words and, where its address is known, as a link
 * @param worse what got worse; null when no run finished
 * @param sure how sure one can be
 * @param blocks the other sections
 */
public record MailSummary(
        String stream,
        @Nullable LocalDate night,
        Cell.State gate,
        String headline,
        List<String> lead,
        Link report,
        @Nullable Block worse,
        List<Fact> facts,
        List<String> sure,
        List<Block> blocks) {

    /** The most rows that a table of a mail has. */
    public static final int MOST_ROWS = 20;

    private static final int LONGEST_SENTENCE = 300;
    private static final int LONGEST_FACT = 120;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_SENTENCES = 9;

    public MailSummary {
        lead = List.copyOf(lead);
        facts = List.copyOf(facts);
        sure = List.copyOf(sure);
        blocks = List.copyOf(blocks);
    }

    /**
     * A section.
     *
     * @param chart what belongs below it; may be null
     */
    public record Block(Section section, @Nullable Chart chart) {}

    /**
     * A chart.
     *
     * @param title what is drawn
     * @param finding what it shows, in a sentence or a few
     */
    public record Chart(ChartSpec spec, String title, String finding) {}

    /**
     * The mail on a report's night.
     *
     * @param address of a page of the report; null where it is not known
     * @param most rows of a table; those that are left out are counted
     */
    public static MailSummary of(Report report, Function<SafePath, @Nullable String> address, int most) {
        NightSummary summary = NightSummary.of(report, address, most);
        List<Block> blocks = blocks(report, summary.sections());
        return new MailSummary(
                report.history().stream(),
                report.analysis().night(),
                gate(report.gate().verdict()),
                sentence(summary.headline()),
                lead(summary.lead()),
                whole(address.apply(SitePaths.LATEST)),
                blocks.isEmpty() ? null : blocks.get(0),
                facts(report, summary.facts()),
                summary.sure().stream().map(MailSummary::sentence).toList(),
                blocks.stream().skip(1).toList());
    }

    /** All sections with their charts, in their order. */
    public List<Block> all() {
        return Stream.concat(Stream.ofNullable(worse), blocks.stream()).toList();
    }

    private static Link whole(@Nullable String address) {
        return address == null
                ? Link.plain(
                        "The full report is " + SitePaths.LATEST.value() + " of the site that this summary came with.")
                : Link.to(address, "Open the full report");
    }

    private static Cell.State gate(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> new Cell.State(Mark.PASS, "Gate passed");
            case FAIL -> new Cell.State(Mark.FAIL, "Gate failed");
            case INCONCLUSIVE -> new Cell.State(Mark.OPEN, "Gate inconclusive");
        };
    }

    private static List<String> lead(List<String> sentences) {
        int left = sentences.size() - MOST_SENTENCES;
        return left <= 0
                ? sentences.stream().map(MailSummary::sentence).toList()
                : Stream.concat(
                                sentences.stream().limit(MOST_SENTENCES).map(MailSummary::sentence),
                                Stream.of("The report says " + Format.grouped(left) + " more of this kind."))
                        .toList();
    }

    private static List<Fact> facts(Report report, List<Fact> facts) {
        return Stream.concat(
                        facts.stream().map(fact -> new Fact(fact.name(), clean(fact.value(), LONGEST_FACT))),
                        Stream.of(Fact.of(
                                "Data as of",
                                Format.time(
                                        report.analysis().dataAsOf(),
                                        report.calendar().zone()))))
                .toList();
    }

    /** The trend stands below what got worse, pass^k below what is flaky. */
    private static List<Block> blocks(Report report, List<Section> sections) {
        List<ChartSpec> charts = Charts.ofMail(report.analysis());
        List<Block> blocks = new ArrayList<>();
        for (Section section : sections) {
            blocks.add(new Block(
                    clean(section),
                    switch (section.id()) {
                        case "worse" -> chart(charts, "trend", Figures.TREND);
                        case "flaky" -> chart(charts, "pass-hat-k", Figures.PASS_HAT);
                        default -> null;
                    }));
        }
        return blocks;
    }

    private static @Nullable Chart chart(List<ChartSpec> charts, String name, String title) {
        return charts.stream()
                .filter(spec -> spec.name().equals(name))
                .map(spec -> new Chart(spec, title, sentence(spec.finding())))
                .findFirst()
                .orElse(null);
    }

    private static Section clean(Section section) {
        Table table = section.table();
        return new Section(
                section.id(),
                section.title(),
                section.note(),
                new Table(
                        table.caption(),
                        table.columns(),
                        table.rows().stream()
                                .map(row -> row.stream()
                                        .map(cell -> clean(cell, LONGEST_NAME))
                                        .toList())
                                .toList()),
                section.otherwise(),
                section.more());
    }

    private static Cell clean(Cell cell, int longest) {
        if (cell instanceof Cell.Text text) {
            return new Cell.Text(clean(text.text(), longest), text.soft());
        }
        if (cell instanceof Cell.Links links) {
            return new Cell.Links(links.links().stream()
                    .map(link -> new Link(link.href(), clean(link.text(), longest), link.current()))
                    .toList());
        }
        if (cell instanceof Cell.State) {
            return cell;
        }
        throw new IllegalArgumentException("a mail has words only, not " + cell.kind());
    }

    private static String sentence(String text) {
        return clean(text, LONGEST_SENTENCE);
    }

    private static String clean(String text, int longest) {
        return PlainLine.of(Shortened.of(text, longest));
    }
}
