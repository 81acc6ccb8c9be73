package dev.callsheet.site;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.RuleResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a rule of the gate. Rounding moves none of them to its limit or beyond: 79.96 % of at least 80 % is
 * "79.9 %".
 */
final class GateFigures {

    private static final int PERCENT_DECIMALS = 1;
    private static final int SCORE_DECIMALS = 3;
    private static final double FOUR_FIFTHS = 0.8;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private GateFigures() {}

    /** "8 of 60 runs". */
    static String counted(RuleResult result, String what) {
        return Format.grouped(count(result)) + " of " + Format.count(n(result), what);
    }

    static long count(RuleResult result) {
        return Objects.requireNonNull(result.count());
    }

    static long n(RuleResult result) {
        return Objects.requireNonNull(result.n());
    }

    /** The limit as it was set: "5 %". */
    static String limit(RuleResult result) {
        return MethodPage.percent(Objects.requireNonNull(result.limit()));
    }

    /** "four fifths", or the share as it was set. */
    static String requiredShare(GateLimits limits) {
        return limits.requiredShare() == FOUR_FIFTHS ? "four fifths" : MethodPage.percent(limits.requiredShare());
    }

    /** The value as percent. */
    static String percent(RuleResult result) {
        return percent(result, Objects.requireNonNull(result.value()));
    }

    /** Another share that is compared with the limit of the rule. */
    static String percent(RuleResult result, double share) {
        BigDecimal value = decimal(share).movePointRight(2);
        BigDecimal limit = decimal(result.limit()).movePointRight(2);
        return rounded(value, PERCENT_DECIMALS, List.of(BigDecimal.ZERO, HUNDRED, limit)) + " %";
    }

    /** The value, with its sign turned, as a score. */
    static String fall(RuleResult result) {
        return rounded(
                decimal(result.value()).negate(),
                SCORE_DECIMALS,
                List.of(decimal(result.limit()).negate()));
    }

    /** Half up, unless that would move the value to a bound or beyond; the last of them weighs most. */
    private static String rounded(BigDecimal value, int decimals, List<BigDecimal> bounds) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        for (BigDecimal bound : bounds) {
            int side = value.compareTo(bound);
            if (rounded.compareTo(bound) != side) {
                rounded = side == 0
                        ? bound
                        : value.setScale(decimals, side < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
            }
        }
        return rounded.toPlainString();
    }

    private static BigDecimal decimal(@Nullable Double value) {
        return BigDecimal.valueOf(Objects.requireNonNull(value));
    }
}
