package dev.callsheet.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.samples.SampleRun.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
                .isLessThan(2_500_000);
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
    void allToneExamplesButTwoQuoteTheirTurn() {
        assertThat(story.runs().stream()
                        .flatMap(run -> run.call().examples().stream()
                                .filter(example -> !run.call()
                                        .chat()
                                        .get(example.turn() - 1)
                                        .text()
                                        .startsWith(example.text()))))
                .hasSize(2);
    }

    @Test
    void callsFollowTheGraphOfTheirPathway() {
        assertThat(story.runs()).allSatisfy(run -> {
            List<String> nodes = run.call().nodes();
            for (int i = 1; i < nodes.size(); i++) {
                assertThat(run.scenario().pathway().hasEdge(nodes.get(i - 1), nodes.get(i)))
                        .as(run.key() + " " + nodes.subList(i - 1, i + 1))
                        .isTrue();
            }
        });
        assertThat(story.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.checks())
                        .filteredOn(check -> check.kind() == Check.Kind.REACHES)
                        .allSatisfy(check -> assertThat(scenario.pathway().hasNode(check.subject()))
                                .isTrue()));
    }

    @Test
    void passingCallsReachTheirEndAndFailedOnesStopBefore() {
        assertThat(story.runs().stream().filter(run -> run.status() == Status.FAILED))
                .isNotEmpty()
                .noneMatch(run -> run.call().nodes().contains("closing"));
        assertThat(story.runs().stream().filter(run -> run.call().nodes().contains("arabic_line")))
                .isEmpty();
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
    void cancellationBreaksOnThe12th() {
        assertThat(passed("cancel-appointment", "2026-04-11")).isEqualTo(6);
        for (String night : List.of("2026-04-12", "2026-04-13", "2026-04-14")) {
            assertThat(passed("cancel-appointment", night)).as(night).isLessThanOrEqualTo(2);
        }
        assertThat(runs("cancel-appointment", "2026-04-14").stream().filter(run -> run.status() == Status.FAILED))
                .isNotEmpty()
                .allSatisfy(run -> {
                    assertThat(run.call().nodes()).endsWith("offer_refund");
                    assertThat(run.call().says("is cancelled")).isFalse();
                });
    }

    @Test
    void emergencyGetsWorseOnTheLastNightOnly() {
        assertThat(passed("after-hours-emergency", "2026-04-13")).isEqualTo(5);
        assertThat(passed("after-hours-emergency", "2026-04-14")).isLessThanOrEqualTo(2);
    }

    @Test
    void reschedulingIsFixedOnThe8th() {
        assertThat(passed("reschedule-visit", "2026-04-07")).isLessThanOrEqualTo(1);
        assertThat(passed("reschedule-visit", "2026-04-08")).isEqualTo(5);
    }

    @Test
    void fourOfFiveRunsEndInAnErrorWhenTheInfrastructureFails() {
        List<SampleRun> runs = story.runsOf(Plan.OUTAGE);
        assertThat(runs.stream().filter(run -> run.status() == Status.ERROR).count() * 5)
                .isGreaterThanOrEqualTo(runs.size() * 4L);
    }

    @Test
    void theBanksEmpathyFallsAndItsOutcomesDoNot() {
        assertThat(empathy("2026-04-14")).isLessThan(empathy("2026-04-06") - 12);
        assertThat(passed("lost-card", "2026-04-14")).isEqualTo(5);
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
                .noneMatch(reason -> reason.contains("555-") || reason.contains("@"));
    }

    private List<SampleRun> runs(String scenario, String night) {
        return story.runsOf(LocalDate.parse(night)).stream()
                .filter(run -> run.scenario().key().equals(scenario))
                .toList();
    }

    private long passed(String scenario, String night) {
        return ExpectedNumbers.count(runs(scenario, night), Status.PASSED);
    }

    private double empathy(String night) {
        return runs("lost-card", night).stream()
                .map(SampleRun::tone)
                .filter(Objects::nonNull)
                .mapToInt(tone -> tone.hundredths("empathy"))
                .average()
                .orElseThrow();
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
