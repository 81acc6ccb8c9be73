package dev.callsheet.render.data;

import static dev.callsheet.render.data.Outcomes.night;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ReportJsonTest {

    private static final String OF_NO_RUN =
            "{\"passed\":0,\"n\":0,\"rate\":null,\"wilson_low\":null,\"wilson_high\":null}";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itSaysWhatItIsAndOfWhen() {
        JsonNode report = Written.of(corpora.of(
                        run("1").at("2026-04-14T02:00:00Z"),
                        run("2").at("2026-04-14T10:00:00Z").running(),
                        run("3").at("2026-04-12T10:00:00Z").errored()))
                .report();
        assertThat(report.at("/schema").asString()).isEqualTo("callsheet.report/1");
        assertThat(report.at("/generator").toString()).isEqualTo("{\"name\":\"callsheet\",\"version\":\"1.2.3\"}");
        assertThat(report.at("/generated_at").asString()).isEqualTo("2026-04-14T23:59:59Z");
        assertThat(report.at("/data_as_of").asString()).isEqualTo("2026-04-14T10:00:00Z");
        assertThat(report.at("/zone").asString()).isEqualTo("Z");
        assertThat(report.at("/night_starts").asString()).isEqualTo("00:00");
        assertThat(report.at("/night").asString()).isEqualTo("2026-04-14");
        assertThat(report.at("/nights").toString()).isEqualTo("[\"2026-04-12\",\"2026-04-14\"]");
        assertThat(report.at("/redaction").toString()).isEqualTo("{\"phone\":3}");
    }

    @Test
    void historyIsNamedWithItsSourcesAndWhatIsKept() {
        JsonNode without = Written.of(corpora.of()).report().at("/history");
        assertThat(without.at("/source").isNull()).isTrue();
        assertThat(without.at("/runs").asInt()).isZero();
        JsonNode history = Written.of(
                        corpora.of(run("1").at("2026-04-14")),
                        new GivenFindings()
                                .history(new GivenHistory()
                                        .read("site", 2, 30)
                                        .read("https://example.org", 1, 10)
                                        .notRead("gone", "no such file")
                                        .kept("2026-04-13", true)
                                        .kept("2026-04-14", false)
                                        .dropped("2026-04-12")
                                        .pages("2026-04-14", 7, false)))
                .report()
                .at("/history");
        assertThat(history.at("/source").asString()).isEqualTo("site, https://example.org");
        assertThat(history.at("/nights").asInt()).isEqualTo(3);
        assertThat(history.at("/runs").asInt()).isEqualTo(40);
        assertThat(history.at("/stream").asString()).isEqualTo("main");
        assertThat(history.at("/sources/2").toString())
                .isEqualTo("{\"name\":\"gone\",\"failure\":\"no such file\",\"nights\":0,\"runs\":0,\"newest\":null}");
        assertThat(history.at("/kept").toString())
                .isEqualTo("{\"readonly\":false,\"nights\":2,\"bytes\":2000,\"sealed_nights\":[\"2026-04-13\"],"
                        + "\"dropped\":[\"2026-04-12\"]}");
        assertThat(history.at("/pages").toString()).isEqualTo("{\"first_night\":\"2026-04-14\",\"without_page\":7}");
    }

    @Test
    void totalsCountRunRecordsByStatus() {
        JsonNode totals = Written.of(corpora.of(
                        scenario("never-ran"),
                        run("1").at("2026-04-14"),
                        run("1").at("2026-04-14"),
                        run("2").at("2026-04-14").failed(),
                        run("3").at("2026-04-14").errored(),
                        run("4").at("2026-04-14").status("CANCELLED"),
                        run("5").at("2026-04-14").status("PENDING"),
                        run("6").at("2026-04-14").running(),
                        run("7").at("2026-04-14").status("passed"),
                        set("x").on("2026-04-14")
                                .with(figures("s").counts(50, 50, 0).rate("1"))))
                .report()
                .at("/totals");
        assertThat(totals.toString())
                .isEqualTo("{\"scenarios\":2,\"batches\":0,\"simulation_sets\":1,\"runs\":7,\"passed\":1,\"failed\":1,"
                        + "\"error\":1,\"cancelled\":1,\"unfinished\":2,\"unknown\":1,\"duplicates\":1}");
    }

    @Test
    void ofNothingEveryRateIsNullAndEveryListIsEmpty() {
        JsonNode report = Written.of(corpora.of()).report();
        assertThat(report.at("/night").isNull()).isTrue();
        assertThat(report.at("/pass_rate").toString())
                .isEqualTo("{\"passed\":0,\"n\":0,\"rate\":null,\"wilson_low\":null,\"wilson_high\":null,"
                        + "\"clustered_low\":null,\"clustered_high\":null,\"design_effect\":null}");
        assertThat(report.at("/scenarios").isEmpty()).isTrue();
        assertThat(report.at("/tone/overall").toString())
                .isEqualTo(
                        "{\"n\":0,\"mean\":null,\"micro_mean\":null,\"low\":null,\"high\":null,\"sd\":null,\"min\":null}");
        assertThat(report.at("/changes/against").isNull()).isTrue();
        assertThat(report.at("/changes/newly_failing").toString()).isEqualTo("[]");
    }

    @Test
    void theGateHasItsRulesWithWhatTheyMeasured() {
        JsonNode gate = Written.of(corpora.of(
                        scenario("s").required(), run("1").at("2026-04-14").failed(), run("2").at("2026-04-14")))
                .report()
                .at("/gate");
        assertThat(gate.at("/verdict").asString()).isEqualTo("fail");
        assertThat(gate.at("/rules/1").toString())
                .isEqualTo(
                        "{\"rule\":\"infrastructure\",\"verdict\":\"pass\",\"title\":\"Errors\",\"sentence\":\"0 of 2 runs"
                                + " errored or were cancelled, 0.0 %; at most 10 % may.\",\"value\":0,\"limit\":0.1,\"count\":0,\"n\":2,"
                                + "\"scenarios\":[]}");
        assertThat(gate.at("/rules/3").toString())
                .isEqualTo("{\"rule\":\"required_tonight\",\"verdict\":\"fail\",\"title\":\"Required ones tonight\","
                        + "\"sentence\":\"s, required for promotion, passed 1 of 2 tonight, of which 2 must.\","
                        + "\"value\":null,\"limit\":null,\"count\":1,"
                        + "\"n\":1,\"scenarios\":[\"s\"]}");
    }

    @Test
    void theGateOfNothingIsInconclusive() {
        assertThat(Written.of(corpora.of()).report().at("/gate/verdict").asString())
                .isEqualTo("inconclusive");
    }

    @Test
    void aScenarioHasTonightBesideItsWindow() {
        JsonNode scenario = Written.of(corpora.of(
                        scenario("s").required(),
                        run("1").at("2026-04-13"),
                        run("2").at("2026-04-14").failed().score("0.123456789").tone(ToneDimension.EMPATHY, "0.25")))
                .report()
                .at("/scenarios/0");
        assertThat(scenario.at("/outcome").asString()).isEqualTo("mixed");
        assertThat(scenario.at("/required").asBoolean()).isTrue();
        assertThat(scenario.at("/tonight/n").asInt()).isEqualTo(1);
        assertThat(scenario.at("/tonight/rate").asDouble()).isZero();
        assertThat(scenario.at("/window/n").asInt()).isEqualTo(2);
        assertThat(scenario.at("/window/rate").asDouble()).isEqualTo(0.5);
        assertThat(scenario.at("/pass_hat_k").toString()).isEqualTo("[{\"k\":1,\"value\":0.5},{\"k\":2,\"value\":0}]");
        assertThat(scenario.at("/flips").asInt()).isEqualTo(1);
        assertThat(scenario.at("/tone/empathy").toString())
                .isEqualTo(
                        "{\"n\":1,\"mean\":0.25,\"micro_mean\":0.25,\"low\":null,\"high\":null,\"sd\":null,\"min\":0.25}");
        assertThat(scenario.at("/tone/naturalness/n").asInt()).isZero();
        assertThat(scenario.at("/score/mean").toString()).isEqualTo("0.123456789");
    }

    @Test
    void aBatchStandsAgainstTheOneBeforeOfItsTrigger() {
        JsonNode batches = Written.of(corpora.of(
                        batch("b1").counts(1, 1, 0).at("2026-04-13T00:00:00Z"),
                        batch("b2").counts(1, 0, 1).at("2026-04-14T00:00:00Z"),
                        run("1").batch("b1").at("2026-04-13"),
                        run("2").batch("b2").at("2026-04-14").failed()))
                .report()
                .at("/batches");
        assertThat(batches.at("/0/against").asString()).isEqualTo("b1");
        assertThat(batches.at("/0/changes").toString())
                .isEqualTo("{\"new\":[],\"not_run\":[],\"newly_failing\":[\"s\"],\"newly_passing\":[],"
                        + "\"still_failing\":[]}");
        assertThat(batches.at("/1/against").isNull()).isTrue();
        assertThat(batches.at("/1/changes/newly_failing").isEmpty()).isTrue();
    }

    @Test
    void aSetHasTheApisFiguresOursAndTheirDisagreements() {
        JsonNode set = Written.of(corpora.of(
                        night("2026-04-14", "s:PASSED", "s:FAILED", "s:ERROR"),
                        set("x").on("2026-04-14")
                                .overall("0.75", 1, 0, 4)
                                .with(figures("s").counts(3, 2, 1).rate("0.5").flaky(true))
                                .with(figures("t").counts(3, 3, 0).rate("1").flaky(false))))
                .report()
                .at("/simulation_sets/0");
        assertThat(set.at("/api/avg_pass_rate").asDouble()).isEqualTo(0.75);
        assertThat(set.at("/computed/n").asInt()).isEqualTo(2);
        assertThat(set.at("/computed/mixed").asInt()).isEqualTo(1);
        assertThat(set.at("/disagreements").toString())
                .isEqualTo("[{\"scenario_id\":\"s\",\"field\":\"passed\",\"api\":\"2\",\"computed\":\"1\"}]");
        assertThat(set.at("/per_scenario/0/computed/mixed").asBoolean()).isTrue();
        assertThat(set.at("/per_scenario/0/computed/error").asInt()).isEqualTo(1);
        assertThat(set.at("/per_scenario/1/computed/n").asInt()).isZero();
        assertThat(set.at("/per_scenario/1/computed/mixed").isNull()).isTrue();
        assertThat(set.at("/per_scenario/1/disagreements").isEmpty()).isTrue();
    }

    @Test
    void computedIsAnObjectEvenForASetAndABatchWithoutRuns() {
        JsonNode report = Written.of(
                        corpora.of(batch("b").counts(2, 1, 1).at("2026-04-14T00:00:00Z"), set("x").on("2026-04-14")))
                .report();
        assertThat(report.at("/simulation_sets/0/computed/n").asInt(-1)).isZero();
        assertThat(report.at("/simulation_sets/0/computed/mixed").isNull()).isTrue();
        assertThat(report.at("/batches/0/computed/n").asInt(-1)).isZero();
        assertThat(report.at("/batches/0/computed/rate").isNull()).isTrue();
        assertThat(report.at("/batches/0/api/passed_scenarios").asInt()).isEqualTo(1);
    }

    @Test
    void assertionsAreCountedOverTheRunsOfTheirScenario() {
        AssertionKey key = new AssertionKey("a", "contains", "transcript", null, "Hello");
        JsonNode assertion = Written.of(corpora.of(
                        scenario("s").asserting("a", "Greets", "1.50"),
                        run("1").at("2026-04-14").check(key, Verdict.PASSED, "said to a caller"),
                        run("2").at("2026-04-14").failed().check(key, Verdict.FAILED, "said to a caller")))
                .report()
                .at("/assertions/0");
        assertThat(assertion.toString())
                .isEqualTo("{\"scenario_id\":\"s\",\"assertion_id\":\"a\",\"type\":\"contains\","
                        + "\"target\":\"transcript\",\"field\":null,\"expected\":\"Hello\",\"name\":\"Greets\","
                        + "\"required\":true,\"weight\":1.5,\"n\":2,\"passed\":1,\"failed\":1,\"unknown\":0,"
                        + "\"sole_cause\":1,\"attributed\":1,\"proven_fail_share\":0.025320565519103635,"
                        + "\"never_failed\":false}");
    }

    @Test
    void nodesHaveTheirRatesAndOfThoseNeverVisitedEveryRunIsOneWithout() {
        JsonNode nodes = Written.of(corpora.of(), new GivenFindings().pathway("p", "greet", "farewell"))
                .report()
                .at("/nodes");
        assertThat(nodes.size()).isEqualTo(2);
        assertThat(nodes.at("/0/pathway_id").asString()).isEqualTo("p");
        assertThat(nodes.at("/0/node_id").asString()).isEqualTo("greet");
        assertThat(nodes.at("/0/with/n").asInt()).isEqualTo(3);
        assertThat(nodes.at("/0/with/rate").asDouble()).isEqualTo(1 / 3.0);
        assertThat(nodes.at("/0/without/passed").asInt()).isEqualTo(3);
        assertThat(nodes.at("/0/ended_failed").asInt()).isEqualTo(2);
        assertThat(nodes.at("/0/never_visited").asBoolean(true)).isFalse();
        assertThat(nodes.at("/0/ef").asInt()).isEqualTo(2);
        assertThat(nodes.at("/0/dstar2").asDouble()).isEqualTo(2);
        assertThat(nodes.at("/0/rank").asInt()).isEqualTo(1);
        assertThat(nodes.at("/1/rank").isNull()).isTrue();
        assertThat(nodes.at("/1/ochiai").isNull()).isTrue();
        assertThat(nodes.at("/1/node_id").asString()).isEqualTo("farewell");
        assertThat(nodes.at("/1/with").toString()).isEqualTo(OF_NO_RUN);
        assertThat(nodes.at("/1/without/passed").asInt()).isEqualTo(4);
        assertThat(nodes.at("/1/without/n").asInt()).isEqualTo(7);
        assertThat(nodes.at("/1/never_visited").asBoolean(false)).isTrue();
    }

    @Test
    void failuresAreOurGroupsAndThenTheModesOfTheApi() {
        Corpus corpus = corpora.of(run("1").failed(), run("2").errored());
        JsonNode failures = Written.of(
                        corpus,
                        new GivenFindings()
                                .failedAssertion("says hello", corpus)
                                .errorMessage("No answer", corpus)
                                .mode("Talked over the caller"))
                .report()
                .at("/failures");
        assertThat(failures.at("/0/kind").asString()).isEqualTo("assertion");
        assertThat(failures.at("/0/share").asDouble()).isEqualTo(0.5);
        assertThat(failures.at("/0/sole_cause").asInt()).isEqualTo(1);
        assertThat(failures.at("/0/scenarios").toString()).isEqualTo("[\"s\",\"t\"]");
        assertThat(failures.at("/1").toString())
                .isEqualTo("{\"kind\":\"error_message\",\"signature\":\"of No answer\",\"label\":\"No answer\","
                        + "\"runs\":2,\"evaluated\":null,\"share\":null,\"wilson_low\":null,\"wilson_high\":null,"
                        + "\"sole_cause\":null,\"scenarios\":[\"s\"],\"sets\":[],\"first_night\":\"2026-04-12\","
                        + "\"last_night\":\"2026-04-14\"}");
        assertThat(failures.at("/2/kind").asString()).isEqualTo("api_mode");
        assertThat(failures.at("/2/runs").isNull()).isTrue();
        assertThat(failures.at("/2/sets").toString()).isEqualTo("[\"x\",\"y\"]");
    }

    @Test
    void toneHasWhatIsUsualAndTheIssues() {
        JsonNode tone = Written.of(
                        corpora.of(),
                        new GivenFindings()
                                .usual(ToneDimension.EMPATHY, 0.7, 0.9)
                                .issue("robotic", 5))
                .report()
                .at("/tone");
        assertThat(tone.at("/usual/empathy").toString()).isEqualTo("{\"low\":0.7,\"high\":0.9}");
        assertThat(tone.at("/usual/overall_tone_score").toString()).isEqualTo("{\"low\":null,\"high\":null}");
        assertThat(tone.at("/drift").isNull()).isTrue();
        assertThat(tone.at("/issues/0/label").asString()).isEqualTo("robotic");
        assertThat(tone.at("/issues/0/count").asInt()).isEqualTo(10);
        assertThat(tone.at("/issues/0/share").asDouble()).isEqualTo(0.5);
        assertThat(tone.at("/issues/0/wilson_low").asDouble()).isBetween(0.2, 0.3);
        assertThat(tone.at("/issues/0/last_night").asString()).isEqualTo("2026-04-14");
    }

    @Test
    void withTooFewNightsDriftIsUnknownAndNotNone() {
        JsonNode tone = Written.of(corpora.of(run("1").at("2026-04-14").tone(ToneDimension.EMPATHY, "0.9")))
                .report()
                .at("/tone");
        assertThat(tone.at("/drift").isNull()).isTrue();
        assertThat(tone.at("/series").asInt()).isZero();
        assertThat(tone.at("/harm").isNull()).isTrue();
        assertThat(tone.at("/budget/spent").isNull()).isTrue();
        assertThat(tone.at("/budget/overspent").asBoolean()).isFalse();
    }

    @Test
    void aChangeOfToneStandsOnceForTheSuiteAndOnceForItsScenario() {
        List<GivenRun> runs = new ArrayList<>();
        for (int night = 10; night < 30; night++) {
            runs.add(run("r" + night)
                    .at("2026-03-" + night)
                    .tone(ToneDimension.EMPATHY, night < 20 ? "0.9" + night : "0.7" + night));
        }
        JsonNode drift = Written.of(corpora.of(runs)).report().at("/tone/drift");
        assertThat(drift.valueStream().map(change -> change.at("/scope").asString()))
                .containsExactly("suite", "scenario");
        assertThat(drift.at("/0/scenario_id").isNull()).isTrue();
        assertThat(drift.at("/1/scenario_id").asString()).isEqualTo("s");
        assertThat(drift.at("/0/dimension").asString()).isEqualTo("empathy");
        assertThat(drift.at("/0/since").asString()).isEqualTo("2026-03-20");
        assertThat(drift.at("/0/firm").asBoolean()).isTrue();
        assertThat(drift.at("/0/nights_before").asInt()).isEqualTo(10);
        assertThat(drift.at("/0/shift").asDouble())
                .isCloseTo(drift.at("/0/now").asDouble() - drift.at("/0/before").asDouble(), within(1e-12));
        assertThat(drift.at("/0/high").asDouble()).isNegative();
        assertThat(drift.at("/0/cliffs_delta").asDouble()).isEqualTo(-1);
        assertThat(drift.at("/0/p").asDouble()).isEqualTo(0.0001);
    }

    @Test
    void idsStandAsGivenWhateverTheyAre() {
        String id = "=\"\u0000\n\u2028\uD800 </script> 😀";
        JsonNode report = Written.of(corpora.of(run("1").of(id))).report();
        assertThat(report.at("/scenarios/0/id").asString()).isEqualTo(id);
    }
}
