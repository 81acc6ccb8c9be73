package dev.callsheet.metrics;

/** The one label of a scenario: its event if that is what a reader must know first, else its state (metrics.md 2.5). */
public enum Headline {
    REGRESSED,
    BROKEN,
    FLAKY,
    SUSPECT,
    INSUFFICIENT,
    INFRA,
    NO_DATA,
    NEW,
    FIXED,
    RELIABLE;

    static Headline of(State state, Event event) {
        return switch (event) {
            case REGRESSED -> REGRESSED;
            case FIXED -> FIXED;
            case NEW -> state == State.INSUFFICIENT ? NEW : valueOf(state.name());
            case IMPROVED, NONE -> valueOf(state.name());
        };
    }
}
