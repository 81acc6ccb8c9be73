package dev.callsheet.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the story.
 *
 * @param attempt counts from 1 within scenario and night
 * @param batch null for a run that was started by itself
 * @param tone null where the API would give none
 */
record SampleRun(
        SampleScenario scenario,
        LocalDate night,
        int attempt,
        @Nullable SampleBatch batch,
        Status status,
        Instant createdAt,
        int durationMs,
        Caller caller,
        Call call,
        @Nullable Tone tone,
        List<Check.Outcome> outcomes,
        @Nullable String errorMessage) {

    enum Status {
        PASSED,
        FAILED,
        ERROR,
        CANCELLED,
        RUNNING
    }

    SampleRun {
        outcomes = List.copyOf(outcomes);
    }

    String key() {
        return scenario.key() + "-" + attempt;
    }

    String id() {
        return Dice.id("run/" + night + "/" + key()).toString();
    }

    /** Night, scenario and attempt in one word, as the tables of the story name single runs. */
    boolean is(String place) {
        return place.equals(night + " " + scenario.key() + " " + attempt);
    }

    /** The version of the pathway; a promotion runs the one that goes live the next night. */
    int version() {
        return scenario.pathway().versionOn(Story.PROMOTION.equals(batch) ? night.plusDays(1) : night);
    }

    boolean isValid() {
        return status == Status.PASSED || status == Status.FAILED;
    }

    /** Whether a document gives it in full; of the oldest nights only batches are left. */
    boolean isInFull() {
        return !night.isBefore(Story.FULL_SINCE);
    }

    /** The mean of the assertions' scores by weight, to four decimals; null for a run without a verdict. */
    @Nullable
    BigDecimal score() {
        if (!isValid()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Check.Outcome outcome : outcomes) {
            BigDecimal weight = outcome.check().weightValue();
            sum = sum.add(weight.multiply(BigDecimal.valueOf(outcome.score(), 2)));
            weights = weights.add(weight);
        }
        return Shapes.plain(sum.divide(weights, 4, RoundingMode.HALF_EVEN));
    }
}
