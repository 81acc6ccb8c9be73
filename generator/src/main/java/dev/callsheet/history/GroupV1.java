package dev.callsheet.history;

import dev.callsheet.model.RunOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What runs of one scenario that were started together share.
 *
 * @param <A> their assertions
 */
record GroupV1<A>(
        String scenarioId,
        @Nullable String scenarioName,
        @Nullable String pathwayId,
        @Nullable String personaId,
        @Nullable String batchId,
        boolean deniesBatch,
        @Nullable String version,
        RunOrigin origin,
        A assertions) {}
