package dev.callsheet.testing;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneIssueGroup;
import dev.callsheet.metrics.ToneTexts;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.report.Report;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Wilson;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Findings as the metrics would state them, whatever the runs of the report are. */
public final class GivenFindings {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 12);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 14);

    private final Map<ToneDimension, Interval> usual = new EnumMap<>(ToneDimension.class);
    private final List<ToneIssueGroup> issues = new ArrayList<>();
    private final List<PathwayNumbers> pathways = new ArrayList<>();
    private final List<FailureGroup> failures = new ArrayList<>();
    private final List<FailureMode> modes = new ArrayList<>();
    private GivenHistory history = new GivenHistory();
    private @Nullable URI baseUrl;

    public GivenFindings history(GivenHistory memory) {
        history = memory;
        return this;
    }

    /** A site that can be read at an address. */
    public GivenFindings at(URI address) {
        baseUrl = address;
        return this;
    }

    public GivenFindings usual(ToneDimension dimension, double low, double high) {
        usual.put(dimension, new Interval(low, high));
        return this;
    }

    /** An issue of {@code runs} of ten scored runs. */
    public GivenFindings issue(String label, long runs) {
        issues.add(new ToneIssueGroup(label, 2 * runs, runs, runs / 10.0, Wilson.interval(runs, 10), FIRST, LAST));
        return this;
    }

    /** A pathway with a node that one of three runs through it passed, and three of four others; another is unvisited. */
    public GivenFindings pathway(String id, String node, String neverVisited) {
        pathways.add(new PathwayNumbers(
                id,
                Tally.ZERO,
                Rate.of(4, 7),
                List.of("s"),
                GivenNodes.stoppedAt(GivenNodes.node(node, 1, 3, 3, 4), 2),
                List.of(neverVisited)));
        return this;
    }

    /** The pathways of the corpus as they are. */
    public GivenFindings pathwaysOf(Corpus corpus) {
        pathways.addAll(Plans.analysis(corpus).pathways());
        return this;
    }

    /** An assertion that every run of the corpus failed, of twice as many. */
    public GivenFindings failedAssertion(String label, Corpus corpus) {
        int runs = corpus.runs().size();
        return failure(new FailureGroup(
                FailureGroup.Kind.ASSERTION,
                "of " + label,
                label,
                corpus.runs(),
                List.of("s", "t"),
                2L * runs,
                1,
                FIRST,
                LAST));
    }

    /** An error message of every run of the corpus. */
    public GivenFindings errorMessage(String label, Corpus corpus) {
        return failure(new FailureGroup(
                FailureGroup.Kind.ERROR_MESSAGE, "of " + label, label, corpus.runs(), List.of("s"), 0, 0, FIRST, LAST));
    }

    private GivenFindings failure(FailureGroup group) {
        failures.add(group);
        return this;
    }

    /** A failure mode of sets {@code x} and {@code y}. */
    public GivenFindings mode(String text) {
        modes.add(new FailureMode(text.toLowerCase(Locale.ROOT), text, List.of("x", "y"), List.of("s")));
        return this;
    }

    /** A report on a corpus with these findings, made at the end of 14 April 2026 with nights by UTC. */
    public Report on(Corpus corpus) {
        Instant generatedAt = Instant.parse("2026-04-14T23:59:59Z");
        NightCalendar calendar = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
        TreeMap<String, Long> redactions = new TreeMap<>();
        redactions.put("phone", 3L);
        Analysis analysis = in(Analyst.analyse(corpus, calendar, generatedAt, Rules.DEFAULT));
        return new Report(
                "1.2.3",
                generatedAt,
                calendar,
                analysis,
                corpus.duplicates(),
                corpus.problems(),
                redactions,
                Gate.judge(analysis, GateLimits.DEFAULT),
                history.numbers(),
                baseUrl);
    }

    private Analysis in(Analysis analysis) {
        return Plans.with(analysis, usual, new ToneTexts(issues, List.of()), pathways, failures, modes);
    }
}
