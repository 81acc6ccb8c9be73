package dev.callsheet.metrics;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theNameIsTheDefinitionsElseTheLatestOfARunElseOfASetElseTheId() {
        Analysis analysis = analyse(
                scenario("a").named("Defined"),
                run("a1").of("a").named("Not this"),
                scenario("b"),
                run("b1").of("b").named("Older").at("2026-04-13"),
                run("b2").of("b").named("Newer").at("2026-04-14"),
                run("b3").of("b").at("2026-04-15"),
                set("x").from("2026-04-03T00:00:00Z").with(figures("c")),
                set("y").from("2026-04-01T00:00:00Z").with(figures("c").named("Older of sets")),
                set("z").from("2026-04-02T00:00:00Z").with(figures("c").named("Newer of sets")),
                run("d1").of("d"));
        assertThat(analysis.scenarios())
                .extracting(numbers -> numbers.id() + " " + numbers.name())
                .containsExactly("a Defined", "b Newer", "c Newer of sets", "d d");
    }

    @Test
    void aScenarioKnownOnlyFromASetOrItsOwnDocumentHasNoRuns() {
        Analysis analysis = analyse(scenario("a").required(), set("x").with(figures("b")));
        assertThat(analysis.scenarios()).hasSize(2).allSatisfy(numbers -> {
            assertThat(numbers.runs()).isEmpty();
            assertThat(numbers.outcome()).isEqualTo(Tally.Outcome.NONE);
            assertThat(numbers.earlier()).isEqualTo(new Rate(0, 0, null, null));
            assertThat(numbers.worst()).isNull();
            assertThat(numbers.score()).isNull();
        });
        assertThat(analysis.scenarios()).extracting(ScenarioNumbers::required).containsExactly(true, null);
    }

    @Test
    void scenariosStandByNameThenId() {
        Analysis analysis = analyse(
                scenario("2").named("B"),
                scenario("1").named("B"),
                scenario("3").named("A"));
        assertThat(analysis.scenarios()).extracting(ScenarioNumbers::id).containsExactly("3", "1", "2");
    }

    @Test
    void theWindowHoldsSixtyNightsWithAValidRunAndWhatLiesBetween() {
        List<GivenRun> runs = new ArrayList<>();
        LocalDate first = LocalDate.parse("2026-01-01");
        for (int i = 0; i < 65; i++) {
            runs.add(run("r" + i).at(first.plusDays(i).toString()));
        }
        runs.get(1).errored(); // before the window
        runs.get(30).errored(); // within: it widens the window by a night
        ScenarioNumbers numbers =
                only(Analyst.analyse(corpora.of(runs), utc(), Instant.parse("2026-03-07T00:00:00Z"), Rules.DEFAULT));
        assertThat(numbers.entries()).hasSize(65);
        assertThat(numbers.window()).isEqualTo(new Tally(60, 0, 1, 0, 0, 0));
        assertThat(numbers.tonight()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0));
        assertThat(numbers.earlier().n()).isEqualTo(59);
        assertThat(numbers.passHat()).hasSize(10);
    }

    @Test
    void theRulesSayHowManyNightsTheWindowHolds() {
        Rules rules =
                Threshold.rules(threshold -> threshold == Threshold.WINDOW_NIGHTS ? 2 : threshold.of(Rules.DEFAULT));
        Analysis analysis = Analyst.analyse(
                corpora.of(
                        run("r1").at("2026-04-11").failed(),
                        run("r2").at("2026-04-12"),
                        run("r3").at("2026-04-13").errored(),
                        run("r4").at("2026-04-14").failed()),
                utc(),
                Instant.parse("2026-04-20T06:00:00Z"),
                rules);
        ScenarioNumbers numbers = only(analysis);
        assertThat(numbers.window()).isEqualTo(new Tally(1, 1, 1, 0, 0, 0));
        assertThat(numbers.windowNights(rules)).isEqualTo(2);
        assertThat(numbers.entries()).hasSize(4);
        assertThat(analysis.rules()).isEqualTo(rules);
    }

    @Test
    void aShortHistoryIsTheWindowErrorsOfItsFirstNightAmongIt() {
        ScenarioNumbers numbers = only(analyse(
                run("r1").at("2026-04-12").errored(),
                run("r2").at("2026-04-13").failed(),
                run("r3").at("2026-04-14")));
        assertThat(numbers.window()).isEqualTo(new Tally(1, 1, 1, 0, 0, 0));
        assertThat(numbers.earlier().value()).isZero();
        assertThat(numbers.flips()).isEqualTo(new Flips(1, 1.0));
    }

    @Test
    void theWorstRunFailedWithTheLowestScoreMostFailedAssertionsEarliestThenId() {
        assertThat(worst(run("p").score("0"), run("f").failed().score("0.9"))).isEqualTo("f");
        assertThat(worst(
                        run("f1").failed().score("0.5"),
                        run("f2").failed().score("0.4"),
                        run("f3").failed()))
                .isEqualTo("f2");
        assertThat(worst(
                        run("f1").failed().score("0.4").check("a", FAILED, null),
                        run("f2")
                                .failed()
                                .score("0.4")
                                .check("a", FAILED, null)
                                .check("b", FAILED, null)
                                .at("2026-04-14T23:00:00Z")))
                .isEqualTo("f2");
        assertThat(worst(
                        run("f1").failed().at("2026-04-14T02:00:01Z"), run("f2").failed()))
                .isEqualTo("f2");
        assertThat(worst(run("f2").failed(), run("f1").failed())).isEqualTo("f1");
        assertThat(worst(run("p"), run("e").errored())).isNull();
    }

    @Test
    void theWorstRunIsOneOfTonight() {
        ScenarioNumbers numbers = only(analyse(
                run("yesterday").at("2026-04-13").failed().score("0"),
                run("tonight").at("2026-04-14").failed().score("0.9")));
        assertThat(Objects.requireNonNull(numbers.worst()).id()).isEqualTo("tonight");
    }

    @Test
    void measuresAreOfValidRunsOnly() {
        ScenarioNumbers numbers = only(analyse(
                run("r1").at("2026-04-14").score("0.9").lasting(10_000).turns(9),
                run("r2").at("2026-04-14").failed().score("0.4").lasting(30_000).turns(12),
                run("r3").at("2026-04-14").errored().score("0").lasting(1).turns(0),
                run("r4").at("2026-04-14")));
        assertThat(Objects.requireNonNull(numbers.score()).n()).isEqualTo(2);
        assertThat(numbers.score().mean()).isEqualTo(0.65);
        assertThat(numbers.score().sampleSd()).isCloseTo(0.353553, within(1e-6)); // .25·√2
        assertThat(numbers.score().populationSd()).isEqualTo(0.25);
        assertThat(Objects.requireNonNull(numbers.duration()).median()).isEqualTo(20_000);
        assertThat(Objects.requireNonNull(numbers.turns()).max()).isEqualTo(12);
    }

    @Test
    void assertionsAreCountedOverValidRunsMostOftenFailingFirst() {
        ScenarioNumbers numbers = only(analyse(
                scenario("s").asserting("greets", "Greets the caller"),
                run("r1").at("2026-04-13").check("greets", PASSED, null).check("books", FAILED, null),
                run("r2")
                        .at("2026-04-14")
                        .failed()
                        .check("greets", FAILED, null)
                        .check("books", FAILED, null),
                run("r3").at("2026-04-14").check("greets", UNKNOWN, null).check("closes", PASSED, null),
                run("r4").at("2026-04-14").errored().check("greets", FAILED, null)));
        assertThat(numbers.assertions())
                .extracting(a -> a.key().id() + " " + a.failed() + "/" + a.evaluated() + " " + a.unknown())
                .containsExactly("books 2/2 0", "greets 1/2 1", "closes 0/1 0");
        AssertionDefinition definition = numbers.assertions().get(1).definition();
        assertThat(Objects.requireNonNull(definition).name()).isEqualTo("Greets the caller");
        assertThat(numbers.assertions().get(0).definition()).isNull();
    }

    @Test
    void anAssertionIsItsIdAndTypeOrWhatItChecks() {
        AssertionKey reworded = new AssertionKey("a", "contains", "transcript", null, "hello");
        AssertionKey latest = new AssertionKey("a", "contains", "transcript", null, "hello there");
        AssertionKey otherType = new AssertionKey("a", "node_visited", null, null, "hello");
        AssertionKey nameless = new AssertionKey(null, "contains", null, null, "goodbye");
        AssertionKey other = new AssertionKey(null, "contains", null, null, "bye");
        ScenarioNumbers numbers = only(analyse(
                run("r1").at("2026-04-13").check(reworded, PASSED).check(nameless, PASSED),
                run("r2")
                        .at("2026-04-14")
                        .check(latest, PASSED)
                        .check(otherType, PASSED)
                        .check(nameless, PASSED)
                        .check(other, PASSED)));
        assertThat(numbers.assertions())
                .extracting(AssertionNumbers::key, AssertionNumbers::passed)
                .containsExactlyInAnyOrder(
                        tuple(latest, 2L), tuple(otherType, 1L), tuple(nameless, 2L), tuple(other, 1L));
    }

    /** The id of the worst of some runs of one night; runs without a time are of its first moment. */
    private @Nullable String worst(GivenRun... runs) {
        List<GivenRun> dated = new ArrayList<>();
        for (GivenRun run : runs) {
            dated.add(run.record().facts().createdAt() == null ? run.at("2026-04-14") : run);
        }
        ScenarioNumbers numbers = only(analyse(dated.toArray(new GivenRun[0])));
        return numbers.worst() == null ? null : numbers.worst().id();
    }

    private Analysis analyse(Given... records) {
        return Analyst.analyse(corpora.of(records), utc(), Instant.parse("2026-04-20T06:00:00Z"), Rules.DEFAULT);
    }

    private static NightCalendar utc() {
        return new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
    }

    private static ScenarioNumbers only(Analysis analysis) {
        assertThat(analysis.scenarios()).hasSize(1);
        return analysis.scenarios().get(0);
    }
}
