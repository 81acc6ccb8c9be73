package dev.callsheet.site;

import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The pass rate of a scenario over the last nights as a row of columns, as high as the rate: one place a calendar day,
 * a gap where it did not run. Drawn as three paths: nights that passed at least half, nights below, and nights without
 * a result.
 */
final class Strip {

    static final int DAYS = 30;

    private static final int STEP = 5;
    private static final int COLUMN = 4;
    private static final int HEIGHT = 16;
    private static final double LEAST = 1.5;
    private static final double HALF = 0.5;

    private Strip() {}

    /** @param last the newest night of the report, at the right end */
    static Cell cell(List<NightEntry> entries, LocalDate last) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        StringBuilder without = new StringBuilder();
        int nights = 0;
        int below = 0;
        for (NightEntry entry : entries) {
            long age = ChronoUnit.DAYS.between(entry.night(), last);
            if (age < 0 || age >= DAYS) {
                continue;
            }
            long x = (DAYS - 1 - age) * STEP;
            Tally tally = entry.tally();
            if (tally.valid() == 0) {
                without.append(column(x, LEAST));
                continue;
            }
            nights++;
            double rate = tally.passed() / (double) tally.valid();
            below += rate < HALF ? 1 : 0;
            (rate < HALF ? lower : upper).append(column(x, Math.max(LEAST, HEIGHT * rate)));
        }
        String description = nights == 0
                ? "no result in the last " + DAYS + " days"
                : "pass rate on " + Format.count(nights, "night") + " of the last " + DAYS + " days, below half on "
                        + (below == 0 ? "none" : Integer.toString(below));
        return new Cell.Strip(description, upper.toString(), lower.toString(), without.toString(), DAYS * STEP, HEIGHT);
    }

    private static String column(long x, double height) {
        return "M" + x + " " + HEIGHT + "v-" + Format.decimal(height, 1) + "h" + COLUMN + "V" + HEIGHT + "z";
    }
}
