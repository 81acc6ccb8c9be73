package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private static JsonNode report;
    private static JsonNode expected;

    @BeforeAll
    static void build() {
        report = new Site(Program.build(temporary.resolve("site"), SAMPLES)).report();
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
            assertThat(nights.get(i).get("mean_overall_tone_score").asDouble())
                    .isEqualTo(night.get("mean_overall_tone").asDouble(), within(1e-12));
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
        long conflicts = report.get("problems")
                .valueStream()
                .filter(problem -> problem.get("kind").asString().equals("conflict"))
                .count();
        assertThat(conflicts).isEqualTo(expected.get("contradictions").size());
        assertThat(report.get("redaction").get("phone").asLong())
                .isEqualTo(expected.get("redactable").get("phone").asLong());
        assertThat(report.get("redaction").get("email").asLong())
                .isEqualTo(expected.get("redactable").get("email").asLong());
    }

    private static JsonNode byId(JsonNode entries, String id) {
        return entries.valueStream()
                .filter(entry -> entry.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
