package dev.callsheet.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where history comes from: one source a line, a path or the URL of a site.
 */
final class HistorySources {

    private static final Pattern URL = Pattern.compile("(?i)(?:https?:|[a-z][a-z0-9+.-]*://).*");

    private HistorySources() {}

    static Optional<List<String>> read(String text) {
        List<String> sources = lines(text);
        if (sources.equals(List.of(Values.NONE))) {
            return Optional.of(List.of());
        }
        return sources.isEmpty() || sources.stream().anyMatch(source -> fault(source) != null)
                ? Optional.empty()
                : Optional.of(sources);
    }

    /** What is said of a text that {@link #read} does not take: of its first source that is at fault. */
    static String found(String text) {
        return lines(text).stream()
                .map(HistorySources::fault)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("''");
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    /** What is wrong with a source; null when nothing is. */
    private static @Nullable String fault(String source) {
        if (URL.matcher(source).matches()) {
            return WebAddress.fault(source);
        }
        if (source.equals(Values.NONE)) {
            return "'none' beside another source; ./none is a file of this name";
        }
        try {
            return source.isEmpty()
                            || source.equals("-")
                            || Path.of(source).toString().isEmpty()
                    ? Shown.text(source)
                    : null;
        } catch (InvalidPathException e) {
            return Shown.text(source);
        }
    }
}
