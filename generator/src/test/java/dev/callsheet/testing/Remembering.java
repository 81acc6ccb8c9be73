package dev.callsheet.testing;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.RunList;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;

/** Hands records over as an earlier report would have kept them: of runs the facts only, under a key. */
record Remembering(HistorySink past) implements RecordSink {

    @Override
    public void run(Run run) {
        past.run(run.facts().withId(RunKey.of(run.facts().id())));
    }

    @Override
    public void scenario(Scenario scenario) {
        past.scenario(scenario);
    }

    @Override
    public void batch(Batch batch) {
        past.batch(batch);
    }

    @Override
    public void simulationSet(SimulationSet set) {
        past.simulationSet(set);
    }

    @Override
    public void runList(RunList list) {
        throw new UnsupportedOperationException("no report keeps lists");
    }

    @Override
    public void fetch(Fetch fetch) {
        throw new UnsupportedOperationException("no report keeps how its input was fetched");
    }

    @Override
    public void problem(Problem problem) {
        past.problem(problem);
    }
}
