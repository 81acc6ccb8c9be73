package dev.callsheet.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 timestamps that name their zone. */
public final class Timestamps {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)[Tt ](\\d\\d):(\\d\\d)"
            + "(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?:[Zz]|([+-])(\\d\\d)(?::?(\\d\\d))?)");
    private static final Pattern STRICT =
            Pattern.compile("[\\d-]{10}T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final int LEAP_SECOND = 60;

    private Timestamps() {}

    /**
     * The instant, or null when the text is no timestamp: no zone, no such day, or outside the years 1970 to 9999.
     * A leap second is taken as the second before it.
     */
    public static @Nullable Instant parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return null;
        }
        try {
            int second = number(iso, 6);
            LocalDateTime local = LocalDateTime.of(
                    number(iso, 1),
                    number(iso, 2),
                    number(iso, 3),
                    number(iso, 4),
                    number(iso, 5),
                    second == LEAP_SECOND ? LEAP_SECOND - 1 : second,
                    nanos(iso.group(7)));
            Instant instant = local.toInstant(offset(iso));
            return instant.isBefore(Instant.EPOCH) || instant.isAfter(END) ? null : instant;
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    /** Whether a timestamp that can be read is also written as the API writes it. */
    static boolean isStrict(String timestamp) {
        return STRICT.matcher(timestamp).matches();
    }

    /** Whether a timestamp names a leap second. */
    static boolean isLeapSecond(String timestamp) {
        if (!timestamp.contains(":" + LEAP_SECOND)) {
            return false;
        }
        Matcher iso = ISO.matcher(timestamp);
        return iso.matches() && number(iso, 6) == LEAP_SECOND;
    }

    private static ZoneOffset offset(Matcher iso) {
        int sign = "-".equals(iso.group(8)) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * number(iso, 9), sign * number(iso, 10));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher iso, int group) {
        String digits = iso.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
