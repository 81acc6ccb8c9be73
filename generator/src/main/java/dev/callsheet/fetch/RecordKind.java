package dev.callsheet.fetch;

import dev.callsheet.model.Fetch.Kind;

/** What can be asked for by id. */
public enum RecordKind {
    SCENARIO(Kind.SCENARIO),
    RUN(Kind.RUN),
    BATCH(Kind.BATCH),
    SIMULATION_SET(Kind.SIMULATION_SET);

    private final Kind kind;

    RecordKind(Kind kind) {
        this.kind = kind;
    }

    /** Where the API has them, and the archive: "simulation-sets". */
    String folder() {
        return kind.words().replace(' ', '-');
    }

    /** One of them in a sentence: "simulation set". */
    public String one() {
        return kind.word();
    }

    /** Several in a sentence. */
    public String many() {
        return kind.words();
    }

    /** The word in {@code fetch.json}: "simulation_set". */
    String id() {
        return kind.id();
    }

    /** The key of its counts in {@code fetch.json}: "simulation_sets". */
    public String member() {
        return kind.member();
    }
}
