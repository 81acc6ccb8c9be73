package dev.callsheet.history;

/** Decimal numbers as whole billionths, without a detour over {@link java.math.BigDecimal}: there are millions. */
final class Decimals {

    private static final int DECIMALS = 9;
    private static final long ONE = 1_000_000_000L;
    private static final int WHOLE_DIGITS = 9;
    private static final int BAD = -1;

    private Decimals() {}

    /** The decimal number without zeros at its end. */
    static String of(long billionths) {
        long rest = billionths % ONE;
        if (rest == 0) {
            return Long.toString(billionths / ONE);
        }
        StringBuilder text = new StringBuilder().append(billionths / ONE).append('.');
        for (long unit = ONE / 10; rest > 0; unit /= 10) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        }
        return text.toString();
    }

    /** The billionths of a number of JSON; -1 when it is negative, huge, finer than a billionth or has an exponent. */
    static long billionths(char[] text, int from, int length) {
        long value = 0;
        int decimals = BAD;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c == '.') {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                decimals += decimals == BAD ? 0 : 1;
            } else {
                return BAD;
            }
            if (decimals > DECIMALS || i - from > WHOLE_DIGITS + DECIMALS) {
                return BAD;
            }
        }
        int whole = decimals == BAD ? length : length - decimals - 1;
        if (whole > WHOLE_DIGITS) {
            return BAD;
        }
        for (int i = Math.max(0, decimals); i < DECIMALS; i++) {
            value *= 10;
        }
        return value;
    }
}
