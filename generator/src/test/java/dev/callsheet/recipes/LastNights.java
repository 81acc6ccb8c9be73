package dev.callsheet.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The small story of the tests, moved by whole days so that its last call was within the last 24 hours. */
final class LastNights {

    private static final Path STORY = Path.of("generator/src/test/resources/golden/story/input");
    private static final Pattern TIME = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

    private LastNights() {}

    static Path writeTo(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(STORY)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        LocalDateTime last = LocalDateTime.MIN;
        for (Path file : files) {
            last = TIME.matcher(Files.readString(file))
                    .results()
                    .map(time -> LocalDateTime.parse(time.group()))
                    .max(Comparator.naturalOrder())
                    .filter(last::isBefore)
                    .orElse(last);
        }
        // The recipes ask for the last three days of the machine's clock.
        long days =
                Duration.between(last.toInstant(ZoneOffset.UTC), Instant.now()).toDays();
        for (Path file : files) {
            Path target = directory.resolve(STORY.relativize(file).toString());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            String moved = TIME.matcher(Files.readString(file)).replaceAll(time -> {
                String text = LocalDateTime.parse(time.group()).plusDays(days).toString();
                return text.length() == 16 ? text + ":00" : text;
            });
            Files.writeString(target, moved);
        }
        return directory;
    }
}
