package dev.callsheet.cli;

import dev.callsheet.config.Alias;
import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Aliases;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.gate.Gate;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.model.Problem;
import dev.callsheet.privacy.RedactingHistory;
import dev.callsheet.privacy.RedactingSink;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
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

    /**
     * What was loaded. The corpus must be closed.
     *
     * @param unmet aliases that joined nothing
     */
    record Loaded(Corpus corpus, List<Problem> unmet, ReadTotals totals, SortedMap<String, Long> redactions) {

        Loaded {
            unmet = List.copyOf(unmet);
        }

        /** Every number that follows from what was loaded. */
        Analysis analysis(Configuration configuration, Instant generatedAt) {
            return Analyst.analyse(
                    corpus, configuration.calendar(), generatedAt, configuration.rules(), configuration.baseline());
        }

        /** The problems of loading and those that only show when runs are counted. */
        List<Problem> problems(Configuration configuration, Analysis analysis) {
            List<Problem> problems = new ArrayList<>(corpus.problems());
            problems.addAll(unmet);
            problems.addAll(MuteProblems.of(configuration.mutes(), analysis));
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
                    problems(configuration, analysis),
                    redactions,
                    Gate.judge(analysis, configuration.gate(), configuration.mutes()),
                    history,
                    configuration.site().baseUrl());
        }
    }

    /**
     * Reads history, then the sources.
     *
     * @param memory what earlier reports kept
     * @throws IncompleteException if something of a history that is required was lost; no source was read then
     */
    static Loaded load(
            List<String> sources, InputStream standardInput, List<Alias> aliases, Memory memory, Console console)
            throws SourceNotFoundException, IncompleteException, IOException {
        Aliases joined = new Aliases(aliases.stream().collect(Collectors.toMap(Alias::old, Alias::id)));
        CorpusBuilder builder = new CorpusBuilder(joined);
        boolean built = false;
        try {
            RedactingSink redactor = new RedactingSink(new CountingSink(builder, console));
            memory.readInto(new RedactingHistory(builder.past(), redactor));
            memory.sources().forEach(source -> MemoryTalk.found(source, memory.stream(), console));
            if (memory.isShort()) {
                throw lost(builder, console);
            }
            ReadTotals totals = Sources.read(sources, standardInput, redactor);
            Corpus corpus = builder.build();
            built = true;
            List<Problem> unmet = UnmetAliases.problems(aliases, joined.unmet(), !memory.isNone());
            console.stage("read " + Format.count(totals.files(), "file") + ": " + runs(corpus) + ", "
                    + Format.count(corpus.scenarios().size(), "scenario") + ", "
                    + Format.count(corpus.batches().size(), "batch", "batches") + ", "
                    + Format.count(corpus.simulationSets().size(), "simulation set") + ", "
                    + Format.count(corpus.problems().size() + unmet.size(), "problem"));
            ArchiveTalk.said(FetchNumbers.of(corpus.fetches()), console);
            return new Loaded(corpus, unmet, totals, redactor.counts());
        } finally {
            if (!built) {
                builder.close();
            }
        }
    }

    private static String runs(Corpus corpus) {
        long past = corpus.runs().stream().filter(CorpusRun::past).count();
        String input = Format.count(corpus.runs().size() - past, "run");
        return past == 0 ? input : input + " beside " + Format.grouped(past) + " known from history";
    }

    /** Names what of the history was lost; nothing else has been taken yet. */
    private static IncompleteException lost(CorpusBuilder builder, Console console) throws IOException {
        try (Corpus corpus = builder.build()) {
            console.problems(corpus.problems(), true);
        }
        return new IncompleteException("nothing was written, since the history is required;"
                + " to go on without what is missing, give --history-required=false");
    }
}
