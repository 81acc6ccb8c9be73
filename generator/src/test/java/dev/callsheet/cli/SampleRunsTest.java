package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.source.Sources;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample runs, as they are loaded, give the numbers that their writer counted by itself. */
class SampleRunsTest {

    private static final List<ToneDimension> DIMENSIONS =
            List.of(ToneDimension.EMPATHY, ToneDimension.NATURALNESS, ToneDimension.TOPIC_TRANSITIONS);

    private static Corpus corpus;
    private static JsonNode expected;
    private static Map<String, List<RunFacts>> byScenario;

    @BeforeAll
    static void load() throws Exception {
        try (CorpusBuilder builder = new CorpusBuilder()) {
            Sources.read(List.of("samples"), InputStream.nullInputStream(), builder);
            corpus = builder.build();
        }
        byScenario =
                corpus.runs().stream().map(run -> run.facts()).collect(Collectors.groupingBy(RunFacts::scenarioId));
        expected = JsonMapper.shared().readTree(SampleRunsTest.class.getResourceAsStream("/samples-expected.json"));
    }

    @AfterAll
    static void close() throws Exception {
        corpus.close();
    }

    @Test
    void everyScenarioPassesAsOftenEveryNight() {
        for (JsonNode scenario : expected.get("scenarios")) {
            Map<String, List<RunFacts>> nights = byNight(scenario);
            assertThat(nights).hasSameSizeAs(scenario.get("nights").properties());
            scenario.get("nights").properties().forEach(night -> {
                List<RunFacts> runs = Objects.requireNonNull(nights.get(night.getKey()));
                assertThat(count(runs, RunStatus.PASSED))
                        .as(scenario.get("name").asString() + " " + night.getKey())
                        .isEqualTo(night.getValue().get("passed").asLong());
                assertThat(count(runs, RunStatus.PASSED) + count(runs, RunStatus.FAILED))
                        .isEqualTo(night.getValue().get("n").asLong());
            });
        }
    }

    @Test
    void everyToneDimensionSoundsAsItDoesInTheStory() {
        int compared = 0;
        for (JsonNode scenario : expected.get("scenarios")) {
            Map<String, List<RunFacts>> nights = byNight(scenario);
            for (var night : scenario.get("nights").properties()) {
                for (ToneDimension dimension : DIMENSIONS) {
                    double[] scores = Objects.requireNonNull(nights.get(night.getKey())).stream()
                            .map(run -> run.tone().get(dimension))
                            .filter(Objects::nonNull)
                            .mapToDouble(Score::value)
                            .toArray();
                    JsonNode mean = night.getValue().get(dimension.field());
                    assertThat(scores.length > 0).isEqualTo(mean != null);
                    if (mean != null) {
                        assertThat(Arrays.stream(scores).average().orElseThrow())
                                .isEqualTo(mean.asDouble(), within(1e-12));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void everyNodeIsVisitedByAsManyRuns() {
        for (JsonNode scenario : expected.get("scenarios")) {
            assertThat(counts(runs(scenario).stream()
                            .flatMap(run -> run.nodes().stream().distinct())))
                    .as(scenario.get("name").asString())
                    .isEqualTo(counts(scenario.get("runs_by_node_visited")));
        }
    }

    @Test
    void everyVersionHasAsManyRuns() {
        for (JsonNode scenario : expected.get("scenarios")) {
            assertThat(counts(runs(scenario).stream().flatMap(run -> Stream.ofNullable(run.version()))))
                    .as(scenario.get("name").asString())
                    .isEqualTo(counts(scenario.get("runs_by_version")));
        }
    }

    @Test
    void aCallEndsInTheLastNodeItVisited() {
        assertThat(corpus.runs())
                .extracting(run -> run.facts())
                .filteredOn(facts -> !facts.nodes().isEmpty())
                .isNotEmpty()
                .allSatisfy(facts -> assertThat(facts.currentNodeId())
                        .isEqualTo(facts.nodes().get(facts.nodes().size() - 1)));
    }

    private static Map<String, Long> counts(Stream<String> words) {
        return words.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> counts(JsonNode told) {
        Map<String, Long> counts = new TreeMap<>();
        told.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private static List<RunFacts> runs(JsonNode scenario) {
        return byScenario.getOrDefault(scenario.get("id").asString(), List.of());
    }

    private static Map<String, List<RunFacts>> byNight(JsonNode scenario) {
        return runs(scenario).stream().collect(Collectors.groupingBy(SampleRunsTest::night));
    }

    private static String night(RunFacts run) {
        return LocalDate.ofInstant(Objects.requireNonNull(run.createdAt()), ZoneOffset.UTC)
                .toString();
    }

    private static long count(List<RunFacts> runs, RunStatus status) {
        return runs.stream().filter(run -> run.status() == status).count();
    }
}
