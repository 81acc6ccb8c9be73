package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample report gives the numbers that its writer counted by itself. */
class SampleSiteTest {

    private static final Path SAMPLES = Path.of("samples");

    @TempDir
    static Path temporary;

    private static Site site;
    private static JsonNode report;
    private static JsonNode expected;

    @BeforeAll
    static void build() {
        site = new Site(Program.build(temporary.resolve("site"), SAMPLES));
        report = site.report();
        expected = JsonMapper.shared().readTree(SampleSiteTest.class.getResourceAsStream("/samples-expected.json"));
    }

    @Test
    void totalsAreThoseOfTheStory() {
        JsonNode totals = report.get("totals");
        expected.get("totals")
                .properties()
                .forEach(entry -> assertThat(totals.get(entry.getKey()).asLong())
                        .as(entry.getKey())
                        .isEqualTo(entry.getValue().asLong()));
        assertThat(report.get("night").asString())
                .isEqualTo(expected.get("night").asString());
    }

    @Test
    void theReadmeOfTheSamplesTellsTheHeadline() throws IOException {
        String headline = site.page("index.html").expectFirst("h1").text();
        assertThat(Files.readString(SAMPLES.resolve("README.md"))).contains(headline);
    }

    @Test
    void everyNightCountsItsRuns() {
        JsonNode nights = report.get("night_numbers");
        assertThat(nights.size()).isEqualTo(expected.get("nights").size()).isPositive();
        for (int i = 0; i < nights.size(); i++) {
            JsonNode night = expected.get("nights").get(i);
            for (String count : List.of("runs", "passed", "failed", "error", "cancelled")) {
                assertThat(nights.get(i).get(count).asLong())
                        .as(night.get("night").asString() + " " + count)
                        .isEqualTo(night.get(count).asLong());
            }
            JsonNode tone = nights.get(i).get("mean_overall_tone_score");
            assertThat(tone.isNull()).isEqualTo(night.get("mean_overall_tone").isNull());
            if (!tone.isNull()) {
                assertThat(tone.asDouble())
                        .isEqualTo(night.get("mean_overall_tone").asDouble(), within(1e-12));
            }
        }
    }

    @Test
    void everyScenarioCountsItsRuns() {
        JsonNode scenarios = report.get("scenarios");
        assertThat(scenarios.size()).isEqualTo(expected.get("scenarios").size()).isPositive();
        for (JsonNode scenario : expected.get("scenarios")) {
            JsonNode found = byId(scenarios, scenario.get("id").asString());
            for (String count : List.of("n", "passed", "failed", "error", "cancelled")) {
                assertThat(found.get("window").get(count).asLong())
                        .as(scenario.get("name").asString() + " " + count)
                        .isEqualTo(scenario.get(count).asLong());
                assertThat(found.get("tonight").get(count).asLong())
                        .as(scenario.get("name").asString() + " tonight " + count)
                        .isEqualTo(scenario.get("tonight").get(count).asLong());
            }
            assertThat(found.get("outcome").asString().equals("mixed"))
                    .isEqualTo(scenario.get("mixed").asBoolean());
        }
    }

    @Test
    void passHatKIsTheMeanOverScenarios() {
        for (JsonNode point : expected.get("pass_hat_k")) {
            JsonNode found =
                    report.get("flakiness").get("pass_hat_k").get(point.get("k").asInt() - 1);
            assertThat(found.get("k").asInt()).isEqualTo(point.get("k").asInt());
            assertThat(found.get("n").asInt()).isEqualTo(point.get("scenarios").asInt());
            assertThat(found.get("value").asDouble())
                    .isEqualTo(point.get("value").asDouble(), within(1e-12));
        }
    }

    @Test
    void everyContradictionOfTheStoryIsNamed() {
        List<JsonNode> conflicts = report.get("problems")
                .valueStream()
                .filter(problem -> problem.get("kind").asString().equals("conflict"))
                .toList();
        assertThat(conflicts).hasSize(expected.get("contradictions").size());
        for (JsonNode contradiction : expected.get("contradictions")) {
            assertThat(conflicts).anySatisfy(problem -> {
                assertThat(problem.get("record_id")).isEqualTo(contradiction.get("record_id"));
                assertThat(problem.get("pointer").asString())
                        .endsWith(contradiction.get("field").asString());
                assertThat(problem.get("found")).isEqualTo(contradiction.get("found"));
            });
        }
    }

    @Test
    void theMissingPageOfTheListIsNamed() {
        assertThat(report.get("problems").valueStream())
                .filteredOn(problem -> problem.get("kind").asString().equals("incomplete"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.get("expected").asString())
                        .startsWith(expected.get("listed_in_all").asString()));
    }

    @Test
    void theSimulationSetThatContradictsItsRunsIsNamed() {
        for (JsonNode disagreement : expected.get("simulation_set_disagreements")) {
            JsonNode set = byId(
                    report.get("simulation_sets"), disagreement.get("set_id").asString());
            assertThat(set.get("disagreements").valueStream())
                    .allSatisfy(
                            found -> assertThat(found.get("scenario_id")).isEqualTo(disagreement.get("scenario_id")))
                    .anySatisfy(found -> {
                        assertThat(found.get("field").asString()).isEqualTo("passed");
                        assertThat(found.get("api").asString())
                                .isEqualTo(disagreement.get("api_passed").asString());
                        assertThat(found.get("computed").asString())
                                .isEqualTo(disagreement.get("computed_passed").asString());
                    });
        }
    }

    @Test
    void everyKindOfPersonalDataIsRedacted() {
        for (var kind : expected.get("redactable").properties()) {
            assertThat(report.get("redaction").get(kind.getKey()).asLong())
                    .as(kind.getKey())
                    .isEqualTo(kind.getValue().asLong())
                    .isPositive();
        }
    }

    @Test
    void everyAssertionCountsItsFailures() {
        for (JsonNode scenario : expected.get("scenarios")) {
            for (var failures : scenario.get("failures_by_assertion").properties()) {
                assertThat(report.get("assertions").valueStream())
                        .filteredOn(
                                found -> found.get("assertion_id").asString().equals(failures.getKey()))
                        .as(scenario.get("name").asString())
                        .singleElement()
                        .satisfies(found -> assertThat(found.get("failed").asLong())
                                .isEqualTo(failures.getValue().asLong()));
            }
        }
    }

    private static JsonNode byId(JsonNode entries, String id) {
        return entries.valueStream()
                .filter(entry -> entry.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
