package dev.callsheet.metrics;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs, night by night. A run without a date takes its batch's; runs without either, and runs dated more than a
 * day after the report was made, belong to no night and are named as problems.
 */
public final class Nights {

    private static final Duration CLOCK_SKEW = Duration.ofHours(24);

    private final SortedMap<LocalDate, List<CorpusRun>> byNight = new TreeMap<>();
    private final Map<String, LocalDate> nightByRun = new HashMap<>();
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
    }

    /** All nights that have a run, oldest first, each with its runs in the corpus's order. */
    SortedMap<LocalDate, List<CorpusRun>> byNight() {
        return byNight;
    }

    /** The night of a run, null when it belongs to none. */
    public @Nullable LocalDate of(CorpusRun run) {
        return nightByRun.get(run.id());
    }

    /** Runs without a night, one problem each. */
    public List<Problem> problems() {
        return problems;
    }

    /** The newest night with a finished run, errors included; null when there is none. */
    @Nullable
    LocalDate newestFinished() {
        LocalDate newest = null;
        for (Map.Entry<LocalDate, List<CorpusRun>> night : byNight.entrySet()) {
            if (night.getValue().stream().anyMatch(run -> run.facts().status().isFinished())) {
                newest = night.getKey();
            }
        }
        return newest;
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
