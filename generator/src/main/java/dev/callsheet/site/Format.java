package dev.callsheet.site;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.Score;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers and dates as pages show them (metrics.md 0.5): percent with one decimal, scores with three, rounded half up
 * on the exact decimal; undefined is a dash. English and the same everywhere: no locale data of the runtime is asked,
 * since that changes between versions.
 */
public final class Format {

    /** What stands where a number is undefined. */
    public static final String UNDEFINED = "–";

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final int SCORE_DECIMALS = 3;
    private static final double SMALLEST_P = 0.0001;
    private static final double ONE_IN_A_MILLION = 1e-6;
    private static final int ID_START = 8;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long KILO = 1_000;

    private Format() {}

    /** A share as percent. "100.0 %" only when all of n, "0.0 %" only when none: otherwise 99.9 and 0.1. */
    public static String percent(long part, long n) {
        if (n == 0) {
            return UNDEFINED;
        }
        return percent(
                BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(n), 1, RoundingMode.HALF_UP),
                part > 0,
                part < n);
    }

    /** A share from 0 to 1 as percent, likewise. */
    public static String percent(@Nullable Double share) {
        return share == null
                ? UNDEFINED
                : percent(
                        BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.HALF_UP),
                        share > 0,
                        share < 1);
    }

    private static String percent(BigDecimal rounded, boolean some, boolean notAll) {
        if (notAll && rounded.compareTo(BigDecimal.valueOf(100)) == 0) {
            return "99.9 %";
        }
        return some && rounded.signum() == 0 ? "0.1 %" : rounded.toPlainString() + " %";
    }

    public static String interval(@Nullable Interval interval) {
        return interval == null
                ? UNDEFINED
                : decimal(interval.low() * 100, 1) + " to " + decimal(interval.high() * 100, 1) + " %";
    }

    /** A difference of shares in percentage points, with its sign: "−40.0", "+3.3", "0.0". */
    static String points(double difference) {
        String points = decimal(difference * 100, 1);
        boolean none = points.equals("0.0") || points.equals("-0.0");
        return none ? "0.0" : (points.startsWith("-") ? "" : "+") + points.replace('-', '−');
    }

    static String points(@Nullable Interval interval) {
        return interval == null ? UNDEFINED : points(interval.low()) + " to " + points(interval.high());
    }

    /** A p-value with two significant digits, "< 0.0001" below that, never 0 (metrics.md 0.5); with its sign of relation. */
    static String p(double p) {
        return p < SMALLEST_P ? probability(p) : "= " + probability(p);
    }

    /** The same for a column: without "=". */
    static String probability(double p) {
        if (p < SMALLEST_P) {
            return "< 0.0001";
        }
        BigDecimal rounded = BigDecimal.valueOf(p).round(new MathContext(2, RoundingMode.HALF_UP));
        return rounded.setScale(rounded.scale() - rounded.precision() + 2).toPlainString();
    }

    /** "once in 4 800 times" for a probability: rounded down to two figures, so that it never says more than is known. */
    static String onceIn(double p, String times) {
        if (p < ONE_IN_A_MILLION) {
            return "less than once in a million " + times;
        }
        long n = BigDecimal.ONE
                .divide(BigDecimal.valueOf(p), new MathContext(2, RoundingMode.DOWN))
                .longValue();
        return "once in " + grouped(Math.max(1, n)) + " " + times;
    }

    public static String score(@Nullable Double score) {
        return score == null ? UNDEFINED : decimal(score, SCORE_DECIMALS);
    }

    public static String score(@Nullable Score score) {
        return score == null ? UNDEFINED : score(score.value());
    }

    public static String decimal(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Seconds with one decimal below a minute, else minutes and seconds. */
    public static String duration(@Nullable Long millis) {
        if (millis == null) {
            return UNDEFINED;
        }
        long seconds = Math.round(millis / (double) MILLIS_PER_SECOND);
        return seconds < SECONDS_PER_MINUTE
                ? decimal(millis / (double) MILLIS_PER_SECOND, 1) + " s"
                : seconds / SECONDS_PER_MINUTE + " min " + seconds % SECONDS_PER_MINUTE + " s";
    }

    /** "512 B", "12 kB", "3.4 MB"; a kB is 1000 bytes. */
    public static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? Math.round(bytes / (double) KILO) + " kB"
                : decimal(bytes / (double) (KILO * KILO), 1) + " MB";
    }

    /** "1 run", "2 runs". */
    public static String count(long n, String singular, String plural) {
        return grouped(n) + " " + (n == 1 ? singular : plural);
    }

    /** "1 run", "2 runs". */
    public static String count(long n, String singular) {
        return count(n, singular, singular + "s");
    }

    /** Thousands apart by a thin space. */
    public static String grouped(long n) {
        StringBuilder text = new StringBuilder(Long.toString(n));
        for (int i = text.length() - 3; i > 0 && text.charAt(i - 1) != '-'; i -= 3) {
            text.insert(i, '\u202f');
        }
        return text.toString();
    }

    /** The first characters of an id, enough to tell it from most others. */
    static String shortId(String id) {
        return Shortened.of(id, ID_START + 1);
    }

    /** "Tue 14 Apr 2026". */
    public static String longDate(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return DAYS.get(day.getValue() - 1) + " " + shortDate(date) + " " + date.getYear();
    }

    /** "14 Apr". */
    public static String shortDate(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1);
    }

    /** "14 Apr 2026 02:41 UTC". */
    public static String time(@Nullable Instant instant, ZoneId zone) {
        if (instant == null) {
            return "no date";
        }
        ZonedDateTime time = instant.atZone(zone);
        return shortDate(time.toLocalDate()) + " " + time.getYear() + " " + twoDigits(time.getHour()) + ":"
                + twoDigits(time.getMinute()) + " " + zoneName(zone);
    }

    static String zoneName(ZoneId zone) {
        String id = zone.getId();
        return id.equals("Z") || id.equals("Etc/UTC") ? "UTC" : id;
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
