package dev.callsheet.corpus;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Everything that was loaded, merged: facts in memory, texts on disk. Immutable; may be read by several threads.
 * Closing it deletes the texts.
 */
public final class Corpus implements Closeable {

    private final List<CorpusRun> runs;
    private final SortedMap<String, Scenario> scenarios;
    private final SortedMap<String, Batch> batches;
    private final SortedMap<String, SimulationSet> simulationSets;
    private final List<SealedNight> sealedNights;
    private final Set<String> superseded;
    private final List<Fetch> fetches;
    private final List<Problem> problems;
    private final long duplicates;
    private final String digest;
    private final boolean empty;
    private final RunSpool spool;

    Corpus(
            List<CorpusRun> runs,
            SortedMap<String, Scenario> scenarios,
            SortedMap<String, Batch> batches,
            SortedMap<String, SimulationSet> simulationSets,
            List<SealedNight> sealedNights,
            Set<String> superseded,
            List<Fetch> fetches,
            List<Problem> problems,
            long duplicates,
            String digest,
            boolean empty,
            RunSpool spool) {
        this.runs = List.copyOf(runs);
        this.scenarios = Collections.unmodifiableSortedMap(new TreeMap<>(scenarios));
        this.batches = Collections.unmodifiableSortedMap(new TreeMap<>(batches));
        this.simulationSets = Collections.unmodifiableSortedMap(new TreeMap<>(simulationSets));
        this.sealedNights = List.copyOf(sealedNights);
        this.superseded = Set.copyOf(superseded);
        this.fetches = List.copyOf(fetches);
        this.problems = List.copyOf(problems);
        this.duplicates = duplicates;
        this.digest = digest;
        this.empty = empty;
        this.spool = spool;
    }

    /** All runs, sorted by {@link CorpusRun#ORDER}. */
    public List<CorpusRun> runs() {
        return runs;
    }

    /** Scenario documents by id; a scenario that only runs or sets name is not among them. */
    public SortedMap<String, Scenario> scenarios() {
        return scenarios;
    }

    public SortedMap<String, Batch> batches() {
        return batches;
    }

    public SortedMap<String, SimulationSet> simulationSets() {
        return simulationSets;
    }

    /** Nights of which earlier reports kept tallies only, oldest first, each once. */
    public List<SealedNight> sealedNights() {
        return sealedNights;
    }

    /** The files of earlier reports of which a run is in the input, too, or in another such file. */
    public Set<String> superseded() {
        return superseded;
    }

    /** What the archives of the input say of the fetches that made them, each once, by place; none without such an archive. */
    public List<Fetch> fetches() {
        return fetches;
    }

    /** Problems of loading and of merging, sorted by {@link Problem#ORDER}. */
    public List<Problem> problems() {
        return problems;
    }

    /** Run records that another record of the same kind and id made superfluous. */
    public long duplicates() {
        return duplicates;
    }

    /** SHA-256 over the digests of all records of the input that were kept, in hex: the same input has the same digest in any order. */
    public String digest() {
        return digest;
    }

    /** Whether the input held nothing to report on, whatever earlier reports knew. */
    public boolean isEmpty() {
        return empty;
    }

    /** The text of a call, read back from disk; gaps of the best record are filled from the others. */
    public RunText text(CorpusRun run) {
        List<RunText> texts = run.texts().stream().map(spool::read).toList();
        if (texts.isEmpty()) {
            return RunText.EMPTY;
        }
        return new RunText(
                firstFilled(texts, RunText::chat),
                firstFilled(texts, RunText::variables),
                texts.stream()
                        .map(RunText::errorMessage)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                run.judged() < 0 ? List.of() : texts.get(run.judged()).reasonings(),
                firstFilled(texts, RunText::toneIssues),
                firstFilled(texts, RunText::toneExamples));
    }

    private static <T> List<T> firstFilled(List<RunText> texts, Function<RunText, List<T>> field) {
        return texts.stream()
                .map(field)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
