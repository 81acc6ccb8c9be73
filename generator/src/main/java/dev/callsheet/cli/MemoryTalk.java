package dev.callsheet.cli;

import dev.callsheet.metrics.Comparisons;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the console says of history: where it came from or why there is none, what is kept, sealed and left out. */
final class MemoryTalk {

    private static final int MOST_DATES = 3;

    private MemoryTalk() {}

    /** What a source held, or why it held nothing. */
    static void found(HistoryNumbers.Source source, String stream, Console console) {
        String line = "history: " + source.name() + ": ";
        if (source.failure() != null) {
            console.error("history: " + source.name() + " " + source.failure());
            return;
        }
        String held = source.newest() == null
                ? "no night of the stream " + stream
                : Format.count(source.nights(), "night") + ", " + Format.count(source.runs(), "run")
                        + ", the newest of " + source.newest();
        if (source.whole()) {
            console.stage(line + held);
        } else {
            console.error(line + held + "; not all of it could be read");
        }
    }

    /** How far trends reach back, and what the baseline is where it is not the night that was asked for. */
    static void start(Report report, Console console) {
        List<NightNumbers> nights = report.analysis().nightNumbers();
        String none = report.history().sources().isEmpty() ? "none was asked for (--history); " : "";
        if (nights.size() == 1) {
            console.stage("history: " + none + "trends start tonight, "
                    + nights.get(0).night());
        } else if (!nights.isEmpty()) {
            console.stage("history: " + none + "trends start with "
                    + nights.get(0).night() + ", " + Format.count(nights.size(), "night"));
        }
        baseline(report.analysis().comparisons().baseline(), console);
    }

    private static void baseline(Comparisons.@Nullable Baseline baseline, Console console) {
        if (baseline == null) {
            return;
        }
        NightComparison nights = baseline.nights();
        if (nights == null) {
            console.stage("baseline: none, for tonight or every night up to " + baseline.asked() + " has no result");
        } else if (!nights.against().equals(baseline.asked())) {
            console.stage("baseline: " + nights.against() + ", the newest night before tonight that has a result and is"
                    + " not after " + baseline.asked());
        }
    }

    /** What goes on to the next report, and which calls have no page. */
    static void kept(HistoryNumbers history, Console console) {
        HistoryNumbers.Kept kept = history.kept();
        console.stage("history: keeps " + Format.count(kept.nights().size(), "night") + " of the stream "
                + history.stream() + " in data/history, " + Format.bytes(kept.bytes())
                + (kept.readonly() ? ", as they were read" : ""));
        if (!kept.sealedNow().isEmpty()) {
            console.stage("history: from now on only counts are kept of " + nights(kept.sealedNow()) + " (at most "
                    + Format.count(kept.maxNights(), "night") + " run by run, and " + Format.bytes(kept.maxBytes())
                    + ")");
        }
        if (!kept.dropped().isEmpty()) {
            console.stage("history: nothing is kept any longer of " + nights(kept.dropped()) + ", for even counts of "
                    + (kept.dropped().size() == 1 ? "it" : "them") + " are more than "
                    + Format.bytes(kept.maxBytes()));
        }
        if (kept.bytes() > kept.maxBytes()) {
            console.stage("history: that is more than history.max_bytes allows (" + Format.bytes(kept.maxBytes())
                    + "); the newest night is never given up");
        }
        pages(history.pages(), console);
    }

    private static void pages(HistoryNumbers.Pages pages, Console console) {
        if (pages.without() > 0) {
            console.stage("pages: " + Format.count(pages.without(), "run") + " of the input "
                    + (pages.without() == 1 ? "has" : "have") + " none"
                    + (pages.first() == null ? "" : ", those before " + pages.first())
                    + (pages.byBytes()
                            ? ": site.max_bytes is " + Format.bytes(pages.maxBytes())
                            : ": pages.max_nights is " + pages.maxNights()));
        }
    }

    private static String nights(List<LocalDate> nights) {
        List<String> dates = new ArrayList<>();
        nights.stream().limit(MOST_DATES).map(LocalDate::toString).forEach(dates::add);
        int more = nights.size() - dates.size();
        return String.join(", ", dates) + (more == 0 ? "" : " and " + Format.count(more, "more night"));
    }
}
