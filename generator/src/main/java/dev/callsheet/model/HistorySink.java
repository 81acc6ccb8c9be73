package dev.callsheet.model;

/** Takes what earlier reports kept, one record at a time and in no promised order. */
public interface HistorySink {

    /**
     * A run of an earlier report.
     *
     * @param run its id is a {@link RunKey}; its place the file it stands in. Texts that many runs share, lists and
     *     keys of assertions among them, are one instance
     */
    void run(RunFacts run);

    /** A scenario's definition without what its caller is told. */
    void scenario(Scenario scenario);

    /** A batch without the runs it lists. */
    void batch(Batch batch);

    void simulationSet(SimulationSet set);

    void sealedNight(SealedNight night);

    void problem(Problem problem);
}
