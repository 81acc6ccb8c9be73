package dev.callsheet.samples;

import java.util.List;

/**
 * A scenario of the story: its definition, and how its runs go.
 *
 * @param key its name in ids and file names, and the name of its dialogue
 * @param toneEnabled whether its calls have a tone score
 * @param nights a word for each night, a letter for each run: P passed, F failed, R failed by offering a refund,
 *     E error, X cancelled; empty for a scenario that was never run
 * @param empathySlide hundredths of empathy that its calls lose in seven nights
 * @param createdAt the day it was written
 */
record SampleScenario(
        String key,
        String name,
        String category,
        String testerName,
        String description,
        String testerPrompt,
        int maxTurns,
        boolean required,
        boolean toneEnabled,
        int empathySlide,
        String createdAt,
        List<Check> checks,
        String nights) {

    SampleScenario {
        checks = List.copyOf(checks);
    }

    String id() {
        return Dice.id("scenario/" + key).toString();
    }

    String checkId(Check check) {
        return Dice.id("assertion/" + key + "/" + check.name()).toString();
    }

    boolean isSpanish() {
        return key.endsWith("-spanish");
    }

    /** The letters of one night, none for a scenario that was not run. */
    String plan(int night) {
        return nights.isEmpty() ? "" : nights.split(" ", -1)[night];
    }
}
