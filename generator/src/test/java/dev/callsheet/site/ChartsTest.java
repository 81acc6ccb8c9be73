package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ToneTexts;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.SafePath;
import dev.callsheet.stats.Interval;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The charts, their places along the nights, and the figures that show them. */
class ChartsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void nothingIsDrawnOfOneNight() {
        Analysis analysis = analysis(run("a").at("2026-04-13").score("0.9").lasting(1000));
        assertThat(Charts.all(analysis)).isEmpty();
        assertThat(Charts.all(analysis())).isEmpty();
    }

    @Test
    void elevenChartsAreTheMost() {
        assertThat(Charts.all(analysis(full("a", "2026-04-13"), full("b", "2026-04-14"))))
                .extracting(ChartSpec::name)
                .containsExactly(
                        "trend",
                        "flaky",
                        "pass-hat-k",
                        "score",
                        "duration",
                        "naturalness",
                        "conciseness",
                        "empathy",
                        "flow-preservation",
                        "back-channeling",
                        "topic-transitions");
    }

    @Test
    void everyDayHasAPlaceAndANightWithoutAValueIsAGap() {
        ChartSpec trend = requireNonNull(Charts.trend(
                analysis(run("a").at("2026-04-12"), run("b").at("2026-04-14").errored(), run("c").at("2026-04-15"))));
        assertThat(trend.xLabels()).containsExactly("12 Apr", "13 Apr", "14 Apr", "15 Apr");
        assertThat(trend.points()).extracting(ChartSpec.Point::place).containsExactly(0, 3);
    }

    @Test
    void theNewestHundredAndTwentyDaysAreDrawnAndSaidToBeAPart() {
        Analysis analysis = analysis(
                run("old").at("2026-01-01"),
                run("first").at("2026-01-02"),
                run("last").at("2026-05-01"));
        assertThat(ShownNights.of(analysis.nightNumbers(), night -> true).nights())
                .extracting(night -> night.night().toString())
                .containsExactly("2026-01-02", "2026-05-01");
        ChartSpec trend = requireNonNull(Charts.trend(analysis));
        assertThat(trend.xLabels()).hasSize(120);
        assertThat(trend.finding())
                .isEqualTo("Pass rate over the last 120 days of 3 nights: 100.0 % on 2 Jan, 100.0 % on 1 May."
                        + " 118 of 120 days are gaps.");
    }

    @Test
    void theNewestNightWithAValueEndsTheAxis() {
        Analysis analysis = analysis(
                run("a").at("2026-01-01"),
                run("b").at("2026-01-03"),
                run("c").at("2026-04-14").errored());
        assertThat(requireNonNull(Charts.trend(analysis)).xLabels()).containsExactly("1 Jan", "2 Jan", "3 Jan");
        assertThat(ShownNights.of(analysis.nightNumbers(), night -> false).isEmpty())
                .isTrue();
    }

    @Test
    void theTrendSaysItsEnds() {
        ChartSpec trend = requireNonNull(Charts.trend(
                analysis(run("a").at("2026-04-13"), run("b").at("2026-04-14").failed(), run("c").at("2026-04-14"))));
        assertThat(trend.finding()).isEqualTo("Pass rate over 2 nights: 100.0 % on 13 Apr, 50.0 % on 14 Apr.");
        assertThat(trend.yAxis()).isEqualTo(new ChartSpec.YAxis(0, 1, ChartSpec.Unit.PERCENT));
        assertThat(trend.points()).extracting(ChartSpec.Point::value).containsExactly(1.0, 0.5);
    }

    @Test
    void theAxisOfRatesBeginsAtAHalfWhereNothingLiesBelow() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            runs.add(run("a" + i).at("2026-04-13"));
            runs.add(run("b" + i).at("2026-04-14"));
        }
        assertThat(requireNonNull(Charts.trend(analysis(runs.toArray(Given[]::new))))
                        .yAxis()
                        .min())
                .isEqualTo(0.5);
    }

    @Test
    void passHatIsDrawnOverK() {
        ChartSpec curve = requireNonNull(Charts.passHat(analysis(
                run("a").at("2026-04-13"),
                run("b").at("2026-04-13"),
                run("c").at("2026-04-13").failed())));
        assertThat(curve.xLabels()).containsExactly("k = 1", "k = 2", "k = 3");
        assertThat(curve.points()).extracting(ChartSpec.Point::place).containsExactly(0, 1, 2);
        assertThat(curve.finding())
                .isEqualTo(
                        "A call of a scenario passes with a chance of 66.7 % on average, 3 calls in a row with 0.0 %.");
    }

    @Test
    void aSpreadIsTheMedianAndFromTenRunsOnTheMiddleEighty() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            runs.add(run("a" + i).at("2026-04-13").lasting(1000L * i).score("0." + (i + 10)));
        }
        runs.add(run("b").at("2026-04-14").lasting(7_000).score("1"));
        Analysis analysis = analysis(runs.toArray(Given[]::new));
        ChartSpec duration = requireNonNull(Charts.duration(analysis));
        assertThat(duration.points())
                .containsExactly(new ChartSpec.Point(0, 5, 1.0, 9.0), new ChartSpec.Point(1, 7, null, null));
        assertThat(duration.yAxis()).isEqualTo(new ChartSpec.YAxis(0, 15, ChartSpec.Unit.SECONDS));
        assertThat(duration.finding())
                .isEqualTo("Median duration of a call over 2 nights: 5.0 s on 13 Apr, 7.0 s on 14 Apr.");
        ChartSpec score = requireNonNull(Charts.score(analysis));
        assertThat(score.points())
                .containsExactly(new ChartSpec.Point(0, 0.15, 0.11, 0.19), new ChartSpec.Point(1, 1, null, null));
        assertThat(score.finding()).isEqualTo("Median overall score over 2 nights: 0.150 on 13 Apr, 1.000 on 14 Apr.");
    }

    @Test
    void callsOfNoLengthStillHaveAnAxis() {
        ChartSpec duration = requireNonNull(Charts.duration(analysis(
                run("a").at("2026-04-13").lasting(0), run("b").at("2026-04-14").lasting(0))));
        assertThat(duration.yAxis()).isEqualTo(new ChartSpec.YAxis(0, 15, ChartSpec.Unit.SECONDS));
    }

    @Test
    void toneLiesAgainstItsUsualRangeOnOneAxisForAllSix() {
        Analysis plain = analysis(
                empathy("a", "2026-04-13", "0.9"),
                empathy("b", "2026-04-14", "0.8").tone(ToneDimension.CONCISENESS, "0.7"));
        assertThat(requireNonNull(Charts.tone(plain, ToneDimension.EMPATHY)).finding())
                .isEqualTo("Empathy 0.800 on 14 Apr.");
        assertThat(requireNonNull(Charts.tone(plain, ToneDimension.EMPATHY)).usual())
                .isNull();
        ChartSpec chart = requireNonNull(Charts.tone(usual(plain, new Interval(0.85, 0.95)), ToneDimension.EMPATHY));
        assertThat(chart.usual()).isEqualTo(new ChartSpec.Usual(0.85, 0.95));
        assertThat(chart.finding()).isEqualTo("Empathy 0.800 on 14 Apr, below its usual 0.850 to 0.950.");
        assertThat(chart.yAxis()).isEqualTo(new ChartSpec.YAxis(0.6, 1, ChartSpec.Unit.SCORE));
        assertThat(requireNonNull(Charts.tone(usual(plain, new Interval(0.01, 0.95)), ToneDimension.EMPATHY))
                        .yAxis()
                        .min())
                .isZero();
    }

    @Test
    void perfectScoresStillHaveAnAxis() {
        Analysis analysis = analysis(empathy("a", "2026-04-13", "1"), empathy("b", "2026-04-14", "1"));
        assertThat(requireNonNull(Charts.tone(analysis, ToneDimension.EMPATHY))
                        .yAxis()
                        .min())
                .isEqualTo(0.8);
    }

    @Test
    void aNightThatIsNotTonightIsNotHeldAgainstTheUsual() {
        Analysis analysis = usual(
                analysis(
                        empathy("a", "2026-04-12", "0.9"),
                        empathy("b", "2026-04-13", "0.2"),
                        run("c").at("2026-04-14")),
                new Interval(0.85, 0.95));
        assertThat(requireNonNull(Charts.tone(analysis, ToneDimension.EMPATHY)).finding())
                .isEqualTo("Empathy 0.200 on 13 Apr.");
    }

    @Test
    void aFigureIsAPictureAFindingAndItsNumbers() {
        Corpus corpus = corpora.of(full("a", "2026-04-13"), full("b", "2026-04-14"));
        PageContext context = context(Plans.analysis(corpus), Map.of("score", "assets/score.svg"));
        Figure score = Figures.score(context);
        assertThat(score.src()).isEqualTo("../assets/score.svg");
        assertThat(score.numbers().rows()).hasSize(2);
        assertThat(score.alone().numbers().isEmpty()).isTrue();
        assertThat(score.alone().src()).isEqualTo(score.src());
        assertThat(Figures.tone(context, ToneDimension.EMPATHY).numbers().isEmpty())
                .isTrue();
    }

    @Test
    void aFigureWithoutAPictureSaysWhy() {
        Corpus corpus = corpora.of(full("a", "2026-04-13"), full("b", "2026-04-14"));
        Figure noFont = Figures.duration(context(Plans.analysis(corpus), Map.of()));
        assertThat(noFont.src()).isNull();
        assertThat(noFont.finding())
                .isEqualTo("Median duration of a call over 2 nights: 1.0 s on 13 Apr, 1.0 s on 14 Apr."
                        + " No chart: there was no font to draw it with.");
        PageContext oneNight = context(analysis(full("a", "2026-04-13")), Map.of());
        assertThat(List.of(
                        Figures.trend(oneNight).finding(),
                        Figures.passHat(oneNight).finding(),
                        Figures.score(oneNight).finding(),
                        Figures.duration(oneNight).finding(),
                        Figures.tone(oneNight, ToneDimension.EMPATHY).finding()))
                .containsExactly(
                        "No chart: it needs two nights with a result, 120 days apart at most.",
                        "No chart: it needs a scenario with two valid runs.",
                        "No chart: it needs two nights with a score, 120 days apart at most.",
                        "No chart: it needs two nights with a duration, 120 days apart at most.",
                        "No chart: it needs two nights with a score, 120 days apart at most.");
        assertThat(Figures.score(oneNight).numbers().rows()).hasSize(1);
    }

    private static GivenRun full(String id, String night) {
        GivenRun run = run(id).at(night).score("0.9").lasting(1_000);
        ToneDimension.SIX.forEach(dimension -> run.tone(dimension, "0.9"));
        return run;
    }

    private static GivenRun empathy(String id, String night, String score) {
        return run(id).at(night).tone(ToneDimension.EMPATHY, score);
    }

    private Analysis analysis(Given... records) {
        return Plans.analysis(corpora.of(records));
    }

    private static Analysis usual(Analysis analysis, Interval range) {
        return Plans.withTone(analysis, Map.of(ToneDimension.EMPATHY, range), new ToneTexts(List.of(), List.of()));
    }

    /** On the page of all nights. */
    private static PageContext context(Analysis analysis, Map<String, String> charts) {
        Map<String, SafePath> files = new TreeMap<>();
        charts.forEach((name, path) -> files.put(name, new SafePath(path)));
        Assets plain = Plans.assets(analysis);
        return new PageContext(
                Plans.report(analysis),
                new Assets(plain.stylesheet(), plain.script(), files),
                new Labels(analysis.scenarios()),
                Set.of(SitePaths.NIGHTS, SitePaths.night(LocalDate.parse("2026-04-13"))),
                SitePaths.NIGHTS);
    }
}
