package dev.callsheet.testing;

import dev.callsheet.report.HistoryNumbers;
import java.util.List;

/** What a report remembers. */
public final class GivenHistory {

    private GivenHistory() {}

    /** A report that was given no history and keeps none. */
    public static HistoryNumbers none() {
        return new HistoryNumbers(
                "main",
                List.of(),
                0,
                0,
                new HistoryNumbers.Kept(false, List.of(), 0, 400, 40_000_000, List.of(), List.of()),
                new HistoryNumbers.Pages(30, 900_000_000, null, 0, false));
    }
}
