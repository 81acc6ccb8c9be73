package dev.callsheet.source;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps records back until what follows them is known to be well-formed, and until the document around them has said
 * what it is.
 */
final class Held implements RecordSink {

    private final RecordSink sink;
    private final List<Consumer<RecordSink>> waiting = new ArrayList<>();
    private long released;

    Held(RecordSink sink) {
        this.sink = sink;
    }

    /** A point in the row of records to which {@link #rollBack} may return. */
    long mark() {
        return released + waiting.size();
    }

    /** Drops what was added since the mark and still waits. */
    void rollBack(long mark) {
        int kept = (int) Math.max(0, mark - released);
        waiting.subList(Math.min(kept, waiting.size()), waiting.size()).clear();
    }

    /** Hands over everything that waits. */
    void release() {
        for (Consumer<RecordSink> record : waiting) {
            record.accept(sink);
        }
        released += waiting.size();
        waiting.clear();
    }

    /** Whether anything was handed over. */
    boolean hasReleased() {
        return released > 0;
    }

    /** Adds something that is decided when it is handed over. */
    void later(Consumer<RecordSink> record) {
        waiting.add(record);
    }

    @Override
    public void run(Run run) {
        later(to -> to.run(run));
    }

    @Override
    public void scenario(Scenario scenario) {
        later(to -> to.scenario(scenario));
    }

    @Override
    public void batch(Batch batch) {
        later(to -> to.batch(batch));
    }

    @Override
    public void simulationSet(SimulationSet set) {
        later(to -> to.simulationSet(set));
    }

    @Override
    public void runList(RunList list) {
        later(to -> to.runList(list));
    }

    @Override
    public void fetch(Fetch fetch) {
        later(to -> to.fetch(fetch));
    }

    @Override
    public void problem(Problem problem) {
        later(to -> to.problem(problem));
    }
}
