package dev.callsheet.cli;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.model.Problem;
import dev.callsheet.privacy.RedactingSink;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.SharedAddresses;
import dev.callsheet.source.ReadTotals;
import dev.callsheet.source.SourceNotFoundException;
import dev.callsheet.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Wires the way in: sources, then the redactor, then the corpus. Nothing reaches the corpus unredacted. */
final class Loader {

    private Loader() {}

    /** What was loaded. The corpus must be closed. */
    record Loaded(Corpus corpus, ReadTotals totals, SortedMap<String, Long> redactions) {

        /** Every number that follows, with the problems of loading and those that only show when runs are counted. */
        Report report(NightCalendar calendar, Instant generatedAt, Rules rules) {
            Analysis analysis = Analyst.analyse(corpus, calendar, generatedAt, rules);
            List<Problem> problems = new ArrayList<>(corpus.problems());
            problems.addAll(analysis.nights().problems());
            problems.addAll(SharedAddresses.of(analysis));
            return new Report(
                    Version.number(),
                    generatedAt,
                    calendar,
                    analysis,
                    corpus.duplicates(),
                    problems,
                    redactions,
                    Gate.judge(analysis, GateLimits.DEFAULT),
                    withoutHistory());
        }

        /** Nothing was asked for, and nothing is kept. */
        private static HistoryNumbers withoutHistory() {
            return new HistoryNumbers(
                    "main",
                    List.of(),
                    0,
                    0,
                    new HistoryNumbers.Kept(false, List.of(), 0, 400, 40_000_000, List.of(), List.of()),
                    new HistoryNumbers.Pages(30, 900_000_000, null, 0, false));
        }
    }

    static Loaded load(List<String> sources, InputStream standardInput, Console console)
            throws SourceNotFoundException, IOException {
        CorpusBuilder builder = new CorpusBuilder();
        boolean built = false;
        try {
            RedactingSink redactor = new RedactingSink(new CountingSink(builder, console));
            ReadTotals totals = Sources.read(sources, standardInput, redactor);
            Corpus corpus = builder.build();
            built = true;
            console.stage("read " + totals.files() + " files: " + corpus.runs().size() + " runs, "
                    + corpus.scenarios().size() + " scenarios, "
                    + corpus.batches().size() + " batches, "
                    + corpus.simulationSets().size() + " simulation sets, "
                    + corpus.problems().size() + " problems");
            return new Loaded(corpus, totals, redactor.counts());
        } finally {
            if (!built) {
                builder.close();
            }
        }
    }
}
