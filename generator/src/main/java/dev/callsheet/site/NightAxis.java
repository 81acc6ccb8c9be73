package dev.callsheet.site;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The calendar days along a chart: every day has a place, so that a night without a run is a gap. */
record NightAxis(LocalDate first, LocalDate last) {

    List<String> labels() {
        return first.datesUntil(last.plusDays(1)).map(Format::shortDate).toList();
    }

    int place(LocalDate night) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, night));
    }

    int days() {
        return place(last) + 1;
    }

    /** Whether something that began on a night can be marked before it. */
    boolean shows(LocalDate since) {
        return since.isAfter(first) && !since.isAfter(last);
    }

    /** " 3 of 20 days are gaps."; nothing where every day has a value. */
    String gaps(int values) {
        int gaps = days() - values;
        return gaps == 0 ? "" : " " + gaps + " of " + days() + " days " + (gaps == 1 ? "is a gap." : "are gaps.");
    }
}
