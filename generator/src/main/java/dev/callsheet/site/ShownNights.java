package dev.callsheet.site;

import dev.callsheet.metrics.NightNumbers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/**
 * The nights that a chart shows: those with a value that are near enough to the newest of them, oldest first.
 *
 * @param having how many nights have a value
 */
record ShownNights(List<NightNumbers> nights, int having) {

    /** More days than this are not drawn: a day would have no room. */
    static final int MOST_DAYS = 120;

    static ShownNights of(List<NightNumbers> nights, Predicate<NightNumbers> hasValue) {
        List<NightNumbers> having = nights.stream().filter(hasValue).toList();
        if (having.isEmpty()) {
            return new ShownNights(having, 0);
        }
        LocalDate last = having.get(having.size() - 1).night();
        return new ShownNights(
                having.stream()
                        .filter(night -> ChronoUnit.DAYS.between(night.night(), last) < MOST_DAYS)
                        .toList(),
                having.size());
    }

    int size() {
        return nights.size();
    }

    boolean isEmpty() {
        return nights.isEmpty();
    }

    NightNumbers first() {
        return nights.get(0);
    }

    NightNumbers last() {
        return nights.get(nights.size() - 1);
    }

    /** The days along the chart; there must be a night. */
    NightAxis axis() {
        return new NightAxis(first().night(), last().night());
    }

    /** "over 17 nights", or what part of them is drawn. */
    String over() {
        return nights.size() == having ? "over " + Format.count(having, "night") : "over " + part();
    }

    /** "the last 120 days of 400 nights"; nothing where all are drawn. */
    String cut() {
        return nights.size() == having ? "" : "Drawn are " + part() + ".";
    }

    private String part() {
        return "the last " + MOST_DAYS + " days of " + Format.count(having, "night");
    }
}
