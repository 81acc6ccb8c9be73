package dev.callsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document says of a run, without any text of the call.
 *
 * @param place where the record stood
 * @param scenarioName the name of the scenario as this document gives it
 * @param deniesBatch the document says {@code "batch_id": null}, as against leaving the field out
 * @param statusText the status as given, for statuses that are {@link RunStatus#UNKNOWN}
 * @param turnCount messages as the API counted them, not the length of the transcript
 * @param durationMs milliseconds
 * @param version version of the pathway, where the document names one
 * @param nodes ids of the pathway's nodes in the order visited
 */
public record RunFacts(
        RunOrigin origin,
        Place place,
        String id,
        String scenarioId,
        @Nullable String scenarioName,
        @Nullable String pathwayId,
        @Nullable String personaId,
        @Nullable String batchId,
        boolean deniesBatch,
        RunStatus status,
        String statusText,
        @Nullable Score score,
        @Nullable Integer turnCount,
        @Nullable Long durationMs,
        @Nullable Instant createdAt,
        @Nullable String version,
        ToneScores tone,
        List<AssertionResult> assertions,
        List<String> nodes,
        @Nullable String currentNodeId) {

    public RunFacts {
        assertions = List.copyOf(assertions);
        nodes = List.copyOf(nodes);
    }

    /** The same facts of a run that is known by another id. */
    public RunFacts withId(String otherId) {
        return with(otherId, scenarioId);
    }

    /** The same facts of a run of a scenario that is known by another id. */
    public RunFacts withScenarioId(String otherScenarioId) {
        return with(id, otherScenarioId);
    }

    private RunFacts with(String otherId, String otherScenarioId) {
        return new RunFacts(
                origin,
                place,
                otherId,
                otherScenarioId,
                scenarioName,
                pathwayId,
                personaId,
                batchId,
                deniesBatch,
                status,
                statusText,
                score,
                turnCount,
                durationMs,
                createdAt,
                version,
                tone,
                assertions,
                nodes,
                currentNodeId);
    }
}
