package dev.callsheet.stats;

/** A closed interval of numbers; a single point where both ends agree. */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) { // also refuses NaN
            throw new IllegalArgumentException("an interval must not end before it begins, was " + low + " to " + high);
        }
    }

    /** The part of this interval within [0,1], for an interval about a number that lies there. */
    Interval withinUnit() {
        return new Interval(Math.max(0, low), Math.min(1, high));
    }
}
