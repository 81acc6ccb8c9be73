package dev.callsheet.cli;

import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.site.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the console says of history: where it came from or why there is none, what is kept, sealed and left out. */
final class MemoryTalk {

    private static final int MOST_DATES = 3;

    private MemoryTalk() {}

    /** One line for each source. */
    static void found(List<HistoryNumbers.Source> sources, String stream, Console console) {
        if (sources.isEmpty()) {
            console.stage("history: none was asked for (--history), so trends start with this input");
        }
        for (HistoryNumbers.Source source : sources) {
            String line = "history: " + source.name() + ": ";
            if (source.failure() != null) {
                console.error(line + source.failure() + "; trends do not reach back to it");
            } else if (source.newest() == null) {
                console.stage(line + "no night of the stream " + stream);
            } else {
                console.stage(line + Format.count(source.nights(), "night") + ", " + Format.count(source.runs(), "run")
                        + ", the newest of " + source.newest());
            }
        }
    }

    /** What goes on to the next report, and which calls have no page. */
    static void kept(HistoryNumbers history, Console console) {
        HistoryNumbers.Kept kept = history.kept();
        console.stage("history: keeps " + Format.count(kept.nights().size(), "night") + " of the stream "
                + history.stream() + " in data/history, " + Format.bytes(kept.bytes())
                + (kept.readonly() ? ", as they were read" : ""));
        if (!kept.sealedNow().isEmpty()) {
            console.stage("history: only tallies are kept from now on of " + nights(kept.sealedNow()));
        }
        if (!kept.dropped().isEmpty()) {
            console.stage("history: nothing is kept any longer of " + nights(kept.dropped()));
        }
        HistoryNumbers.Pages pages = history.pages();
        if (pages.without() > 0) {
            console.stage("pages: " + Format.count(pages.without(), "run") + " of the input "
                    + (pages.without() == 1 ? "has" : "have") + " no page"
                    + (pages.first() == null ? "" : ", those before " + pages.first())
                    + (pages.byBytes()
                            ? ", since the site may have " + Format.bytes(pages.maxBytes())
                            : ", since " + Format.count(pages.maxNights(), "night") + " may have some"));
        }
    }

    private static String nights(List<LocalDate> nights) {
        List<String> dates = new ArrayList<>();
        nights.stream().limit(MOST_DATES).map(LocalDate::toString).forEach(dates::add);
        int more = nights.size() - dates.size();
        return String.join(", ", dates) + (more == 0 ? "" : " and " + Format.count(more, "more night"));
    }
}
