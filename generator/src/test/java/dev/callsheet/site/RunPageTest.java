package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource({
        "11, 12, 11 turns",
        "12, 12, 12 of at most 12 turns",
        "13, 12, 13 of at most 12 turns",
        "1, 12, 1 turn",
    })
    void theLimitOfTurnsIsNamedWhereItIsReached(int turns, int most, String words) {
        assertThat(view(scenario("s").mostTurns(most), run("r").turns(turns)).line())
                .contains("· " + words + " ·");
    }

    @Test
    void theLimitIsNotKnownWithoutADefinition() {
        assertThat(view(run("r").turns(20)).line()).contains("· 20 turns ·");
        assertThat(view(scenario("s").mostTurns(20), run("r")).line()).contains("· turns not given ·");
    }

    @Test
    void neighboursAreTheAttemptsOfTheNight() {
        Given[] records = {
            run("r0").at("2026-04-13"),
            run("r1").at("2026-04-14T01:00:00Z"),
            run("r2").at("2026-04-14T02:00:00Z"),
        };
        assertThat(view(records, "r1", null).neighbours())
                .extracting(Link::text)
                .containsExactly("attempt 1 of 2", "next attempt");
        assertThat(view(records, "r2", null).neighbours())
                .extracting(Link::text)
                .containsExactly("attempt 2 of 2", "previous attempt");
        assertThat(view(run("r")).neighbours()).isEmpty();
    }

    @Test
    void aFailedRunStandsBesideItsNearestPass() {
        Given[] records = {
            run("good").at("2026-04-14").nodes("greeting", "find", "close"),
            run("bad").at("2026-04-14").failed().nodes("greeting", "find", "refund", "fallback")
        };
        RunPage.View view = view(records, "bad", "good");
        assertThat(view.neighbours())
                .endsWith(new Link(SitePaths.run("good").value().substring("runs/".length()), "nearest pass", false));
        assertThat(view.parting()).isEqualTo("same first 2 nodes, then refund against close");
        assertThat(view.nodes())
                .containsExactly(
                        new RunPage.Node("greeting", false),
                        new RunPage.Node("find", false),
                        new RunPage.Node("refund", true),
                        new RunPage.Node("fallback", false));
    }

    @Test
    void noNodePartsFromATwinWithoutNodes() {
        Given[] records = {
            run("good").at("2026-04-14"), run("bad").at("2026-04-14").failed().nodes("greeting")
        };
        RunPage.View view = view(records, "bad", "good");
        assertThat(view.parting()).isEmpty();
        assertThat(view.nodes()).containsExactly(new RunPage.Node("greeting", false));
    }

    @Test
    void aToneIssueStandsAtTheTurnItNames() {
        RunPage.View view = view(run("r").callerSays("Hello!")
                .says("No.")
                .issue("description: Was curt.; turn: 2")
                .issue("description: Rambled.; turn: 3")
                .issue("Was cold."));
        assertThat(view.issues())
                .containsExactly(
                        new RunPage.Issue("Was curt.", 2),
                        new RunPage.Issue("Rambled., turn 3", null),
                        new RunPage.Issue("Was cold.", null));
        assertThat(remarks(view, 1)).isEmpty();
        assertThat(remarks(view, 2)).containsExactly("tone issue: Was curt.");
    }

    @Test
    void aTurnBearsWhatToneAndAssertionsSayOfIt() {
        RunPage.View view = view(run("r").failed()
                .says("That is not my problem.")
                .example(1, "not my problem")
                .issue("description: Was curt.; turn: 1")
                .check("judge", FAILED, "“That is not my problem” is rude."));
        assertThat(remarks(view, 1))
                .containsExactly(
                        "empathy, negative: “not my problem”", "tone issue: Was curt.", "assertion failed: contains");
    }

    @Test
    void aFailedCallWithoutAPassSaysSo() {
        assertThat(view(run("r").failed().says("Hello!")).call().alone())
                .isEqualTo("No passing call of this or an earlier night is at hand to set beside it.");
        Given[] records = {
            run("good").at("2026-04-14"), run("r").at("2026-04-14").failed().says("Hello!")
        };
        RunPage.View view = view(records, "r", "good");
        assertThat(view.call().alone()).isEqualTo("The nearest pass has no transcript to set beside it.");
        assertThat(view.call().beside()).isNull();
        assertThat(view(run("r").says("Hello!")).call().alone()).isEmpty();
        assertThat(view(run("r").failed()).call().alone())
                .as("it has no transcript either")
                .isEmpty();
    }

    @Test
    void anAssertionAndItsTurnPointToEachOther() {
        RunPage.View view = view(run("r").failed()
                .says("Hello!")
                .says("That is not my problem.")
                .check("a", PASSED, null)
                .check("judge", FAILED, "“That is not my problem” is rude."));
        RunVerdicts.Verdict failed = view.assertions().get(0);
        assertThat(failed.number()).isEqualTo(2);
        assertThat(failed.pointers())
                .extracting(pointer -> view.places().of(Objects.requireNonNull(pointer.turn())))
                .containsExactly("#turn-2");
        assertThat(line(view, 2).remarks().get(0).about()).isEqualTo(Link.to("#assertion-2", "assertion failed"));
    }

    @Test
    void aContradictionIsSaidOnce() {
        assertThat(view(run("r").check("a", FAILED, null)).contradiction()).startsWith("Status and assertions");
        assertThat(view(run("r").check("a", PASSED, null)).contradiction()).isNull();
    }

    @Test
    void aPathwayIsALinkWhereItHasAPage() {
        Pages pages = Pages.of(corpora.of(run("r").pathway("p")));
        for (boolean exists : new boolean[] {true, false}) {
            PageContext context =
                    exists ? pages.at(SitePaths.run("r"), SitePaths.pathway("p")) : pages.at(SitePaths.run("r"));
            RunPage.View view = view(pages, context, "r", null);
            assertThat(view.ids()).contains(new Fact("pathway", Cell.link(context.href(SitePaths.pathway("p")), "p")));
            assertThat(context.href(SitePaths.pathway("p")) != null).isEqualTo(exists);
        }
    }

    private static Transcript.Line line(RunPage.View view, int turn) {
        return Objects.requireNonNull(
                view.call().stretches().get(0).rows().get(turn - 1).line());
    }

    private static List<String> remarks(RunPage.View view, int turn) {
        return line(view, turn).remarks().stream()
                .map(remark -> remark.about().text() + ": " + remark.words())
                .toList();
    }

    private RunPage.View view(Given... records) {
        return view(records, "r", null);
    }

    private RunPage.View view(Given[] records, String run, @Nullable String twin) {
        Pages pages = Pages.of(corpora.of(records));
        return view(pages, pages.at(SitePaths.run(run)), run, twin);
    }

    private static RunPage.View view(Pages pages, PageContext context, String id, @Nullable String twin) {
        CorpusRun run = pages.run(id);
        return RunPage.view(
                context, pages.scenario("s"), run, pages.corpus()::text, twin == null ? null : pages.run(twin));
    }
}
