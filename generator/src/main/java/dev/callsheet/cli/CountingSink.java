package dev.callsheet.cli;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunList;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;

/** Passes records on and shows how many runs have been read. */
final class CountingSink implements RecordSink {

    private final RecordSink next;
    private final Console console;
    private long runs;

    CountingSink(RecordSink next, Console console) {
        this.next = next;
        this.console = console;
    }

    @Override
    public void run(Run run) {
        next.run(run);
        console.progress("reading runs", ++runs, 0);
    }

    @Override
    public void scenario(Scenario scenario) {
        next.scenario(scenario);
    }

    @Override
    public void batch(Batch batch) {
        next.batch(batch);
    }

    @Override
    public void simulationSet(SimulationSet set) {
        next.simulationSet(set);
    }

    @Override
    public void runList(RunList list) {
        next.runList(list);
    }

    @Override
    public void fetch(Fetch fetch) {
        next.fetch(fetch);
    }

    @Override
    public void problem(Problem problem) {
        next.problem(problem);
    }
}
