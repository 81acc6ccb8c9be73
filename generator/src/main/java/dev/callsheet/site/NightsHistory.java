package dev.callsheet.site;

import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report's memory on the page of nights: where it came from, what is handed on, which runs have a page.
 *
 * @param stream whose nights these are
 * @param sources a table, empty when no history was asked for
 */
public record NightsHistory(String stream, List<String> notices, List<String> lead, Table sources, List<Fact> facts) {

    private static final int MOST_DATES = 3;

    static NightsHistory of(Report report) {
        HistoryNumbers history = report.history();
        return new NightsHistory(
                "stream " + history.stream(),
                HistoryWords.notices(report),
                lead(history),
                sources(history.sources()),
                facts(history));
    }

    private static List<String> lead(HistoryNumbers history) {
        if (history.sources().isEmpty()) {
            return List.of(
                    "No history was asked for: trends start with this input. To go on from an earlier report, name its "
                            + "site, its data/history or its address as history (docs/history.md).");
        }
        if (history.nights() == 0) {
            return List.of("No night of this stream was found in them.");
        }
        long runs = history.runs();
        return List.of("Earlier reports knew " + Format.count(history.nights(), "night") + "; "
                + (runs == 0
                        ? "all runs of these are in the input, too."
                        : Format.count(runs, "run") + " of these " + (runs == 1 ? "is" : "are")
                                + " not in the input and " + (runs == 1 ? "counts" : "count")
                                + " here without the calls."));
    }

    private static Table sources(List<HistoryNumbers.Source> sources) {
        return Table.of(
                "Where history was read from",
                sources,
                List.of(
                        Table.Column.text("Read from", s -> Cell.text(s.name())),
                        Table.Column.text("Result", NightsHistory::result),
                        Table.Column.number("Nights", s -> count(s, s.nights())),
                        Table.Column.number("Runs", s -> count(s, s.runs())),
                        Table.Column.shortText(
                                "Newest",
                                s -> s.newest() == null
                                        ? Cell.soft(Format.UNDEFINED)
                                        : Cell.text(Format.longDate(s.newest())))));
    }

    private static String count(HistoryNumbers.Source source, long n) {
        return source.failure() == null ? Format.grouped(n) : Format.UNDEFINED;
    }

    private static Cell result(HistoryNumbers.Source source) {
        if (source.failure() != null) {
            return new Cell.State(Mark.ERROR, "not read: " + source.failure());
        }
        if (!source.whole()) {
            return new Cell.State(Mark.ERROR, "read in part: its problems name what was lost");
        }
        return source.nights() == 0
                ? new Cell.State(Mark.NONE, "no night of this stream")
                : new Cell.State(Mark.PASS, "read");
    }

    private static List<Fact> facts(HistoryNumbers history) {
        HistoryNumbers.Kept kept = history.kept();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("kept here", kept(kept)));
        if (kept.readonly()) {
            facts.add(Fact.of("read only", "what was read is handed on as it was; tonight is not added"));
        }
        facts.add(Fact.of(
                "kept at most",
                Format.count(kept.maxNights(), "night") + " and " + Format.bytes(kept.maxBytes())
                        + "; older nights as counts only"));
        if (!kept.sealedNow().isEmpty()) {
            facts.add(Fact.of("counts only from now on", dates(kept.sealedNow())));
        }
        if (!kept.dropped().isEmpty()) {
            facts.add(Fact.of("given up now", dates(kept.dropped())));
        }
        HistoryNumbers.Pages pages = history.pages();
        facts.add(Fact.of("pages of runs", pages(pages)));
        facts.add(Fact.of(
                "pages at most",
                "the last " + Format.count(pages.maxNights(), "night") + " of the input and "
                        + Format.bytes(pages.maxBytes()) + " a site"));
        return facts;
    }

    private static String kept(HistoryNumbers.Kept kept) {
        if (kept.nights().isEmpty()) {
            return "no night";
        }
        long sealed =
                kept.nights().stream().filter(HistoryNumbers.Night::sealed).count();
        return Format.count(kept.nights().size(), "night") + ", " + Format.bytes(kept.bytes())
                + (sealed == 0 ? "" : "; " + Format.grouped(sealed) + " of them as counts only");
    }

    private static String pages(HistoryNumbers.Pages pages) {
        if (pages.without() == 0) {
            return "every run of the input has one";
        }
        String runs = Format.count(pages.without(), "run") + " of the input " + (pages.without() == 1 ? "has" : "have")
                + " none";
        return (pages.first() == null ? runs : "from " + Format.longDate(pages.first()) + " on; " + runs)
                + (pages.byBytes() ? ", for the size of the site" : "");
    }

    /** The latest dates, and how many more there are. */
    private static String dates(List<LocalDate> nights) {
        String first = nights.stream()
                .skip(Math.max(0, nights.size() - MOST_DATES))
                .map(Format::longDate)
                .collect(Collectors.joining(", "));
        return nights.size() <= MOST_DATES ? first : Format.count(nights.size(), "night") + ", lately " + first;
    }
}
