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

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Failures grouped by their words, and the API's own failure modes. */
class FailureGroupTest {

    private static final AssertionKey GREETS = key("contains", "transcript", null, "hello");
    private static final AssertionKey BOOKS = key("variable_equals", null, "day", "Tuesday");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void failedAssertionsOfFailedRunsAreGroupedAcrossScenariosByWhatTheyCheck() {
        List<FailureGroup> groups = failures(
                run("b1").of("b").at("2026-04-13").failed().check(GREETS, FAILED),
                run("a1")
                        .of("a")
                        .at("2026-04-14")
                        .failed()
                        .check(GREETS, FAILED)
                        .check(BOOKS, FAILED),
                run("a2").of("a").at("2026-04-14").check(GREETS, PASSED).check(BOOKS, UNKNOWN),
                run("a3").of("a").at("2026-04-14").check(GREETS, FAILED), // optional: the run passed
                run("a4").of("a").at("2026-04-14").errored().check(GREETS, FAILED));
        assertThat(groups).hasSize(2);
        FailureGroup first = groups.get(0);
        assertThat(first.kind()).isEqualTo(FailureGroup.Kind.ASSERTION);
        assertThat(first.label()).isEqualTo("transcript contains “hello”");
        assertThat(first.signature()).isEqualTo("transcript contains hello");
        assertThat(ids(first)).containsExactly("a1", "b1");
        assertThat(first.scenarioIds()).containsExactly("a", "b");
        assertThat(first.evaluated()).isEqualTo(4);
        assertThat(first.soleCause()).isEqualTo(1);
        assertThat(first.first()).isEqualTo(LocalDate.parse("2026-04-13"));
        assertThat(first.last()).isEqualTo(LocalDate.parse("2026-04-14"));
        assertThat(groups.get(1).label()).isEqualTo("day equals “Tuesday”");
        assertThat(groups.get(1).evaluated()).isEqualTo(1);
        assertThat(groups.get(1).soleCause()).isZero();
    }

    @Test
    void theNameOfADefinitionGroupsAcrossIdsAndWordings() {
        List<FailureGroup> groups = failures(
                scenario("a").asserting("x", "Greets within 3 seconds"),
                scenario("b").asserting("y", "greets within five seconds!"),
                run("a1").of("a").at("2026-04-14").failed().check("x", FAILED, null),
                run("b1").of("b").at("2026-04-14").failed().check("y", FAILED, null),
                run("b2").of("b").at("2026-04-14").failed().check("y", FAILED, null));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).signature()).isEqualTo("greets within <n> seconds");
        assertThat(groups.get(0).label()).isEqualTo("greets within five seconds!"); // more frequent
        assertThat(groups.get(0).soleCause()).isEqualTo(3);
    }

    @Test
    void similarWordsAreOneGroupAndTwoOfItsAssertionsInARunAreOneRunAndASoleCause() {
        AssertionKey one = key("LLM_JUDGE", null, null, "offers the caller a free slot politely and soon");
        AssertionKey other = key("LLM_JUDGE", null, null, "offers the caller a free slot politely and early");
        List<FailureGroup> groups = failures(
                run("r1").at("2026-04-14").failed().check(one, FAILED).check(other, FAILED),
                run("r2").at("2026-04-14").failed().check(other, FAILED),
                run("r3").at("2026-04-14").check(one, PASSED));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).label()).isEqualTo("LLM_JUDGE “offers the caller a free slot politely and early”");
        assertThat(ids(groups.get(0))).containsExactly("r1", "r2");
        assertThat(groups.get(0).soleCause()).isEqualTo(2);
        assertThat(groups.get(0).evaluated()).isEqualTo(3);
    }

    @Test
    void assertionsOfWhichOnlyTheIdIsKnownAreNotTakenForOne() {
        List<FailureGroup> groups = failures(
                run("r1").at("2026-04-14").failed().check(idOnly("11111111-1111-1111-1111-111111111111"), FAILED),
                run("r2").at("2026-04-14").failed().check(idOnly("22222222-2222-2222-2222-222222222222"), FAILED));
        assertThat(groups)
                .extracting(FailureGroup::signature)
                .containsExactly(
                        "assertion 11111111-1111-1111-1111-111111111111",
                        "assertion 22222222-2222-2222-2222-222222222222");
    }

    @Test
    void errorMessagesOfErroredRunsAreGroupedApart() {
        List<FailureGroup> groups = failures(
                run("r1").at("2026-04-14").errored().error("Timeout after 30.5s"),
                run("r2").at("2026-04-14").errored().error("timeout after 45s"),
                run("r3").at("2026-04-14").errored().error(" "),
                run("r4").at("2026-04-14").errored(),
                run("r5").at("2026-04-14").failed().error("ignored: it failed"),
                run("r6").at("2026-04-14").failed().check(GREETS, FAILED));
        assertThat(groups)
                .extracting(FailureGroup::kind, FailureGroup::signature, group -> String.join(" ", ids(group)))
                .containsExactly(
                        tuple(FailureGroup.Kind.ERROR_MESSAGE, "timeout after <n> s", "r1 r2"),
                        tuple(FailureGroup.Kind.ASSERTION, "transcript contains hello", "r6"));
        FailureGroup errors = groups.get(0);
        assertThat(errors.label()).isEqualTo("Timeout after 30.5s"); // of equals the smallest
        assertThat(errors.evaluated()).isZero();
        assertThat(errors.soleCause()).isZero();
    }

    @Test
    void aLongMessageIsCutAndTheRestDoesNotCount() {
        String start = "x ".repeat(300);
        List<FailureGroup> groups = failures(
                run("r1").at("2026-04-14").errored().error(start + "one end"),
                run("r2").at("2026-04-14").errored().error(start + "another end"));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).label()).hasSize(TextGroups.MOST_CODE_POINTS).endsWith("x…");
    }

    @Test
    void runsBeforeTheWindowAndWithoutANightAreLeftOut() {
        assertThat(failures(run("r1").failed().check(GREETS, FAILED), run("r2").at("2026-04-14")))
                .isEmpty();
    }

    @Test
    void failureModesOfSetsAreGroupedBySignatureMostSetsTimesScenariosFirst() {
        List<FailureMode> modes = analyse(
                        set("x").with(figures("a").failureModes("Too slow", "Was rude 3 times"))
                                .with(figures("b").failureModes("was rude two times")),
                        set("y").with(figures("a").failureModes("was rude two times")),
                        set("w").with(figures("c").failureModes("Late")))
                .failureModes();
        assertThat(modes)
                .containsExactly(
                        new FailureMode(
                                "was rude <n> times", "was rude two times", List.of("x", "y"), List.of("a", "b")),
                        new FailureMode("late", "Late", List.of("w"), List.of("c")),
                        new FailureMode("too slow", "Too slow", List.of("x"), List.of("a")));
    }

    private static AssertionKey key(String type, @Nullable String target, @Nullable String field, String expected) {
        return new AssertionKey(null, type, target, field, expected);
    }

    private static AssertionKey idOnly(String id) {
        return new AssertionKey(id, null, null, null, null);
    }

    private static List<String> ids(FailureGroup group) {
        return group.runs().stream().map(CorpusRun::id).toList();
    }

    private List<FailureGroup> failures(Given... records) {
        return analyse(records).failures();
    }

    private Analysis analyse(Given... records) {
        return Analyst.analyse(
                corpora.of(records),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
    }
}
