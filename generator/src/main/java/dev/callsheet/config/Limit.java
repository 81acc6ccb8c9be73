package dev.callsheet.config;

import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.util.List;

/**
 * Two thresholds of which one must not exceed the other: together they would be nonsense.
 *
 * @param reason what would follow
 */
public record Limit(Threshold lower, Threshold upper, String reason) {

    public static final List<Limit> ALL = List.of(
            new Limit(
                    Threshold.FLOOR,
                    Threshold.TOLERANCE,
                    "a scenario between the two would be proven reliable and flaky at once"),
            new Limit(Threshold.NEW_NIGHTS, Threshold.WINDOW_NIGHTS, "every scenario would stay new"),
            new Limit(Threshold.RECENT_NIGHTS, Threshold.WINDOW_NIGHTS, "no change before the window is ever seen"),
            new Limit(
                    Threshold.CHANGE_ALPHA,
                    Threshold.SUITE_ALPHA,
                    "one series cannot be allowed more errors than all of them together"));

    static void check(Rules rules) throws ConfigurationException {
        for (Limit limit : ALL) {
            if (limit.lower.of(rules).doubleValue() > limit.upper.of(rules).doubleValue()) {
                throw new ConfigurationException(
                        Setting.RULES + ": " + limit.lower.key() + " is " + limit.lower.text(rules) + " and "
                                + limit.upper.key() + " is " + limit.upper.text(rules) + ": " + limit.sentence());
            }
        }
    }

    /** "floor must not exceed tolerance: …". */
    public String sentence() {
        return lower.key() + " must not exceed " + upper.key() + ": " + reason;
    }
}
