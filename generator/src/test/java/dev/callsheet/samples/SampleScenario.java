package dev.callsheet.samples;

import java.time.LocalDate;
import java.util.List;

/**
 * The definition of a scenario; how its runs go is in {@link Plan}.
 *
 * @param key its name in ids and file names, and the name of its dialogue
 * @param toneEnabled whether its calls have a tone score
 * @param createdAt the day it was written
 */
record SampleScenario(
        Pathway pathway,
        String key,
        String name,
        String category,
        String testerName,
        String description,
        String testerPrompt,
        int maxTurns,
        boolean required,
        boolean toneEnabled,
        String createdAt,
        List<Check> checks) {

    SampleScenario {
        checks = List.copyOf(checks);
    }

    String id() {
        return Dice.id("scenario/" + key).toString();
    }

    String checkId(Check check) {
        return Dice.id("assertion/" + key + "/" + check.name()).toString();
    }

    /** Its name in documents of that night; one scenario got a better name on the way. */
    String nameOn(LocalDate night) {
        return key.equals(Story.RENAMED) && night.isBefore(Story.RENAMED_ON) ? "Reschedule a visit" : name;
    }
}
