package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BesidePassTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private final GivenRun good = run("good").at("2026-04-14");
    private final GivenRun bad = run("bad").at("2026-04-14").failed();

    @Test
    void everyRowSaysHowItCompares() {
        good.says("Hello!").callerSays("Book a visit on Monday.").says("Done.").says("Anything else?");
        bad.says("Hello!")
                .callerSays("Hm.")
                .callerSays("Book a visit on Tuesday.")
                .says("No.")
                .says("Anything else?");
        assertThat(rows(beside()))
                .containsExactly(
                        "1 same the same",
                        "2 here only in this call",
                        "3 near nearly so in the nearest pass, turn 2: Book a visit on Monday.",
                        "4 otherwise otherwise in the nearest pass, turn 3: Done.",
                        "5 same the same, turn 4");
    }

    @Test
    void aRowOfThePassOnlyNamesItsSpeakerAndCanBeLinkedTo() {
        good.says("Hello!").callerSays("Book it.").says("Done.");
        bad.says("Hello!").says("Done.");
        BesidePass beside = beside();
        CallRows.Pass pass =
                Objects.requireNonNull(beside.stretches().get(0).rows().get(1).pass());
        assertThat(pass.anchor()).isEqualTo("pass-2");
        assertThat(pass.who()).isEqualTo("caller");
        assertThat(beside.sentence()).contains(Link.to("#pass-2", "turn 2"));
    }

    @Test
    void aTurnOfThePassIsALinkIntoItsPage() {
        good.says("Hello!");
        bad.says("Goodbye.");
        assertThat(first(beside()).turn()).isEqualTo(Link.to(file("good") + "#turn-1", "turn 1"));
    }

    @Test
    void aPassWithoutAPageIsReadableAllTheSame() {
        good.says("Hello!");
        bad.says("Goodbye.");
        Pages pages = Pages.of(corpora.of(good, bad));
        PageContext context = new PageContext(
                pages.report(),
                pages.at(SitePaths.run("bad")).assets(),
                new Labels(pages.report().analysis().scenarios()),
                Set.of(SitePaths.METHOD, SitePaths.run("bad")),
                SitePaths.run("bad"));
        BesidePass beside = Objects.requireNonNull(beside(pages, context));
        assertThat(beside.pass()).isEqualTo(Link.plain("Nearest pass"));
        assertThat(rows(beside)).containsExactly("1 otherwise otherwise in the nearest pass, turn 1: Hello!");
        assertThat(first(beside).turn()).isEqualTo(Link.plain("turn 1"));
    }

    @Test
    void silenceOfThePassIsShownAsSilence() {
        good.says("");
        bad.says("Goodbye.");
        assertThat(first(beside()).isSilent()).isTrue();
    }

    @Test
    void thePassMayBeOfAnEarlierNight() {
        good.says("Hello!").at("2026-04-12");
        bad.says("Goodbye.");
        assertThat(beside().when()).isEqualTo("of Sun 12 Apr 2026");
    }

    @Test
    void aLongCallHasHeadings() {
        for (int i = 1; i <= 50; i++) {
            good.says("turn " + i);
            bad.says("turn " + i);
        }
        assertThat(beside().stretches())
                .extracting(CallRows.Stretch::title)
                .containsExactly("Turns 1 to 20", "Turns 21 to 40", "Turns 41 to 50");
    }

    @Test
    void ofALongPassTheRestStandsOnItsOwnPage() {
        bad.says("turn 1");
        for (int i = 1; i <= 100; i++) {
            good.says("turn " + i);
        }
        BesidePass beside = beside();
        assertThat(rows(beside)).hasSize(80).last().asString().startsWith("- there only in the nearest pass, turn 80");
        assertThat(beside.stretches())
                .extracting(CallRows.Stretch::title)
                .containsExactly(
                        "Turn 1",
                        "Turns 21 to 40 of the nearest pass",
                        "Turns 41 to 60 of the nearest pass",
                        "Turns 61 to 80 of the nearest pass");
        assertThat(beside.limits())
                .containsExactly(Link.to(
                        Parts.path(SitePaths.run("good"), 2).relativeTo(SitePaths.run("bad")) + "#turn-81",
                        "20 more turns of the nearest pass"));
    }

    @Test
    void turnsThatThePassHasBeforeTheCallAreItsFirst() {
        for (int i = 1; i <= 50; i++) {
            good.says("turn " + i);
        }
        bad.says("turn 50");
        assertThat(beside().stretches())
                .extracting(CallRows.Stretch::title)
                .containsExactly("Turns 1 to 20 of the nearest pass", "Turns 21 to 40 of the nearest pass", "Turn 1");
    }

    @Test
    void besideALongCallThePassStandsOnTheFirstPageOnly() {
        for (int i = 1; i <= 350; i++) {
            bad.says("turn " + i);
            good.says(i == 100 ? "No." : "turn " + i);
        }
        BesidePass beside = beside();
        assertThat(rows(beside)).hasSize(80).allMatch(row -> row.endsWith("the same"));
        assertThat(beside.sentence().get(1))
                .isEqualTo(Link.to(
                        Parts.path(SitePaths.run("bad"), 2).relativeTo(SitePaths.run("bad")) + "#turn-100",
                        "turn 100"));
        assertThat(beside.limits())
                .extracting(Link::text)
                .containsExactly(
                        "The nearest pass stands beside the first 80 turns only.",
                        "Compared are the first 300 turns of either call.");
    }

    @Test
    void longTurnsOfThePassAreCutSoThatThePageStaysLight() {
        for (int i = 0; i < 80; i++) {
            bad.says("turn " + i);
            good.says("word ".repeat(2000));
        }
        int characters = beside().stretches().stream()
                .flatMap(some -> some.rows().stream())
                .mapToInt(row -> row.pass() == null || row.pass().text() == null
                        ? 0
                        : row.pass().text().length())
                .sum();
        assertThat(characters).isBetween(20_000, 30_000);
    }

    private BesidePass beside() {
        Pages pages = Pages.of(corpora.of(good, bad));
        return Objects.requireNonNull(beside(pages, pages.at(SitePaths.run("bad"))));
    }

    private static @Nullable BesidePass beside(Pages pages, PageContext context) {
        CorpusRun run = pages.run("bad");
        RunPage.View view = RunPage.view(context, pages.scenario("s"), run, pages.corpus()::text, pages.run("good"));
        return view.call().beside();
    }

    private static CallRows.Pass first(BesidePass beside) {
        return Objects.requireNonNull(beside.stretches().get(0).rows().get(0).pass());
    }

    private static String file(String run) {
        return SitePaths.run(run).relativeTo(SitePaths.run("bad"));
    }

    private static List<String> rows(BesidePass beside) {
        return beside.stretches().stream()
                .flatMap(some -> some.rows().stream())
                .map(row -> (row.line() == null ? "-" : row.line().number()) + " "
                        + words(Objects.requireNonNull(row.pass())))
                .toList();
    }

    private static String words(CallRows.Pass pass) {
        return pass.cssClass() + " " + pass.words()
                + (pass.turn() == null ? "" : ", " + pass.turn().text())
                + (pass.text() == null ? "" : ": " + pass.text());
    }
}
