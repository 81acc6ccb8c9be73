package dev.callsheet.metrics;

import static dev.callsheet.model.ToneDimension.EMPATHY;
import static dev.callsheet.model.ToneDimension.OVERALL;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.ToneExample;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Wilson;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tone scores say in words, and the band that tone usually lies in. */
class ToneTextsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void issuesAreCountedByCategoryElseByLikeWords() {
        List<ToneIssueGroup> issues = analyse(
                        scored("r1", "2026-04-13")
                                .issue("rude", "text: shut up")
                                .issue("rude", "text: no"),
                        scored("r2", "2026-04-14").issue("rude", "").issue("Interrupted the caller 2 times"),
                        scored("r3", "2026-04-14").issue("interrupted the caller three times"),
                        scored("r4", "2026-04-14"),
                        run("unscored").at("2026-04-14"),
                        scored("error", "2026-04-14").errored().issue("rude", ""))
                .toneTexts()
                .issues();
        LocalDate tonight = LocalDate.parse("2026-04-14");
        Interval half = Wilson.interval(2, 4);
        assertThat(issues)
                .containsExactly(
                        new ToneIssueGroup("rude", 3, 2, 0.5, half, LocalDate.parse("2026-04-13"), tonight),
                        new ToneIssueGroup("Interrupted the caller 2 times", 2, 2, 0.5, half, tonight, tonight));
    }

    @Test
    void anIssueOfARunWithoutAnyScoreIsCountedButHasNoShare() {
        List<ToneIssueGroup> issues = analyse(run("r1").at("2026-04-14").issue("rude", ""))
                .toneTexts()
                .issues();
        assertThat(issues).hasSize(1);
        assertThat(issues.get(0).runs()).isEqualTo(1);
        assertThat(issues.get(0).shareOfScored()).isNull();
        assertThat(issues.get(0).interval()).isNull();
    }

    @Test
    void theWorstTurnsAreBadExamplesOfTheNightLowestOverallToneFirst() {
        List<WorstTurn> worst = analyse(
                        tonight("good", "0.9").says("Fine.").example(1, "Fine."),
                        tonight("bad", "0.2")
                                .says("No.")
                                .says("Never.")
                                .example(2, "Never.")
                                .example(1, "No."),
                        run("unrated").at("2026-04-14").says("Hm.").example(1, "Hm."),
                        tonight("praised", "0.1").says("Sure!").example(new ToneExample(1, null, "Sure!", "positive")),
                        tonight("error", "0").errored().says("No.").example(1, "No."),
                        run("yesterday")
                                .at("2026-04-13")
                                .tone(OVERALL, "0")
                                .says("No.")
                                .example(1, "No."))
                .toneTexts()
                .worstTurns();
        assertThat(worst)
                .extracting(turn -> turn.run().id() + " " + turn.turn() + " " + turn.quote())
                .containsExactly("bad 1 No.", "bad 2 Never.", "good 1 Fine.", "unrated 1 Hm.");
        assertThat(worst).allSatisfy(turn -> {
            assertThat(turn.verified()).isTrue();
            assertThat(turn.category()).isEqualTo("empathy");
        });
    }

    @Test
    void aQuoteFoundBesideTheNamedTurnIsNotVerifiedAndOneFoundNowhereHasNoTurn() {
        List<WorstTurn> worst = analyse(tonight("r", "0.5")
                        .says("Hello.")
                        .says("No.")
                        .example(1, "Never said")
                        .example(new ToneExample(1, null, "No.", "negative")))
                .toneTexts()
                .worstTurns();
        assertThat(worst)
                .extracting(turn -> turn.turn() + " " + turn.verified() + " [" + turn.category() + "]")
                .containsExactly("2 false []", "0 false [empathy]");
    }

    @Test
    void tenTurnsAreKeptAndAQuoteOf160CodePoints() {
        List<GivenRun> runs = new ArrayList<>();
        String quote = "😀".repeat(200);
        for (int i = 0; i < 12; i++) {
            runs.add(tonight("r" + i, "0." + (30 - i)).says(quote).example(1, quote));
        }
        List<WorstTurn> worst =
                analyse(runs.toArray(new GivenRun[0])).toneTexts().worstTurns();
        assertThat(worst).hasSize(10);
        assertThat(worst.get(0).run().id()).isEqualTo("r11");
        assertThat(worst.get(9).run().id()).isEqualTo("r2");
        assertThat(worst.get(0).quote()).isEqualTo("😀".repeat(159) + "…");
    }

    @Test
    void theUsualToneIsP10ToP90OfTheMeansOfTenEarlierNights() {
        List<GivenRun> runs = new ArrayList<>();
        for (int i = 1; i <= 10; i++) { // nightly means .10, .20, … 1.00, of two runs each
            runs.add(run("a" + i).at(day(i)).tone(OVERALL, decimal(10 * i - 5)));
            runs.add(run("b" + i).at(day(i)).tone(OVERALL, decimal(Math.min(100, 10 * i + 5))));
        }
        runs.get(18).tone(OVERALL, "1");
        runs.add(run("unscored").at(day(11)));
        runs.add(run("tonight").at(day(12)).tone(OVERALL, "0").tone(EMPATHY, "0.5"));
        Analysis analysis = analyse(runs.toArray(new GivenRun[0]));
        assertThat(analysis.usualTone()).containsOnlyKeys(OVERALL);
        Interval band = Objects.requireNonNull(analysis.usualTone().get(OVERALL));
        assertThat(band.low()).isEqualTo(0.19); // between the first and the second: rank 0.9
        assertThat(band.high()).isEqualTo(0.91);
    }

    @Test
    void nineEarlierNightsAreTooFewForABand() {
        List<GivenRun> runs = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            runs.add(run("r" + i).at(day(i)).tone(OVERALL, "0.5"));
        }
        assertThat(analyse(runs.toArray(new GivenRun[0])).usualTone()).isEmpty();
        assertThat(analyse(run("undated").tone(OVERALL, "0.5")).usualTone()).isEmpty();
    }

    @Test
    void nightsBeforeTheLastSixtyAreForgotten() {
        List<GivenRun> runs = new ArrayList<>();
        for (int i = 1; i <= 70; i++) {
            String date = LocalDate.parse("2026-01-31").plusDays(i).toString();
            runs.add(run("r" + i).at(date).tone(OVERALL, i <= 10 ? "0" : "0.5"));
        }
        assertThat(analyse(runs.toArray(new GivenRun[0])).usualTone().get(OVERALL))
                .isEqualTo(new Interval(0.5, 0.5));
    }

    private static String day(int number) {
        return LocalDate.parse("2026-03-31").plusDays(number).toString();
    }

    private static String decimal(int percent) {
        return percent == 100 ? "1" : "0." + (percent < 10 ? "0" : "") + percent;
    }

    private static GivenRun scored(String id, String date) {
        return run(id).at(date).tone(EMPATHY, "0.5");
    }

    private static GivenRun tonight(String id, String overall) {
        return run(id).at("2026-04-14").tone(OVERALL, overall);
    }

    private Analysis analyse(GivenRun... runs) {
        return Analyst.analyse(
                corpora.of(runs),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
    }
}
