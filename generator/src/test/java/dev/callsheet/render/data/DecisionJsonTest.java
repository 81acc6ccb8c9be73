package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class DecisionJsonTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFallOfTonightHasTheTestThatProvesIt() {
        JsonNode fell = of("fell", Fortnight.of("fell", day -> day < 14 ? "PPP" : "FFF"));
        assertThat(fell.at("/headline").asString()).isEqualTo("REGRESSED");
        assertThat(fell.at("/state").asString()).isEqualTo("INSUFFICIENT");
        assertThat(fell.at("/event_since").asString()).isEqualTo("2026-04-14");
        assertThat(fell.at("/last_changed").asString()).isEqualTo("2026-04-14");
        assertThat(fell.at("/regime").toString())
                .isEqualTo("{\"since\":\"2026-04-14\",\"nights\":1,\"n\":3,\"passed\":0}");
        JsonNode test = fell.at("/evidence/tonight");
        assertThat(test.at("/since").asString()).isEqualTo("2026-04-01");
        assertThat(test.at("/before").toString()).isEqualTo("{\"passed\":39,\"n\":39}");
        assertThat(test.at("/tonight").toString()).isEqualTo("{\"passed\":0,\"n\":3}");
        assertThat(test.at("/p_drop").asDouble()).isCloseTo(1 / 11_480.0, within(1e-15));
        assertThat(test.at("/p_rise").asDouble()).isEqualTo(1);
        assertThat(test.at("/q_drop")).isEqualTo(test.at("/p_drop"));
        assertThat(fell.at("/evidence/p_event")).isEqualTo(test.at("/p_drop"));
        assertThat(fell.at("/evidence/p_state").asDouble()).isCloseTo(0.125, within(1e-12));
        assertThat(fell.at("/evidence/changes").isEmpty()).isTrue();
    }

    @Test
    void aChangeOfEarlierHasTheStretchesThatItParts() {
        JsonNode down = of("down", Fortnight.of("down", day -> day < 10 ? "PPP" : "FFF"));
        assertThat(down.at("/headline").asString()).isEqualTo("REGRESSED");
        assertThat(down.at("/state").asString()).isEqualTo("BROKEN");
        assertThat(down.at("/event_since").asString()).isEqualTo("2026-04-10");
        assertThat(down.at("/runs_to_decide").asInt(-1)).isZero();
        JsonNode change = down.at("/evidence/changes/0");
        assertThat(change.at("/night").asString()).isEqualTo("2026-04-10");
        assertThat(change.at("/before").toString()).isEqualTo("{\"passed\":27,\"n\":27}");
        assertThat(change.at("/after").toString()).isEqualTo("{\"passed\":0,\"n\":15}");
        assertThat(change.at("/dispersion").asDouble()).isGreaterThanOrEqualTo(1);
        assertThat(change.at("/p_adjusted").asDouble()).isBetween(0.0, 0.001);
        assertThat(down.at("/evidence/since_event")).isEqualTo(change.at("/after"));
        assertThat(down.at("/evidence/p_event")).isEqualTo(change.at("/p_adjusted"));
        assertThat(down.at("/evidence/tonight/before").toString()).isEqualTo("{\"passed\":0,\"n\":12}");
    }

    /** Either side of a cut has two nights; the event is of the night that began it. */
    @Test
    void anEventMayBeginLaterThanTheCutThatShowsIt() {
        JsonNode fell = of("s", Fortnight.of("s", day -> day < 14 ? "PPPP" : "FFFF"));
        assertThat(fell.at("/evidence/changes/0/night").asString()).isEqualTo("2026-04-13");
        assertThat(fell.at("/evidence/tonight").isNull()).isTrue();
        assertThat(fell.at("/event_since").asString()).isEqualTo("2026-04-14");
        assertThat(fell.at("/last_changed")).isEqualTo(fell.at("/event_since"));
        assertThat(fell.at("/evidence/since_event").toString()).isEqualTo("{\"passed\":0,\"n\":4}");
    }

    @Test
    void withoutAChangeThereIsNoChanceOfOne() {
        JsonNode flaky = of("flaky", Fortnight.of("flaky", day -> "PFP"));
        assertThat(flaky.at("/headline").asString()).isEqualTo("FLAKY");
        assertThat(flaky.at("/event").asString()).isEqualTo("NONE");
        assertThat(flaky.at("/event_since").isNull()).isTrue();
        assertThat(flaky.at("/evidence/p_event").isNull()).isTrue();
        assertThat(flaky.at("/evidence/since_event").isNull()).isTrue();
        assertThat(flaky.at("/evidence/p_state").asDouble()).isBetween(0.0, 0.05);
        assertThat(flaky.at("/expected_failed_runs").asDouble()).isBetween(0.5, 1.5);
    }

    @Test
    void aScenarioThatNeverRanHasNoEvidence() {
        JsonNode idle = of("s", List.of(scenario("s")));
        assertThat(idle.at("/state").asString()).isEqualTo("NO_DATA");
        assertThat(idle.at("/headline").asString()).isEqualTo("NO_DATA");
        assertThat(idle.at("/regime").isNull()).isTrue();
        assertThat(idle.at("/evidence").toString())
                .isEqualTo(
                        "{\"p_state\":null,\"p_event\":null,\"since_event\":null,\"only_errors_tonight\":false,\"tonight\":null,"
                                + "\"changes\":[]}");
        assertThat(idle.at("/runs_to_decide").isNull()).isTrue();
        assertThat(idle.at("/expected_failed_runs").isNull()).isTrue();
    }

    @Test
    void aNightOfErrorsIsNamedAndEarlierNightsAreJudged() {
        JsonNode errors = of("errors", Fortnight.of("errors", day -> day < 14 ? "PPP" : "EEE"));
        assertThat(errors.at("/evidence/only_errors_tonight").asBoolean()).isTrue();
        assertThat(errors.at("/evidence/tonight").isNull()).isTrue();
        assertThat(errors.at("/state").asString()).isEqualTo("RELIABLE");
    }

    @Test
    void whatGotWorseTonightStandsApartFromWhatHasBeenWorse() {
        JsonNode changes = report(Fortnight.suite()).at("/changes");
        assertThat(changes.at("/against").asString()).isEqualTo("2026-04-13");
        assertThat(changes.at("/worse").toString()).isEqualTo("[\"fell\"]");
        assertThat(changes.at("/better").toString()).isEqualTo("[]");
        assertThat(changes.at("/worse_since_earlier").toString()).isEqualTo("[\"down\"]");
        assertThat(changes.at("/better_since_earlier").toString()).isEqualTo("[\"up\"]");
        assertThat(changes.at("/newly_failing").toString()).isEqualTo("[\"fell\"]");
        assertThat(changes.at("/still_failing").toString()).isEqualTo("[\"down\"]");
    }

    @Test
    void onANightWithoutAResultNothingIsNewsOfTonight() {
        JsonNode changes = report(Fortnight.of("down", day -> day < 10 ? "PPP" : day < 14 ? "FFF" : "E"))
                .at("/changes");
        assertThat(changes.at("/against").isNull()).isTrue();
        assertThat(changes.at("/worse").toString()).isEqualTo("[]");
        assertThat(changes.at("/worse_since_earlier").toString()).isEqualTo("[\"down\"]");
    }

    @Test
    void nightsCountTheHeadlinesThatTheyCouldHaveGiven() {
        JsonNode nights = report(Fortnight.suite()).at("/night_numbers");
        assertThat(nights.at("/13/flaky").asInt()).isEqualTo(1);
        assertThat(nights.at("/13/regressed").asInt()).isEqualTo(2);
        assertThat(nights.at("/13/broken").asInt()).isZero();
        assertThat(nights.at("/8/broken").asInt()).isEqualTo(1);
        assertThat(nights.at("/12/regressed").asInt()).isEqualTo(1);
        assertThat(nights.at("/0/regressed").asInt(-1)).isZero();
    }

    @Test
    void nightsBeforeTheWindowHaveNoLabels() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            runs.add(run("r" + i).at(LocalDate.of(2026, 4, 14).minusDays(i).toString()));
        }
        JsonNode nights = report(runs).at("/night_numbers");
        assertThat(nights.at("/0/flaky").isNull()).isTrue();
        assertThat(nights.at("/0/regressed").isNull()).isTrue();
        assertThat(nights.at("/0/broken").isNull()).isTrue();
        assertThat(nights.at("/1/flaky").asInt(-1)).isZero();
    }

    @Test
    void flakinessCountsWhatIsFlakyAndWhatItCosts() {
        List<Given> records = new ArrayList<>(Fortnight.suite());
        records.add(run("slow").of("steady").at("2026-04-14").errored().lasting(30_000));
        JsonNode flakiness = report(records).at("/flakiness");
        assertThat(flakiness.at("/flaky_count").asInt()).isEqualTo(1);
        assertThat(flakiness.at("/counted").asInt()).isEqualTo(3);
        assertThat(flakiness.at("/left_out").asInt()).isEqualTo(2);
        assertThat(flakiness.at("/gate_flake_risk_plug_in").asDouble()).isCloseTo(1 - 8 / 27.0, within(1e-12));
        assertThat(flakiness.at("/gate_flake_risk").asDouble()).isBetween(0.5, 0.9);
        assertThat(flakiness.at("/expected_failing_scenarios").asDouble()).isBetween(0.5, 2.0);
        assertThat(flakiness.at("/required_gate_flake_risk").isNull()).isTrue();
        assertThat(flakiness.at("/expected_failed_runs").asDouble()).isBetween(6.0, 9.0);
        assertThat(flakiness.at("/flake_minutes").asDouble()).isEqualTo(14);
        assertThat(flakiness.at("/flake_minutes_tonight").asDouble()).isEqualTo(1);
        assertThat(flakiness.at("/infra_minutes").asDouble()).isEqualTo(0.5);
        assertThat(flakiness.at("/infra_minutes_tonight").asDouble()).isEqualTo(0.5);
        assertThat(flakiness.at("/turn_limit").toString())
                .isEqualTo("{\"hits\":0,\"n\":0,\"rate\":null,\"wilson_low\":null,\"wilson_high\":null,"
                        + "\"lower_bound\":null,\"of_failed\":{\"hits\":0,\"n\":0,\"rate\":null,\"wilson_low\":null,"
                        + "\"wilson_high\":null},\"of_passed\":{\"hits\":0,\"n\":0,\"rate\":null,\"wilson_low\":null,"
                        + "\"wilson_high\":null}}");
    }

    @Test
    void theExpectedFailedRunsOfAllScenariosAreTheSum() {
        JsonNode report = report(Fortnight.suite());
        assertThat(report.at("/flakiness/expected_failed_runs").asDouble())
                .isCloseTo(
                        report.at("/scenarios")
                                .valueStream()
                                .mapToDouble(s -> s.at("/expected_failed_runs").asDouble())
                                .sum(),
                        within(1e-12));
    }

    @Test
    void ofNothingNothingIsExpected() {
        JsonNode flakiness = report(List.of()).at("/flakiness");
        assertThat(flakiness.at("/flaky_count").asInt(-1)).isZero();
        for (String key : List.of(
                "gate_flake_risk",
                "gate_flake_risk_plug_in",
                "expected_failing_scenarios",
                "required_gate_flake_risk",
                "expected_failed_runs")) {
            assertThat(flakiness.at("/" + key).isNull()).as(key).isTrue();
        }
    }

    private JsonNode of(String id, List<? extends Given> records) {
        JsonNode scenario = report(records).at("/scenarios/0");
        assertThat(scenario.at("/id").asString()).isEqualTo(id);
        return scenario;
    }

    private JsonNode report(List<? extends Given> records) {
        return Written.of(corpora.of(records)).report();
    }
}
