package dev.callsheet.model;

/**
 * Takes records as they are read, one at a time and in no promised order. Loading is a chain of sinks: reader,
 * redactor, corpus.
 */
public interface RecordSink {

    void run(Run run);

    void scenario(Scenario scenario);

    void batch(Batch batch);

    void simulationSet(SimulationSet set);

    /** A page of a list of runs was read; its runs are handed over one by one as well. */
    void runList(RunList list);

    /** An archive says of itself how its fetch went. */
    void fetch(Fetch fetch);

    void problem(Problem problem);
}
