package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;

import dev.callsheet.testing.Given;

/** Nights of runs of which only the outcome matters. */
final class Outcomes {

    private Outcomes() {}

    /** A run for each {@code scenario:STATUS}. */
    static Given night(String night, String... outcomes) {
        return sink -> {
            for (int i = 0; i < outcomes.length; i++) {
                String[] outcome = outcomes[i].split(":", 2);
                run(night + "-" + i).of(outcome[0]).status(outcome[1]).at(night).to(sink);
            }
        };
    }
}
