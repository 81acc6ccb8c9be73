package dev.callsheet.cli;

import dev.callsheet.config.Alias;
import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Aliases;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
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
import java.util.stream.Collectors;

/** Wires the way in: sources, then the redactor, then the corpus. Nothing reaches the corpus unredacted. */
final class Loader {

    private Loader() {}

    /** What was loaded. The corpus must be closed. */
    record Loaded(Corpus corpus, ReadTotals totals, SortedMap<String, Long> redactions) {

        /** Every number that follows from what was loaded. */
        Analysis analysis(Configuration configuration, Instant generatedAt) {
            return Analyst.analyse(
                    corpus, configuration.calendar(), generatedAt, configuration.rules(), configuration.baseline());
        }

        /** The problems of loading and those that only show when runs are counted. */
        List<Problem> problems(Analysis analysis) {
            List<Problem> problems = new ArrayList<>(corpus.problems());
            problems.addAll(analysis.nights().problems());
            problems.addAll(SharedAddresses.of(analysis));
            return problems;
        }

        Report report(Configuration configuration, Instant generatedAt, Analysis analysis, HistoryNumbers history) {
            return new Report(
                    Version.number(),
                    generatedAt,
                    configuration.calendar(),
                    analysis,
                    corpus.duplicates(),
                    problems(analysis),
                    redactions,
                    Gate.judge(analysis, GateLimits.DEFAULT),
                    history);
        }
    }

    /** @param memory what earlier reports kept */
    static Loaded load(
            List<String> sources, InputStream standardInput, List<Alias> aliases, Memory memory, Console console)
            throws SourceNotFoundException, IOException {
        CorpusBuilder builder =
                new CorpusBuilder(new Aliases(aliases.stream().collect(Collectors.toMap(Alias::old, Alias::id))));
        boolean built = false;
        try {
            RedactingSink redactor = new RedactingSink(new CountingSink(builder, console));
            memory.readInto(builder.past());
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
