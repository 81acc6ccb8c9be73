package dev.callsheet.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.function.Function;

/**
 * The table of thresholds: for each component of {@link Rules}, in their order, its key, its range and its meaning.
 * What configures them, checks them, documents them or repeats them takes them from here.
 */
public enum Threshold {
    WINDOW_NIGHTS(whole(365), Rules::windowNights, "How many nights with a result a scenario is judged on."),
    RECENT_NIGHTS(whole(365), Rules::recentNights, "For how many nights with a result a change stays an event."),
    NEW_NIGHTS(whole(365), Rules::newNights, "A scenario with fewer nights with a result is new."),
    PRIOR_RUNS(
            whole(1_000),
            Rules::priorRuns,
            "How many runs with a result a scenario needs before tonight is compared with them."),
    // Below a half a scenario would be called broken before it could be called flaky (metrics.md 2.5).
    TOLERANCE(
            Range.of(0.5, 0.9999),
            Rules::tolerance,
            "A scenario is flaky when its pass probability is proven to be lower."),
    FLOOR(
            Range.of(0.5, 0.9999),
            Rules::floor,
            "A scenario is reliable when its pass probability is proven to be at least this."),
    ALPHA(Range.ERROR, Rules::alpha, "The error probability of a claim about one scenario's pass rate."),
    FALSE_DISCOVERY_RATE(
            Range.ERROR, Rules::falseDiscoveryRate, "The share of a list of findings that may be false, on average."),
    CHANGE_ALPHA(
            Range.ERROR, Rules::changeAlpha, "The error probability of a change found in the nights of one series."),
    SUITE_ALPHA(
            Range.ERROR,
            Rules::suiteAlpha,
            "The error probability of changes found in all series together: each gets its share where that is less."),
    MINIMUM_CHANGE(Range.of(0, 1), Rules::minimumChange, "The smallest change of a pass rate that counts."),
    INFRASTRUCTURE_SHARE(
            Range.of(0.01, 1),
            Rules::infrastructureShare,
            "A batch of whose finished runs at least this share errored or was cancelled is no evidence."),
    INFRASTRUCTURE_RUNS(whole(1_000), Rules::infrastructureRuns, "How many finished runs a batch needs for that."),
    TONE_MINIMUM_SHIFT(Range.of(0, 1), Rules::toneMinimumShift, "The smallest change of a mean tone that counts."),
    TONE_FLOOR(Range.of(0, 1), Rules::toneFloor, "A run with a lower overall tone score is a bad one."),
    TONE_BUDGET(Range.of(0.001, 0.999), Rules::toneBudget, "The share of scored runs that may be bad."),
    TONE_BUDGET_NIGHTS(whole(365), Rules::toneBudgetNights, "Over how many nights bad runs are counted.");

    /** A double has no more digits that its decimal needs: 0.1 is shown so, not as the fraction that it is. */
    private static final MathContext DIGITS = new MathContext(15);

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers does not change
    private final Range range;

    @SuppressWarnings("ImmutableEnumChecker") // nor does a reference to an accessor
    private final Function<Rules, Number> component;

    private final String meaning;

    Threshold(Range range, Function<Rules, Number> component, String meaning) {
        this.range = range;
        this.component = component;
        this.meaning = meaning;
    }

    /**
     * The values that a threshold may have, both ends included.
     *
     * @param whole whether fractions are none of them
     */
    public record Range(double low, double high, boolean whole) {

        /** Of an error probability: at a half and above nothing is proven. */
        private static final Range ERROR = of(0.000_001, 0.5);

        static Range of(double low, double high) {
            return new Range(low, high, false);
        }

        /** Whether it holds a value; it holds no NaN. */
        public boolean contains(double value) {
            return value >= low && value <= high && (!whole || value == Math.rint(value));
        }

        /** "1 to 365". */
        @Override
        public String toString() {
            return decimal(low) + " to " + decimal(high);
        }
    }

    private static Range whole(int most) {
        return new Range(1, most, true);
    }

    /** The name in files: "window_nights". */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Range range() {
        return range;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    /** Its value: an Integer where its range is whole, else a Double. */
    public Number of(Rules rules) {
        return component.apply(rules);
    }

    /** Its value as a decimal without an exponent: "60", "0.001". */
    public String text(Rules rules) {
        return decimal(of(rules).doubleValue());
    }

    /** The rules that have these values. */
    public static Rules rules(Function<Threshold, ? extends Number> values) {
        return new Rules(
                values.apply(WINDOW_NIGHTS).intValue(),
                values.apply(RECENT_NIGHTS).intValue(),
                values.apply(NEW_NIGHTS).intValue(),
                values.apply(PRIOR_RUNS).intValue(),
                values.apply(TOLERANCE).doubleValue(),
                values.apply(FLOOR).doubleValue(),
                values.apply(ALPHA).doubleValue(),
                values.apply(FALSE_DISCOVERY_RATE).doubleValue(),
                values.apply(CHANGE_ALPHA).doubleValue(),
                values.apply(SUITE_ALPHA).doubleValue(),
                values.apply(MINIMUM_CHANGE).doubleValue(),
                values.apply(INFRASTRUCTURE_SHARE).doubleValue(),
                values.apply(INFRASTRUCTURE_RUNS).intValue(),
                values.apply(TONE_MINIMUM_SHIFT).doubleValue(),
                values.apply(TONE_FLOOR).doubleValue(),
                values.apply(TONE_BUDGET).doubleValue(),
                values.apply(TONE_BUDGET_NIGHTS).intValue());
    }

    private static String decimal(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
