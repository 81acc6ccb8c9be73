package dev.callsheet.config;

import dev.callsheet.metrics.Threshold;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of texts; empty where a text has none. */
final class Values {

    /** Stands for no value, where there need be none. */
    static final String NONE = "none";

    private static final String STANDARD_OUTPUT = "-";

    // No more digits than a double keeps, so that the value is shown as it was written.
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9]\\d{0,4})(?:\\.\\d{1,10})?(?:[eE][-+]?\\d)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int LONGEST_STREAM = 40;
    private static final Pattern STREAM = Pattern.compile("(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\\.)"
            + "[a-z0-9](?:[a-z0-9_-]|\\.(?!\\.)){0," + (LONGEST_STREAM - 1) + "}");
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smhd])");
    private static final int LONGEST_ID = 1_000;
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,11})(?: ?([kKMG]?B))?");
    private static final Map<String, Long> UNITS =
            Map.of("B", 1L, "kB", 1_000L, "KB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);
    private static final long MOST_BYTES = 1_000_000_000_000L;

    private Values() {}

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<String> path(String text) {
        try {
            return Path.of(text).toString().isBlank() ? Optional.empty() : Optional.of(text);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A path that is there or not; standard output is none. */
    static Optional<Optional<String>> file(String text) {
        if (text.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        return text.equals(STANDARD_OUTPUT) || path(text).isEmpty() ? Optional.empty() : Optional.of(Optional.of(text));
    }

    static Optional<Number> number(String text, Threshold.Range range) {
        if (!(range.whole() ? WHOLE : DECIMAL).matcher(text).matches()) {
            return Optional.empty();
        }
        Number value = range.whole() ? Integer.valueOf(text) : (Number) Double.valueOf(text);
        return range.contains(value.doubleValue()) ? Optional.of(value) : Optional.empty();
    }

    /** A date that is there or not. */
    static Optional<Optional<LocalDate>> night(String text) {
        if (text.equals(NONE)) {
            return Optional.of(Optional.empty());
        }
        try {
            return DATE.matcher(text).matches() ? Optional.of(Optional.of(LocalDate.parse(text))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Boolean> onOff(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Bytes, at least 1 and at most a million million. */
    static Optional<Long> size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        long unit = size.group(2) == null ? 1 : UNITS.getOrDefault(size.group(2), 1L);
        long count = Long.parseLong(size.group(1));
        return count > MOST_BYTES / unit ? Optional.empty() : Optional.of(count * unit);
    }

    /** A time above zero, in a unit that is named. */
    static Optional<Duration> duration(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(duration.group(1));
        return Optional.of(
                switch (duration.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /** A time above zero, or none. */
    static Optional<Optional<Duration>> patience(String text) {
        Optional<Duration> duration = duration(text);
        return text.equals(NONE) || duration.isPresent() ? Optional.of(duration) : Optional.empty();
    }

    /** Ids, one a line. */
    static Optional<List<String>> ids(String text) {
        List<String> ids = text.lines().map(String::strip).toList();
        if (ids.equals(List.of(NONE))) {
            return Optional.of(List.of());
        }
        return ids.isEmpty() || ids.stream().anyMatch(id -> !isId(id)) ? Optional.empty() : Optional.of(ids);
    }

    private static boolean isId(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    static Optional<String> stream(String text) {
        return STREAM.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** What is said of a text that is no stream: the nearest name that is one, too, since branches have such names. */
    static String notAStream(String text) {
        String name = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[._-]+", "")
                .replaceAll("\\.{2,}", ".");
        String suggested =
                name.substring(0, Math.min(name.length(), LONGEST_STREAM)).replaceAll("[._-]+$", "");
        return Shown.text(text) + (stream(suggested).isEmpty() ? "" : "; " + suggested + " would do");
    }
}
