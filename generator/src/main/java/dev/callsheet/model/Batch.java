package dev.callsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch as its document gives it; its runs are handed over as runs of their own.
 *
 * @param status as given; an open enumeration
 * @param totalScenarios the batch's own count, as are passed and failed
 * @param publishOnPass whether a full pass promotes the pathway version to production
 * @param runIds the runs it lists, in its order, without repeats
 */
public record Batch(
        Place place,
        String id,
        @Nullable String status,
        @Nullable Integer totalScenarios,
        @Nullable Integer passedScenarios,
        @Nullable Integer failedScenarios,
        @Nullable String triggerSource,
        @Nullable Boolean publishOnPass,
        @Nullable Instant createdAt,
        List<String> runIds) {

    public Batch {
        runIds = List.copyOf(runIds);
    }
}
