package dev.callsheet.metrics;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs, night by night. A run without a date takes its batch's; runs without either, and runs dated more than a
 * day after the report was made, belong to no night and are named as problems.
 *
 * <p>Of a night that an earlier report sealed, either its tallies or the runs at hand count, never both: the side that
 * knows more runs, of equal ones the runs (design.md 4).
 */
public final class Nights {

    private static final Duration CLOCK_SKEW = Duration.ofHours(24);
    private static final int MOST_NAMED = 3;

    private final SortedMap<LocalDate, List<CorpusRun>> byNight = new TreeMap<>();
    private final SortedMap<LocalDate, List<NightNumbers.ScenarioEntry>> entries = new TreeMap<>();
    private final Map<String, LocalDate> nightByRun = new HashMap<>();
    private final Set<String> outweighed = new HashSet<>();
    private final List<CorpusRun> counted;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Instant newestDate;

    Nights(Corpus corpus, NightCalendar calendar, Instant generatedAt) {
        for (CorpusRun run : corpus.runs()) {
            Instant date = date(run, corpus);
            if (date == null) {
                problems.add(problem(
                        run, "a date, its own or its batch's", "none", "the run is counted but belongs to no night"));
            } else if (date.isAfter(generatedAt.plus(CLOCK_SKEW))) {
                problems.add(problem(
                        run,
                        "a date not later than a day after " + generatedAt,
                        date.toString(),
                        "the run is counted but belongs to no night"));
            } else {
                LocalDate night = calendar.nightOf(date);
                byNight.computeIfAbsent(night, key -> new ArrayList<>()).add(run);
                nightByRun.put(run.id(), night);
                newestDate = newestDate == null || date.isAfter(newestDate) ? date : newestDate;
            }
        }
        byNight.forEach((night, runs) ->
                entries.put(night, entries(runs, run -> run.facts().scenarioId(), of -> NightEntry.ofRuns(night, of))));
        LocalDate last = calendar.nightOf(generatedAt.plus(CLOCK_SKEW));
        for (SealedNight tallies : corpus.sealedNights()) {
            if (tallies.night().isAfter(last)) {
                problems.add(problem(
                        tallies,
                        "a night not later than " + last,
                        tallies.night().toString(),
                        "its counts belong to a time to come and are not added"));
            } else {
                seal(tallies);
            }
        }
        counted = outweighed.isEmpty()
                ? corpus.runs()
                : corpus.runs().stream()
                        .filter(run -> !outweighed.contains(run.id()))
                        .toList();
    }

    /** An entry for each scenario, by id. */
    private static <T> List<NightNumbers.ScenarioEntry> entries(
            List<T> records, Function<T, String> scenarioId, Function<List<T>, NightEntry> entry) {
        SortedMap<String, List<T>> byScenario =
                records.stream().collect(Collectors.groupingBy(scenarioId, TreeMap::new, Collectors.toList()));
        return byScenario.entrySet().stream()
                .map(of -> new NightNumbers.ScenarioEntry(of.getKey(), entry.apply(of.getValue())))
                .toList();
    }

    /** Puts tallies in place of the runs of their night, unless these are as many. */
    private void seal(SealedNight tallies) {
        LocalDate night = tallies.night();
        List<CorpusRun> atHand = byNight.getOrDefault(night, List.of());
        if (tallies.runs() == 0 || atHand.size() >= tallies.runs()) {
            return;
        }
        entries.put(night, entries(tallies.tallies(), SealedRuns::scenarioId, of -> NightEntry.ofSealed(night, of)));
        if (!atHand.isEmpty()) {
            problems.add(problem(
                    tallies,
                    "all " + tallies.runs() + " runs of the night of " + night + ", of which only counts are kept",
                    atHand.size() + " of its runs: "
                            + atHand.stream()
                                    .limit(MOST_NAMED)
                                    .map(CorpusRun::id)
                                    .collect(Collectors.joining(", "))
                            + (atHand.size() > MOST_NAMED ? " and others" : ""),
                    "the counts stand and these runs are not added"));
            atHand.forEach(run -> outweighed.add(run.id()));
            byNight.remove(night);
        }
    }

    /** Every run that counts; all but those of a night whose tallies know more. */
    public List<CorpusRun> counted() {
        return counted;
    }

    /** All nights whose runs are known one by one, oldest first, each with its runs in the corpus's order. */
    SortedMap<LocalDate, List<CorpusRun>> byNight() {
        return byNight;
    }

    /** All nights, sealed ones too, oldest first, each with an entry for every scenario that ran, by id. */
    SortedMap<LocalDate, List<NightNumbers.ScenarioEntry>> entries() {
        return Collections.unmodifiableSortedMap(entries);
    }

    /** All runs, those of sealed nights among them. */
    Tally tally() {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.entry().isSealed())
                .map(entry -> entry.entry().tally())
                .reduce(Tally.of(counted), Tally::plus);
    }

    /** The night that a run counts in; null when it belongs to none, or the night's tallies count in its place. */
    public @Nullable LocalDate of(CorpusRun run) {
        return outweighed.contains(run.id()) ? null : nightByRun.get(run.id());
    }

    /** The night of a run, whether it counts or not; null when it belongs to none. */
    public @Nullable LocalDate dated(CorpusRun run) {
        return nightByRun.get(run.id());
    }

    /** How many runs count and belong to no night. */
    public long undated() {
        return counted.stream().filter(run -> dated(run) == null).count();
    }

    /** Runs without a night, one problem each; runs that do not count, and sealed nights that do not. */
    public List<Problem> problems() {
        return problems;
    }

    /** The newest night with a finished run, errors included; null when there is none. */
    @Nullable
    LocalDate newestFinished() {
        return entries.entrySet().stream()
                .filter(night -> night.getValue().stream()
                        .anyMatch(entry -> entry.entry().tally().finished() > 0))
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** The latest date of a run that belongs to a night; null when none does. */
    @Nullable
    Instant newestDate() {
        return newestDate;
    }

    private static @Nullable Instant date(CorpusRun run, Corpus corpus) {
        if (run.facts().createdAt() != null) {
            return run.facts().createdAt();
        }
        String batchId = run.facts().batchId();
        Batch batch = batchId == null ? null : corpus.batches().get(batchId);
        return batch == null ? null : batch.createdAt();
    }

    private static Problem problem(SealedNight tallies, String expected, String found, String hint) {
        return new Problem(
                Problem.Kind.DOUBTFUL, Problem.Severity.WARNING, tallies.place(), null, expected, found, hint);
    }

    private static Problem problem(CorpusRun run, String expected, String found, String hint) {
        return new Problem(
                Problem.Kind.DOUBTFUL,
                Problem.Severity.WARNING,
                run.facts().place().at("created_at"),
                run.id(),
                expected,
                found,
                hint);
    }
}
