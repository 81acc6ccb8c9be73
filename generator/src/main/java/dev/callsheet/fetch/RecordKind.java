package dev.callsheet.fetch;

import java.util.Locale;

/** What can be asked for by id. */
public enum RecordKind {
    SCENARIO("scenarios", "scenario", "scenarios"),
    RUN("runs", "run", "runs"),
    BATCH("batches", "batch", "batches"),
    SIMULATION_SET("simulation-sets", "simulation set", "simulation sets");

    private final String folder;
    private final String one;
    private final String many;

    RecordKind(String folder, String one, String many) {
        this.folder = folder;
        this.one = one;
        this.many = many;
    }

    /** Where the API has them, and the archive: "simulation-sets". */
    String folder() {
        return folder;
    }

    /** One of them in a sentence: "simulation set". */
    public String one() {
        return one;
    }

    /** Several in a sentence. */
    public String many() {
        return many;
    }

    /** The word in {@code fetch.json}: "simulation_set". */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its counts in {@code fetch.json}: "simulation_sets". */
    String countsKey() {
        return folder.replace('-', '_');
    }
}
