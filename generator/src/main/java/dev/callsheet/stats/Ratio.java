package dev.callsheet.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Quotients of exact integers. */
final class Ratio {

    private Ratio() {}

    /** numerator/(denominator · 10^decimals), rounded from 34 digits; the denominator is positive. */
    static double of(BigInteger numerator, BigInteger denominator, int decimals) {
        return decimal(numerator, denominator, decimals).doubleValue();
    }

    /** The same to 34 digits, which is exact where the quotient is a short decimal. */
    static BigDecimal decimal(BigInteger numerator, BigInteger denominator, int decimals) {
        return new BigDecimal(numerator, decimals).divide(new BigDecimal(denominator), MathContext.DECIMAL128);
    }
}
