package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What scenario {@code a} is called. */
class VerdictsTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    static Stream<Arguments> scenarios() {
        return Stream.of(
                Arguments.of(
                        nights(4, GOOD, 1, "PFFFF"), Mark.FAIL, "got worse tonight", "A got worse tonight.", "3.3"),
                Arguments.of(
                        nights(12, GOOD, 4, "PFFFF"),
                        Mark.FAIL,
                        "got worse since 13 Apr",
                        "A got worse since 13 Apr.",
                        "3.2"),
                Arguments.of(nights(6, BAD, 1, GOOD), Mark.PASS, "fixed tonight", "A is fixed tonight.", "3.3"),
                Arguments.of(
                        nights(12, BAD, 3, GOOD), Mark.PASS, "fixed since 13 Apr", "A is fixed since 13 Apr.", "3.2"),
                Arguments.of(
                        nights(6, BAD, 1, "PFPFP"),
                        Mark.MIXED,
                        "flaky, but better tonight",
                        "A is flaky, but better tonight.",
                        "3.4"),
                Arguments.of(
                        nights(6, BAD + BAD, 1, "PPPPFPPPPF"),
                        Mark.MIXED_UNPROVEN,
                        "mixed, not proven, but better tonight",
                        "A is mixed, but better tonight; whether it is flaky is not proven.",
                        "3.4"),
                Arguments.of(nights(3, BAD, 0, ""), Mark.FAIL, "always fails", "A always fails.", "3.4"),
                Arguments.of(nights(3, "FFPFF", 0, ""), Mark.FAIL, "mostly fails", "A mostly fails.", "3.4"),
                Arguments.of(nights(3, "PPPPF", 0, ""), Mark.MIXED, "flaky", "A is flaky.", "3.4"),
                Arguments.of(
                        nights(3, GOOD, 1, "PPPPF"),
                        Mark.MIXED_UNPROVEN,
                        "mixed, not proven",
                        "A is mixed; whether it is flaky is not proven.",
                        "3.4"),
                Arguments.of(nights(6, GOOD, 0, ""), Mark.PASS, "reliable", "A is reliable.", "3.4"),
                Arguments.of(
                        nights(3, GOOD, 0, ""),
                        Mark.PASS_UNPROVEN,
                        "passing, not yet proven",
                        "A passes, but too few runs to prove it.",
                        "3.4"),
                Arguments.of(
                        nights(3, "F", 0, ""),
                        Mark.FAIL_UNPROVEN,
                        "failing, not yet proven",
                        "A fails, but too few runs to prove it.",
                        "3.4"),
                Arguments.of(
                        nights(2, GOOD, 0, ""),
                        Mark.NEW,
                        "new, passing, not yet proven",
                        "A is new and passes; too few runs to prove it.",
                        "3.5"),
                Arguments.of(
                        nights(2, "F", 0, ""),
                        Mark.NEW,
                        "new, failing, not yet proven",
                        "A is new and fails; too few runs to prove it.",
                        "3.5"),
                Arguments.of(
                        nights(2, "EEC", 0, ""), Mark.ERROR, "errors only", "A brought nothing but errors.", "3.4"),
                Arguments.of(
                        new GivenSuite().required("a").night("b", 1, GOOD),
                        Mark.NONE,
                        "not run",
                        "No run of A was loaded.",
                        "3.4"));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyVerdictHasAMarkWordsASentenceAndARule(
            GivenSuite nights, Mark mark, String words, String sentence, String rule) {
        Pages pages = Pages.of(corpora.of(nights));
        ScenarioNumbers scenario = pages.scenario("a");
        LocalDate night = pages.report().analysis().night();
        assertThat(Verdicts.state(scenario.decision(), night)).isEqualTo(new Cell.State(mark, words));
        assertThat(Verdicts.sentence("A", scenario, night)).isEqualTo(sentence);
        assertThat(Verdicts.rule(scenario.decision())).isEqualTo("rule-" + rule.replace('.', '-'));
    }

    @Test
    void aScenarioThatStillRunsHasNoResult() {
        GivenSuite nights =
                new GivenSuite().and(run("r").of("a").at("2026-04-01T00:00:00Z").running());
        assertThat(sentence(nights, null)).isEqualTo("A has no result.");
    }

    @Test
    void aFallOfTonightAloneIsDatedTonightThoughTheNightsAreCutBefore() {
        GivenSuite nights = nights(12, GOOD, 1, BAD);
        for (int i = 0; i < 19; i++) {
            nights.runs("b" + i, 13, GOOD);
        }
        assertThat(sentence(nights, LocalDate.of(2026, 4, 13))).isEqualTo("A got worse tonight.");
    }

    @Test
    void fromALaterNightItIsDated() {
        assertThat(sentence(nights(4, GOOD, 1, "PFFFF"), LocalDate.of(2026, 4, 6)))
                .isEqualTo("A got worse since 5 Apr.");
    }

    @Test
    void aRuleIsALinkToTheMethod() {
        PageContext context = Pages.of(corpora.of(nights(3, GOOD, 0, ""))).at(SitePaths.LATEST);
        assertThat(Verdicts.rule(context, "rule-3-4").text()).isEqualTo("rule 3.4");
        assertThat(Verdicts.rule(context, "rule-3-4").href()).endsWith("method.html#rule-3-4");
        Link worded = Verdicts.rule(context, "How it is decided", "rule-3-4");
        assertThat(worded.text()).isEqualTo("How it is decided: rule 3.4");
        assertThat(worded.href()).endsWith("method.html#rule-3-4");
    }

    private static GivenSuite nights(int before, String outcomes, int after, String then) {
        GivenSuite nights = new GivenSuite().runs("a", before, outcomes);
        for (int night = before + 1; night <= before + after; night++) {
            nights.night("a", night, then);
        }
        return nights;
    }

    private String sentence(GivenSuite nights, @Nullable LocalDate night) {
        return Verdicts.sentence("A", Pages.of(corpora.of(nights)).scenario("a"), night);
    }
}
