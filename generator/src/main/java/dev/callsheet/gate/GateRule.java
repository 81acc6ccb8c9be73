package dev.callsheet.gate;

import java.util.Locale;

/**
 * The rules of the gate (metrics.md 9), in the order in which they are named as a reason: causes before what follows
 * from them, required scenarios before all others. What a rule gives that is not met is in {@link GateLimits}; said here
 * is its default.
 */
public enum GateRule {
    /** Tonight has a valid run: an empty night never passes a gate. Else inconclusive, and most rules are not asked. */
    NIGHT_HAS_RESULTS,
    /**
     * What callsheet fetched of the input is all that was asked for. Else inconclusive, or a warning; not asked when
     * nothing was fetched, or by choice.
     */
    FETCH_COMPLETE,
    /** Errors and cancelled runs of tonight are few. Else inconclusive. */
    INFRASTRUCTURE,
    /** No required scenario got worse or is broken. Else failed. */
    REQUIRED_WORSE,
    /** Required scenarios passed enough of their runs tonight, four fifths by default. Else failed. */
    REQUIRED_TONIGHT,
    /** Required scenarios ran tonight and are not undecided after failures. Else inconclusive. */
    REQUIRED_EVIDENCE,
    /** Names required scenarios that never failed but have too few runs to prove them. Passes nevertheless. */
    REQUIRED_UNPROVEN,
    /** No scenario got worse. Else failed. */
    ANY_WORSE,
    /** The suite's pass rate is surely high enough. Else failed or inconclusive; not asked by default. */
    SUITE_RATE,
    /** Few scenarios are flaky. Else a warning. */
    FLAKY_COUNT,
    /** The suite's overall tone score did not fall far for good. Else a warning. */
    TONE_DROP,
    /** No more bad-sounding runs than are allowed. Else a warning. */
    TONE_BUDGET,
    /** Few runs of tonight met their turn limit. Else a warning. */
    TURN_LIMIT,
    /** Flakiness alone would rarely fail a night. Else a warning. */
    FLAKE_RISK;

    /** The name in report.json. It never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
