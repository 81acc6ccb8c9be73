package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.history.HistoryPlan;
import dev.callsheet.history.HistoryReader;
import dev.callsheet.history.Keep;
import dev.callsheet.history.ReadFile;
import dev.callsheet.history.find.FoundHistory;
import dev.callsheet.history.find.HistoryLimits;
import dev.callsheet.history.find.HistorySources;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.model.HistorySink;
import dev.callsheet.report.HistoryNumbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** What earlier reports kept: found before the input is read, joined with it, and handed on to the next report. */
final class Memory {

    // Far more than a history that keeps its budget needs, and not so much that a stranger's site fills the memory.
    private static final long MOST_BYTES = 256_000_000;

    private final Configuration.History settings;
    private final List<FoundHistory> found;
    private final List<ReadFile> read = new ArrayList<>();

    private Memory(Configuration.History settings, List<FoundHistory> found) {
        this.settings = settings;
        this.found = found;
    }

    /** Nothing is remembered. */
    static Memory none(Configuration.History settings) {
        return new Memory(settings, List.of());
    }

    /**
     * Finds the files of every source.
     *
     * @param directory where paths start
     * @param nonces words that were not used before
     */
    static Memory find(Configuration.History settings, Path directory, Supplier<String> nonces) {
        return new Memory(
                settings,
                HistorySources.read(
                        settings.from(),
                        directory,
                        HistoryLimits.of(Math.max(MOST_BYTES, settings.maxBytes())),
                        nonces));
    }

    /** Whether nobody asked for a history. */
    boolean isNone() {
        return found.isEmpty();
    }

    String stream() {
        return settings.stream();
    }

    /** Hands over what the files hold of the stream. */
    void readInto(HistorySink sink) {
        found.forEach(source -> source.problems().forEach(sink::problem));
        read.addAll(HistoryReader.read(
                found.stream().flatMap(source -> source.files().stream()).toList(), settings.stream(), sink));
    }

    /** Whether something of a history that is required was lost. */
    boolean isShort() {
        return settings.required() && !sources().stream().allMatch(HistoryNumbers.Source::whole);
    }

    /** What is handed on. */
    HistoryPlan plan(Corpus corpus, Analysis analysis, NightCalendar calendar) {
        return HistoryPlan.of(
                corpus,
                analysis.nights()::dated,
                calendar::nightOf,
                read,
                new Keep(
                        settings.stream(),
                        calendar.zone(),
                        calendar.startsAt(),
                        settings.readonly(),
                        settings.maxNights(),
                        settings.maxBytes()));
    }

    HistoryNumbers numbers(Analysis analysis, HistoryPlan plan, HistoryNumbers.Pages pages) {
        long sealedRuns = analysis.nightNumbers().stream()
                .filter(NightNumbers::isSealed)
                .mapToLong(night -> night.tally().total())
                .sum();
        long pastRuns =
                analysis.nights().counted().stream().filter(CorpusRun::past).count();
        return new HistoryNumbers(
                settings.stream(),
                sources(),
                SourceRead.ofStream(read, settings.stream()).stream()
                        .map(ReadFile::night)
                        .distinct()
                        .count(),
                pastRuns + sealedRuns,
                new HistoryNumbers.Kept(
                        settings.readonly(),
                        plan.files().stream()
                                .filter(file -> settings.stream().equals(file.stream()) && file.night() != null)
                                .map(file -> new HistoryNumbers.Night(
                                        Objects.requireNonNull(file.night()),
                                        file.runs(),
                                        file.sealed(),
                                        file.content().length))
                                .sorted(Comparator.comparing(HistoryNumbers.Night::night))
                                .toList(),
                        plan.files().stream()
                                .filter(file -> settings.stream().equals(file.stream()))
                                .mapToLong(file -> file.content().length)
                                .sum(),
                        settings.maxNights(),
                        settings.maxBytes(),
                        plan.sealedNow(),
                        plan.dropped()),
                pages);
    }

    /** What each source held, once its files were read. */
    List<HistoryNumbers.Source> sources() {
        return found.stream()
                .map(source -> SourceRead.of(source, read, settings.stream()))
                .toList();
    }
}
