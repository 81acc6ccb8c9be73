package dev.callsheet.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.samples.SampleRun.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps {@code samples/} and its writer the same. After a change to the story:
 * {@code mvn -q test -Dtest=SamplesTest -Dsamples.rewrite=true}
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("samples");
    private static final Path EXPECTED = Path.of("generator/src/test/resources/samples-expected.json");
    private static final String README = "README.md";

    private final Story story = Story.tell();

    @BeforeAll
    static void rewriteIfAsked() throws IOException {
        if (Boolean.getBoolean("samples.rewrite")) {
            Story story = Story.tell();
            for (Path stale : filesBelow(SAMPLES).values()) {
                Files.delete(stale);
            }
            SampleWriter.write(SampleWriter.files(story), SAMPLES);
            Files.writeString(EXPECTED, Shapes.pretty(ExpectedNumbers.of(story)));
        }
    }

    @Test
    void samplesAreWhatTheWriterMakes(@TempDir Path fresh) throws IOException {
        SampleWriter.write(SampleWriter.files(story), fresh);
        Map<String, Path> made = filesBelow(fresh);
        Map<String, Path> kept = filesBelow(SAMPLES);
        assertThat(kept.keySet()).isEqualTo(made.keySet());
        for (String file : made.keySet()) {
            assertThat(content(kept, file)).as(file).isEqualTo(content(made, file));
        }
    }

    @Test
    void expectedNumbersAreThoseOfTheStory() throws IOException {
        assertThat(Files.readString(EXPECTED)).isEqualTo(Shapes.pretty(ExpectedNumbers.of(story)));
    }

    @Test
    void samplesAreSmall() {
        assertThat(SampleWriter.files(story).values().stream()
                        .mapToLong(file -> file.length)
                        .sum())
                .isLessThan(1_500_000);
    }

    @Test
    void idsAreUnique() {
        assertThat(story.runs()).extracting(SampleRun::id).doesNotHaveDuplicates();
        assertThat(story.scenarios()).extracting(SampleScenario::id).doesNotHaveDuplicates();
    }

    @Test
    void callsHaveSixToSixteenTurnsWithinTheLimitOfTheirScenario() {
        assertThat(story.runs())
                .filteredOn(SampleRun::isValid)
                .allSatisfy(run -> assertThat(run.call().chat())
                        .hasSizeBetween(6, Math.min(16, run.scenario().maxTurns())));
    }

    @Test
    void toneExamplesQuoteTheirTurn() {
        assertThat(story.runs())
                .allSatisfy(run -> assertThat(run.call().examples())
                        .allSatisfy(example -> assertThat(run.call()
                                        .chat()
                                        .get(example.turn() - 1)
                                        .text())
                                .startsWith(example.text())));
    }

    @Test
    void overallToneLiesAmongTheDimensions() {
        assertThat(story.runs().stream().map(SampleRun::tone).filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(tone -> assertThat(tone.dimensions().values())
                        .anyMatch(value -> value <= tone.overall())
                        .anyMatch(value -> value >= tone.overall()));
    }

    @Test
    void cancellationBreaksOnTheLastNight() {
        assertThat(story.runsOf(story.lastNight()).stream()
                        .filter(run -> run.scenario().key().equals("cancel-appointment"))
                        .filter(run -> run.status() == Status.FAILED))
                .hasSize(4)
                .allSatisfy(run -> {
                    assertThat(run.call().nodes()).endsWith("offer_refund");
                    assertThat(run.call().says("is cancelled")).isFalse();
                });
    }

    @Test
    void personalDataIsFictional() {
        assertThat(story.runs()).allSatisfy(run -> {
            assertThat(run.caller().phone()).contains("-555-01");
            assertThat(run.caller().email()).matches("[a-z.]+@example\\.com");
        });
    }

    @Test
    void noPersonalDataStandsWhereSeveralDocumentsRepeatIt() {
        // Reasons come again in batches and lists: a count of redactions would depend on what was loaded.
        assertThat(story.runs().stream().flatMap(run -> run.outcomes().stream()).map(Check.Outcome::reason))
                .noneMatch(reason -> reason.contains("555") || reason.contains("@"));
    }

    private static byte[] content(Map<String, Path> files, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(Objects.requireNonNull(files.get(name), name));
        // Packed bytes depend on the zlib at hand; what they unpack to does not.
        return name.endsWith(".gz") ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    private static SortedMap<String, Path> filesBelow(Path directory) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> regular = paths.filter(Files::isRegularFile).toList();
            for (Path path : regular) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                if (!name.equals(README)) {
                    files.put(name, path);
                }
            }
        }
        return files;
    }
}
