package dev.callsheet.fetch;

import dev.callsheet.source.Timestamps;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a list says of a run.
 *
 * @param scenario the object that holds the scenario's name, which the run's own document leaves out; null when there is
 *     none
 */
record ListedRun(
        String id,
        Optional<String> scenarioId,
        Optional<String> batch,
        @Nullable Instant createdAt,
        @Nullable ObjectNode scenario) {

    /** The entry of a list; null when it names no run. */
    static @Nullable ListedRun of(JsonNode entry) {
        if (!(entry instanceof ObjectNode run)) {
            return null;
        }
        String id = Named.of(RecordKind.RUN, run);
        JsonNode created = run.path("created_at");
        return id == null
                ? null
                : new ListedRun(
                        id,
                        Named.scenario(run),
                        Named.batch(run),
                        created.isString() ? Timestamps.parse(created.stringValue()) : null,
                        run.get("scenario") instanceof ObjectNode scenario ? scenario : null);
    }

    /** A run of which nothing but its id is known. */
    static ListedRun named(String id) {
        return new ListedRun(id, Optional.empty(), Optional.empty(), null, null);
    }
}
