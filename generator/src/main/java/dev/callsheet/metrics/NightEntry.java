package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's entry of one night: all its runs of that night (metrics.md 0.2).
 *
 * @param runs by time, then id; empty for a sealed night
 * @param kept what is left of a sealed night; else empty
 */
public record NightEntry(LocalDate night, Tally tally, List<CorpusRun> runs, List<SealedRuns> kept) {

    static NightEntry ofRuns(LocalDate night, List<CorpusRun> runs) {
        return new NightEntry(night, Tally.of(runs), List.copyOf(runs), List.of());
    }

    static NightEntry ofSealed(LocalDate night, List<SealedRuns> kept) {
        return new NightEntry(
                night, kept.stream().map(Tally::of).reduce(Tally.ZERO, Tally::plus), List.of(), List.copyOf(kept));
    }

    /** The entry of a night; null when there is none, or no such night. */
    static @Nullable NightEntry of(@Nullable LocalDate night, List<NightEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.night.equals(night))
                .findFirst()
                .orElse(null);
    }

    /** Whether only tallies of it are kept. */
    public boolean isSealed() {
        return !kept.isEmpty();
    }

    /** Its runs by what they were started with: those of one batch, and those of the night without one. */
    SortedMap<String, Tally> sets() {
        SortedMap<String, Tally> sets = new TreeMap<>();
        for (CorpusRun run : runs) {
            sets.merge(set(run.facts().batchId()), Tally.of(run.facts().status()), Tally::plus);
        }
        kept.forEach(tallies -> sets.merge(set(tallies.batchId()), Tally.of(tallies), Tally::plus));
        return sets;
    }

    private String set(@Nullable String batchId) {
        return batchId == null ? "night " + night : "batch " + batchId;
    }

    /** The versions of the pathway that its runs name, each once, sorted. */
    public List<String> versions() {
        return Stream.concat(
                        runs.stream().map(CorpusRun::facts).map(RunFacts::version),
                        kept.stream().map(SealedRuns::version))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** The mean of a tone dimension over its valid runs; null when none has a score. */
    public @Nullable Double toneMean(ToneDimension dimension) {
        SealedRuns.Sum sum = toneSum(dimension);
        return sum == null ? null : sum.mean();
    }

    /** The scores of its valid runs added up; null when none has a score. */
    SealedRuns.@Nullable Sum toneSum(ToneDimension dimension) {
        List<SealedRuns.Sum> sums = new ArrayList<>();
        Measures.valid(runs).stream()
                .map(run -> run.facts().tone().get(dimension))
                .filter(Objects::nonNull)
                .forEach(score -> sums.add(new SealedRuns.Sum(1, score.billionths())));
        kept.stream()
                .map(tallies -> tallies.tone().get(dimension))
                .filter(Objects::nonNull)
                .forEach(sums::add);
        return sums.stream().reduce(SealedRuns.Sum::plus).orElse(null);
    }
}
