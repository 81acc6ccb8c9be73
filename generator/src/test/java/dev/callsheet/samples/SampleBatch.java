package dev.callsheet.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What started a group of runs. */
record SampleBatch(String key, Instant start, String trigger, boolean publishOnPass) {

    /** The batch that runs everything every night. */
    static SampleBatch nightly(LocalDate night) {
        return new SampleBatch(night.toString(), Story.start(night), "ci", false);
    }

    String id() {
        return Dice.id("batch/" + key).toString();
    }

    LocalDate night() {
        return start.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
