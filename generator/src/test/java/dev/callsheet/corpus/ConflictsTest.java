package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConflictsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    /** Fields, each with two values that contradict each other. */
    static Stream<Arguments> fields() {
        return Stream.of(
                field("/status", "PASSED", "FAILED", r -> r, GivenRun::failed),
                field("/status", "FAILED", "ERROR", GivenRun::failed, GivenRun::errored),
                field("/overall_score", "0.92", "0.45", r -> r.score("0.92"), r -> r.score("0.45")),
                field("/turn_count", "9", "8", r -> r.turns(9), r -> r.turns(8)),
                field("/duration_ms", "14320", "14321", r -> r.lasting(14_320), r -> r.lasting(14_321)),
                field(
                        "/created_at",
                        "2026-04-14T10:30:00Z",
                        "2026-04-14T10:25:01Z",
                        r -> r.at("2026-04-14T10:30:00Z"),
                        r -> r.at("2026-04-14T10:25:01Z")),
                field("/scenario_id", "booking", "cancelling", r -> r.of("booking"), r -> r.of("cancelling")),
                field("/scenario/name", "Booking", "Escalation", r -> r.named("Booking"), r -> r.named("Escalation")),
                field("/batch_id", "b1", "b2", r -> r.batch("b1"), r -> r.batch("b2")),
                field(
                        "/assertion_results/0/passed",
                        "passed",
                        "failed",
                        r -> r.check("a", Verdict.PASSED, null),
                        r -> r.check("a", Verdict.FAILED, null)),
                field(
                        "/assertion_results/0/expected",
                        "appointment",
                        "appointment confirmed",
                        r -> r.check(expecting("appointment"), Verdict.PASSED),
                        r -> r.check(expecting("appointment confirmed"), Verdict.PASSED)));
    }

    /** Those that a record may leave out. */
    static Stream<Arguments> optionalFields() {
        return fields().filter(field -> !List.of("/status", "/scenario_id").contains(field.get()[0]));
    }

    private static Arguments field(
            String pointer,
            String kept,
            String other,
            Function<GivenRun, GivenRun> keptRecord,
            Function<GivenRun, GivenRun> otherRecord) {
        return arguments(pointer, kept, other, keptRecord, otherRecord);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aContradictionIsReportedOnceWithBothPlaces(
            String pointer,
            String kept,
            String other,
            Function<GivenRun, GivenRun> keptRecord,
            Function<GivenRun, GivenRun> otherRecord) {
        List<Problem> problems = problems(keptRecord.apply(detail("kept.json")), otherRecord.apply(list("other.json")));
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.recordId()).isEqualTo("r");
        assertThat(problem.place()).hasToString("other.json#" + pointer);
        assertThat(problem.expected()).isEqualTo(kept + " as in kept.json");
        assertThat(problem.found()).isEqualTo(other);
        assertThat(problem.hint()).contains("kept.json");
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void aFieldThatOneRecordLeavesOutContradictsNothing(
            String pointer,
            String kept,
            String other,
            Function<GivenRun, GivenRun> keptRecord,
            Function<GivenRun, GivenRun> otherRecord) {
        assertThat(problems(keptRecord.apply(detail("kept.json")), list("other.json")))
                .isEmpty();
        assertThat(problems(detail("kept.json"), otherRecord.apply(list("other.json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void recordsOfLowerRankContradictEachOtherWhereTheBestIsSilent(
            String pointer,
            String kept,
            String other,
            Function<GivenRun, GivenRun> keptRecord,
            Function<GivenRun, GivenRun> otherRecord) {
        List<Problem> problems = problems(
                detail("best.json"),
                keptRecord.apply(run("r").from(RunOrigin.BATCH).in("batch.json")),
                otherRecord.apply(list("list.json")));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).place()).hasToString("list.json#" + pointer);
        assertThat(problems.get(0).expected()).isEqualTo(kept + " as in batch.json");
        assertThat(problems.get(0).found()).isEqualTo(other);
    }

    @Test
    void everyRecordThatContradictsTheKeptValueIsNamed() {
        List<Problem> problems = problems(
                detail("a.json").turns(9),
                run("r").from(RunOrigin.BATCH).in("b.json").turns(8),
                list("c.json").turns(7));
        assertThat(problems)
                .extracting(problem -> problem.place().toString())
                .containsExactly("b.json#/turn_count", "c.json#/turn_count");
    }

    @Test
    void equalScoresOfDifferentSpellingAgree() {
        assertThat(problems(detail("a.json").score("0.9"), list("b.json").score("0.90")))
                .isEmpty();
    }

    @Test
    void aCallInProgressIsOlderNotContradictory() {
        assertThat(problems(
                        detail("a.json").failed().turns(9).lasting(14_320).score("0.5"),
                        list("b.json").running().turns(3).lasting(2_000).score("0")))
                .isEmpty();
        assertThat(problems(
                        detail("a.json").running().turns(9),
                        list("b.json").status("PENDING").turns(0)))
                .isEmpty();
    }

    @Test
    void twoScenariosMayBearTwoNames() {
        List<Problem> problems = problems(
                detail("a.json").of("s1").named("Booking"),
                list("b.json").of("s2").named("Cancelling"));
        assertThat(problems).extracting(problem -> problem.place().pointer()).containsExactly("/scenario_id");
    }

    @Test
    void aDeniedBatchIsAContradictionOfItsOwnHoweverTheRecordsRank() {
        for (RunOrigin denying : List.of(RunOrigin.DETAIL, RunOrigin.LIST)) {
            List<Problem> problems = problems(
                    run("r").from(denying).in("own.json").denyingBatch(),
                    run("r").from(RunOrigin.BATCH).in("batch.json").batch("b"));
            assertThat(problems).hasSize(1);
            assertThat(problems.get(0).place()).hasToString("own.json#/batch_id");
            assertThat(problems.get(0).expected()).isEqualTo("b as in batch.json");
            assertThat(problems.get(0).found()).isEqualTo("null");
        }
    }

    @Test
    void aRunThatIsInNoBatchMaySaySo() {
        assertThat(problems(detail("a.json").denyingBatch(), list("b.json"))).isEmpty();
        assertThat(problems(detail("a.json").denyingBatch(), list("b.json").denyingBatch()))
                .isEmpty();
    }

    @Test
    void assertionsAreComparedByIdNotByPosition() {
        assertThat(problems(
                        detail("a.json").check("x", Verdict.PASSED, null).check("y", Verdict.FAILED, null),
                        list("b.json").check("y", Verdict.FAILED, null).check("x", Verdict.PASSED, null)))
                .isEmpty();
    }

    @Test
    void anUnknownVerdictContradictsNone() {
        assertThat(problems(
                        detail("a.json").check("x", Verdict.UNKNOWN, null),
                        list("b.json").check("x", Verdict.FAILED, null)))
                .isEmpty();
    }

    @Test
    void assertionsWithoutAnIdAreTheSameWhenTheyCheckTheSame() {
        AssertionKey greeting = new AssertionKey(null, "contains", "transcript", null, "hello");
        AssertionKey closing = new AssertionKey(null, "contains", "transcript", null, "goodbye");
        List<Problem> problems = problems(
                detail("a.json").check(greeting, Verdict.PASSED).check(closing, Verdict.PASSED),
                list("b.json").check(closing, Verdict.FAILED).check(greeting, Verdict.PASSED));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).place()).hasToString("b.json#/assertion_results/0/passed");
    }

    @Test
    void anIdUsedTwiceInARunContradictsNothing() {
        AssertionKey contains = new AssertionKey("a", "contains", null, null, "hello");
        AssertionKey visited = new AssertionKey("a", "node_visited", null, null, "closing");
        AssertionKey again = new AssertionKey("a", "contains", null, null, "goodbye");
        GivenRun kept = detail("a.json")
                .check(contains, Verdict.PASSED)
                .check(visited, Verdict.FAILED)
                .check(again, Verdict.FAILED);
        GivenRun same = list("b.json")
                .check(contains, Verdict.PASSED)
                .check(visited, Verdict.FAILED)
                .check(again, Verdict.FAILED);
        assertThat(problems(kept, same))
                .extracting(problem -> problem.place().pointer())
                .containsOnly("/assertion_results/1/type"); // one id, two types: said once, as such
    }

    /** The contradictions; whether a verdict fits the run's status is not asked here. */
    private List<Problem> problems(GivenRun... records) {
        return corpora.of(records).problems().stream()
                .filter(problem -> problem.kind() == Problem.Kind.CONFLICT)
                .toList();
    }

    private static GivenRun detail(String file) {
        return run("r").from(RunOrigin.DETAIL).in(file);
    }

    private static GivenRun list(String file) {
        return run("r").from(RunOrigin.LIST).in(file);
    }

    private static AssertionKey expecting(String expected) {
        return new AssertionKey("a", "contains", "transcript", null, expected);
    }
}
