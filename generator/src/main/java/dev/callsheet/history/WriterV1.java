package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.SealedRuns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes files of {@code callsheet.history/1}. The same facts give the same content in whatever order they come: runs
 * stand in the order of runs everywhere, and what they share in the order of its first use.
 */
final class WriterV1 {

    /** The order of runs everywhere, of keys for ids. */
    private static final Comparator<RunFacts> ORDER = Comparator.comparing(RunFacts::scenarioId)
            .thenComparing(RunFacts::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RunFacts::id);

    private WriterV1() {}

    /**
     * @param keep whose stream it is, and how nights are told
     * @param documents lines, in their order
     */
    static Kept runs(Keep keep, LocalDate night, List<String> documents, List<CorpusRun> runs) {
        List<RunFacts> keyed = runs.stream().map(WriterV1::keyed).sorted(ORDER).toList();
        return file(keep, night, false, runs.size(), file -> {
            documents.forEach(file.out()::writeRawValue);
            RunLinesV1.write(file, keyed);
        });
    }

    /** A sealed night. */
    static Kept tallies(Keep keep, LocalDate night, List<String> documents, List<SealedRuns> tallies) {
        long runs = tallies.stream().mapToLong(SealedRuns::runs).sum();
        return file(keep, night, true, runs, file -> {
            documents.forEach(file.out()::writeRawValue);
            tallies.stream().sorted(Sealing.ORDER).forEach(tally -> TalliesV1.write(file.out(), tally));
        });
    }

    private static Kept file(Keep keep, LocalDate night, boolean isSealed, long runs, Consumer<PackedWriter> lines) {
        PackedWriter file = new PackedWriter();
        try (file) {
            new Header(FormatV1.VERSION, keep.stream(), night, keep.zone(), keep.nightStarts(), isSealed, runs)
                    .write(file.out());
            lines.accept(file);
        }
        String name = new FileName(keep.stream(), night, file.hash()).toString();
        return new Kept(name, keep.stream(), night, runs, isSealed, file.content());
    }

    /** The facts of a run under the key that it is kept by. */
    private static RunFacts keyed(CorpusRun run) {
        RunFacts facts = run.facts();
        return run.past() ? facts : facts.withId(RunKey.of(run.id()));
    }
}
