package dev.callsheet.samples;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the runs of a scenario go: for each stretch of nights, how many in a hundred pass and which way of the dialogue
 * the others take.
 */
record Plan(NavigableMap<LocalDate, Odds> odds) {

    /** A run that never got as far as a call. */
    static final String ERROR = "ERROR";

    /** A run that somebody stopped after a few turns. */
    static final String CANCELLED = "CANCELLED";

    record Odds(int passing, String otherwise) {}

    /** The story of every scenario that is run at night. */
    private static final Map<String, Plan> BY_SCENARIO = Map.ofEntries(
            entry("book-a-cleaning", passes(100)), // steady
            entry("cancel-appointment", passes(98).then("2026-04-12", 10, "offer_refund")), // breaks
            entry("reschedule-visit", passes(6).then("2026-04-08", 100, "fail")), // fixed
            entry("angry-caller-billing", passes(74)), // flaky
            entry("after-hours-emergency", passes(100).then("2026-04-14", 30, "fail")), // worse
            entry("opening-hours", passes(100)), // without tone
            entry("lost-card", passes(100)), // passes, but its empathy slides
            entry("bank-change-address", passes(97)),
            entry("balance-arabic", passes(0)), // never passes
            entry("payment-plan", passes(46)), // very flaky, but optional
            entry("where-is-my-parcel", passes(95)),
            entry("parcel-change-address", passes(92)),
            entry("locker-delivery", from("2026-04-08", 100))); // new, and without a definition

    /** Single runs that go another way than their scenario's plan, by night, scenario and attempt. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            entry("2026-03-30 cancel-appointment 2", "pass_refund"),
            entry("2026-04-03 cancel-appointment 4", "pass_refund"),
            entry("2026-04-10 cancel-appointment 1", "pass_refund"),
            entry("2026-03-31 where-is-my-parcel 3", ERROR),
            entry("2026-04-06 lost-card 2", ERROR),
            entry("2026-04-11 cancel-appointment 6", "pass"), // the lucky run that let version 43 through
            entry("2026-04-11 locker-delivery 2", "fail"),
            entry("2026-04-12 opening-hours 4", ERROR),
            entry("2026-04-13 locker-delivery 1", "fail"),
            entry("2026-04-13 cancel-appointment 7", "pass"),
            entry("2026-04-10 bank-change-address 3", CANCELLED),
            entry("2026-04-14 payment-plan 4", CANCELLED),
            entry("2026-04-14 payment-plan 5", CANCELLED),
            entry("2026-04-14 locker-delivery 5", CANCELLED));

    static final LocalDate OUTAGE = LocalDate.of(2026, 4, 9);

    private static final int LOST_IN_OUTAGE = 86;

    /** The way a run goes; null when the scenario is not run that night. */
    static @Nullable String way(String scenario, LocalDate night, int attempt, Dice dice) {
        Plan plan = BY_SCENARIO.get(scenario);
        var odds = plan == null ? null : plan.odds.floorEntry(night);
        if (odds == null) {
            return null;
        }
        boolean lost = dice.between(1, 100) <= LOST_IN_OUTAGE;
        boolean passes = dice.between(1, 100) <= odds.getValue().passing();
        String planned = passes ? "pass" : odds.getValue().otherwise();
        if (night.equals(OUTAGE)) {
            return lost ? ERROR : planned;
        }
        return INSTEAD.getOrDefault(night + " " + scenario + " " + attempt, planned);
    }

    private static Plan passes(int percent) {
        return from("2026-03-25", percent);
    }

    private static Plan from(String night, int passing) {
        return new Plan(new TreeMap<>(Map.of(LocalDate.parse(night), new Odds(passing, "fail"))));
    }

    private Plan then(String night, int passing, String otherwise) {
        NavigableMap<LocalDate, Odds> longer = new TreeMap<>(odds);
        longer.put(LocalDate.parse(night), new Odds(passing, otherwise));
        return new Plan(longer);
    }
}
