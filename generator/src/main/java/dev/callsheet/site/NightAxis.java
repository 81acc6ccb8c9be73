package dev.callsheet.site;

import dev.callsheet.metrics.NightNumbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** The calendar days along a chart: every day has a place, so that a night without a run is a gap. */
record NightAxis(LocalDate first, LocalDate last) {

    /** More days than this are not drawn, the newest are. */
    private static final int MOST_DAYS = 90;

    /** Those of the nights that have a value and are near enough to the newest such night; oldest first. */
    static List<NightNumbers> shown(List<NightNumbers> nights, Predicate<NightNumbers> hasValue) {
        List<NightNumbers> having = nights.stream().filter(hasValue).toList();
        if (having.isEmpty()) {
            return having;
        }
        LocalDate last = having.get(having.size() - 1).night();
        return having.stream()
                .filter(night -> ChronoUnit.DAYS.between(night.night(), last) < MOST_DAYS)
                .toList();
    }

    /** The axis of some nights, at least one, oldest first. */
    static NightAxis of(List<NightNumbers> nights) {
        return new NightAxis(
                nights.get(0).night(), nights.get(nights.size() - 1).night());
    }

    List<String> labels() {
        return first.datesUntil(last.plusDays(1)).map(Format::shortDate).toList();
    }

    int place(LocalDate night) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, night));
    }
}
