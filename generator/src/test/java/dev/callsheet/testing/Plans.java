package dev.callsheet.testing;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ToneTexts;
import dev.callsheet.model.Problem;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.Assets;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.Charts;
import dev.callsheet.site.SitePlan;
import dev.callsheet.stats.Interval;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Sites as planned from a corpus, with every chart that can be drawn, in UTC. */
public final class Plans {

    private static final Instant MADE = Instant.parse("2026-12-31T06:00:00Z");
    private static final String RULES = "## 1 Runs\n\n1.1 Only runs count.\n";
    private static final NightCalendar UTC = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);

    private Plans() {}

    public static Analysis analysis(Corpus corpus) {
        return Analyst.analyse(corpus, UTC, MADE, Rules.DEFAULT);
    }

    /** The same numbers with other words and ranges of tone. */
    public static Analysis withTone(Analysis of, Map<ToneDimension, Interval> usual, ToneTexts texts) {
        return with(of, usual, texts, of.pathways(), of.failures(), of.failureModes());
    }

    /** The same numbers with other findings. */
    static Analysis with(
            Analysis of,
            Map<ToneDimension, Interval> usual,
            ToneTexts texts,
            List<PathwayNumbers> pathways,
            List<FailureGroup> failures,
            List<FailureMode> modes) {
        return new Analysis(
                of.dataAsOf(),
                of.night(),
                of.runs(),
                of.nights(),
                of.nightNumbers(),
                of.scenarios(),
                of.batches(),
                of.sets(),
                of.passHat(),
                of.tone(),
                usual,
                texts,
                pathways,
                failures,
                modes,
                of.rules(),
                of.toneEvidence(),
                of.outlook(),
                of.comparisons(),
                of.fetch(),
                of.errorSets());
    }

    /** A site with other findings of where calls fail. */
    public static SitePlan of(
            Corpus corpus, List<PathwayNumbers> pathways, List<FailureGroup> failures, List<FailureMode> modes) {
        Analysis of = analysis(corpus);
        return of(corpus, with(of, of.usualTone(), of.toneTexts(), pathways, failures, modes));
    }

    public static SitePlan of(Corpus corpus) {
        return of(corpus, analysis(corpus));
    }

    public static SitePlan of(Corpus corpus, Analysis analysis) {
        return new SitePlan(report(analysis), corpus, assets(analysis), List.of(), RULES, run -> true);
    }

    /** A site of a report with a memory, in which not every run need have a page. */
    public static SitePlan of(Corpus corpus, GivenHistory history, Predicate<CorpusRun> hasPage) {
        Analysis analysis = analysis(corpus);
        return new SitePlan(report(analysis, history.numbers()), corpus, assets(analysis), List.of(), RULES, hasPage);
    }

    public static Report report(Analysis analysis) {
        return report(analysis, GivenHistory.none());
    }

    public static Report report(Analysis analysis, List<Problem> problems) {
        return report(analysis, problems, GivenHistory.none());
    }

    private static Report report(Analysis analysis, HistoryNumbers history) {
        return report(analysis, List.of(), history);
    }

    private static Report report(Analysis analysis, List<Problem> problems, HistoryNumbers history) {
        return new Report(
                "0",
                MADE,
                UTC,
                analysis,
                0,
                problems,
                new TreeMap<>(),
                Gate.judge(analysis, GateLimits.DEFAULT),
                history,
                null);
    }

    public static Assets assets(Analysis analysis) {
        Map<String, SafePath> charts = new TreeMap<>();
        for (ChartSpec spec : Charts.all(analysis)) {
            charts.put(spec.name(), new SafePath("assets/" + spec.name() + ".svg"));
        }
        return new Assets(new SafePath("assets/site.css"), new SafePath("assets/site.js"), charts);
    }
}
