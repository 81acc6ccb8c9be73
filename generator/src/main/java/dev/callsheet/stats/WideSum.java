package dev.callsheet.stats;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A sum in 192 bits (two's complement), wide enough for the squares of 2⁶³ longs. A {@link BigInteger} would do, but
 * costs an allocation per value, and a build adds millions of values.
 */
final class WideSum {

    private long top;
    private long middle;
    private long low;

    void add(long value) {
        long sign = value >> 63;
        add(sign, sign, value);
    }

    void addSquare(long value) {
        add(0, Math.multiplyHigh(value, value), value * value);
    }

    void add(WideSum other) {
        add(other.top, other.middle, other.low);
    }

    private void add(long otherTop, long otherMiddle, long otherLow) {
        low += otherLow;
        long carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
        long sum = middle + otherMiddle;
        long carryOfSum = Long.compareUnsigned(sum, otherMiddle) < 0 ? 1 : 0;
        middle = sum + carry;
        long carryOfCarry = Long.compareUnsigned(middle, sum) < 0 ? 1 : 0;
        top += otherTop + carryOfSum + carryOfCarry;
    }

    BigInteger value() {
        return new BigInteger(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(top)
                .putLong(middle)
                .putLong(low)
                .array());
    }
}
