package dev.callsheet.render.data;

import static dev.callsheet.render.data.Outcomes.night;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What {@code report.json} says of changes. */
class ChangesJsonTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theTwoNightsAreComparedScenarioByScenario() {
        JsonNode changes = Written.of(corpora.of(
                        night("2026-04-13", "breaks:PASSED", "heals:FAILED", "broken:FAILED", "left:PASSED"),
                        night("2026-04-14", "breaks:FAILED", "heals:PASSED", "broken:FAILED", "new:PASSED")))
                .report()
                .get("changes");
        assertThat(changes.get("compared")
                        .valueStream()
                        .map(pair -> pair.get("scenario_id").asString()))
                .containsExactly("breaks", "broken", "heals");
        JsonNode breaks = changes.at("/compared/0");
        assertThat(breaks.get("before").toString()).isEqualTo("{\"passed\":1,\"n\":1}");
        assertThat(breaks.get("now").toString()).isEqualTo("{\"passed\":0,\"n\":1}");
        assertThat(breaks.get("difference").asDouble()).isEqualTo(-1);
        assertThat(breaks.get("high").asDouble()).isPositive();
        assertThat(breaks.get("p").asDouble()).isEqualTo(1);
        assertThat(breaks.get("real").asBoolean()).isFalse();
        assertThat(breaks.get("smallest_visible").isNull()).isTrue();
        assertThat(changes.at("/paired/scenarios").asInt()).isEqualTo(3);
        assertThat(changes.at("/paired/mean").asDouble()).isZero();
        assertThat(changes.at("/paired/test").asString()).isEqualTo("mc_nemar");
        assertThat(changes.at("/paired/p").asDouble()).isEqualTo(1);
    }

    @Test
    void versionsOfAPathwayAreCompared() {
        JsonNode versions = Written.of(corpora.of(
                        run("1").pathway("p").version("42").at("2026-04-13"),
                        run("2").of("t").pathway("p").version("42").at("2026-04-13"),
                        run("3").pathway("p").version("43").at("2026-04-14").failed()))
                .report()
                .at("/changes/versions/0");
        assertThat(versions.get("pathway_id").asString()).isEqualTo("p");
        assertThat(versions.get("before").asString()).isEqualTo("42");
        assertThat(versions.get("now").asString()).isEqualTo("43");
        assertThat(versions.get("since").asString()).isEqualTo("2026-04-14");
        assertThat(versions.get("only_before").toString()).isEqualTo("[\"t\"]");
        assertThat(versions.at("/compared/0/scenario_id").asString()).isEqualTo("s");
    }

    @Test
    void changesListScenariosAgainstTheNightBefore() {
        JsonNode report = Written.of(corpora.of(
                        night("2026-04-13", "breaks:PASSED", "heals:FAILED", "broken:FAILED", "left:PASSED"),
                        night("2026-04-14", "breaks:FAILED", "heals:PASSED", "broken:FAILED", "new:PASSED")))
                .report();
        JsonNode changes = report.get("changes");
        assertThat(changes.get("against").asString()).isEqualTo("2026-04-13");
        assertThat(ids(changes)).isEqualTo("""
                worse [], better [], worse_since_earlier [], better_since_earlier [], new ["new"], returned [], gone [], \
                not_run ["left"], newly_failing ["breaks"], newly_passing ["heals"], still_failing ["broken"]""");
        assertThat(changes.get("baseline").isNull()).isTrue();
        assertThat(changes.get("versions").isEmpty()).isTrue();
        assertThat(report.at("/night_numbers/0/against").isNull()).isTrue();
        assertThat(report.at("/night_numbers/1/newly_failing").toString()).isEqualTo("[\"breaks\"]");
        assertThat(report.at("/night_numbers/1/runs").asInt()).isEqualTo(4);
    }

    /** The members of an object that are lists of strings, or empty. */
    private static String ids(JsonNode changes) {
        return changes.properties().stream()
                .filter(member -> member.getValue().isArray()
                        && !member.getKey().equals("compared")
                        && !member.getKey().equals("versions"))
                .map(member -> member.getKey() + " " + member.getValue())
                .collect(Collectors.joining(", "));
    }
}
