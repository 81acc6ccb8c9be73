package dev.callsheet.source;

import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The entries of one list {@code runs}. Whether they belong to a batch or to a list of runs may only be said by a
 * field behind them, so what becomes of an entry is decided when it is handed over.
 */
final class RunEntries {

    private final Held held;
    private final Map<String, Run> seen = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Map<RunStatus, Integer> statuses = new EnumMap<>(RunStatus.class);
    private int count;
    private int started;
    private boolean list;
    private boolean batch;
    private @Nullable String batchId;

    RunEntries(Held held) {
        this.held = held;
    }

    /** The entries are those of a list: nothing about them is remembered from here on. */
    void areOfList() {
        list = true;
        seen.clear();
        ids.clear();
    }

    /** The entries are those of a batch. */
    void areOfBatch(@Nullable String id) {
        batch = true;
        batchId = id;
    }

    /** How many entries there are, usable or not. */
    int count() {
        return count;
    }

    /** Ids of the runs, without repeats. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** How many of the usable runs have each status, repeats left out. */
    Map<RunStatus, Integer> statuses() {
        return statuses;
    }

    /** Whether the entries name runs that were started and say nothing of them. */
    boolean areOnlyStarted() {
        return count > 0 && started == count;
    }

    /** An entry that is no object. */
    void addUnusable() {
        count++;
    }

    void add(ObjectNode entry, Place place) {
        count++;
        if (entry.has("run_id") && !entry.has("status")) {
            started++;
        }
        Run run = RunParser.parse(entry, place, RunOrigin.LIST, held);
        String id = Ids.of(entry.get(entry.has("id") ? "id" : "run_id"));
        if (list) {
            if (run != null) {
                held.run(run);
            }
            return;
        }
        if (run == null) {
            addId(id);
            return;
        }
        Run first = seen.putIfAbsent(run.facts().id(), run);
        if (first == null) {
            addId(id);
            statuses.merge(run.facts().status(), 1, Integer::sum);
        }
        held.later(sink -> handOver(run, first, sink));
    }

    private void addId(@Nullable String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private void handOver(Run run, @Nullable Run first, RecordSink sink) {
        if (!batch) {
            sink.run(run);
        } else if (first == null) {
            String own = run.facts().batchId();
            sink.run(RunParser.copy(run, RunOrigin.BATCH, run.facts().place(), own == null ? batchId : own));
            checkBatch(run, sink);
        } else {
            sink.problem(repeat(run, first));
        }
    }

    private void checkBatch(Run run, RecordSink sink) {
        String own = run.facts().batchId();
        if (own != null && batchId != null && !own.equals(batchId)) {
            sink.problem(new Problem(
                    Problem.Kind.CONFLICT,
                    Problem.Severity.WARNING,
                    run.facts().place().at("batch_id"),
                    run.facts().id(),
                    "the batch that lists the run, " + OneLine.quoted(batchId),
                    OneLine.quoted(own),
                    "the run's own word is followed"));
        }
    }

    private static Problem repeat(Run run, Run first) {
        boolean same = sameContent(run, first);
        return new Problem(
                same ? Problem.Kind.DOUBTFUL : Problem.Kind.CONFLICT,
                same ? Problem.Severity.INFO : Problem.Severity.WARNING,
                run.facts().place().at("id"),
                run.facts().id(),
                "each run of a batch once",
                same ? "the same run again" : "the same run again with other values",
                "the first, at " + first.facts().place().pointer() + ", is used");
    }

    private static boolean sameContent(Run run, Run other) {
        RunFacts facts = run.facts();
        return run.equals(RunParser.copy(
                other, facts.origin(), facts.place(), other.facts().batchId()));
    }
}
