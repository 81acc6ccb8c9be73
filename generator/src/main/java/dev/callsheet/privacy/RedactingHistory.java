package dev.callsheet.privacy;

import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;

/**
 * Hands on what earlier reports kept with its text redacted. It was redacted when it was kept, but perhaps by an older
 * version that found less, or not by us. What is redacted already stays as it is.
 */
public final class RedactingHistory implements HistorySink {

    private final HistorySink next;
    private final RedactingSink redactor;

    /** @param redactor that counts the replacements */
    public RedactingHistory(HistorySink next, RedactingSink redactor) {
        this.next = next;
        this.redactor = redactor;
    }

    @Override
    public void run(RunFacts run) {
        next.run(run);
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
        next.simulationSet(redactor.redacted(set));
    }

    @Override
    public void sealedNight(SealedNight night) {
        next.sealedNight(night);
    }

    @Override
    public void problem(Problem problem) {
        next.problem(redactor.redacted(problem));
    }
}
