package dev.callsheet.fetch;

import dev.callsheet.source.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which records a document is about, and which it names. */
final class Named {

    private Named() {}

    /** The id of a record of a kind; null when it has none. */
    static @Nullable String of(RecordKind kind, ObjectNode document) {
        String id = Ids.of(document.get("id"));
        return id != null
                ? id
                : switch (kind) {
                    case RUN -> Ids.of(document.get("run_id"));
                    case BATCH -> Ids.of(document.get("batch_id"));
                    case SIMULATION_SET -> Ids.of(document.get("simulation_set_id"));
                    case SCENARIO -> null;
                };
    }

    /** The scenario of a run, or of figures. */
    static Optional<String> scenario(ObjectNode run) {
        return Optional.ofNullable(Ids.of(run.get("scenario_id")))
                .or(() -> Optional.ofNullable(Ids.of(run.path("scenario").get("id"))));
    }

    /** The batch of a run. */
    static Optional<String> batch(ObjectNode run) {
        return Optional.ofNullable(Ids.of(run.get("batch_id")));
    }

    /** The run that figures call the worst. */
    static Optional<String> worstRun(ObjectNode figures) {
        return Optional.ofNullable(Ids.of(figures.get("worst_run_id")));
    }

    /** The runs that a batch lists. */
    static List<ObjectNode> runs(ObjectNode batch) {
        List<ObjectNode> runs = new ArrayList<>();
        for (JsonNode entry : batch.path("runs")) {
            if (entry instanceof ObjectNode run) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** The figures that a simulation set has of each scenario; the key of each is the scenario's id. */
    static List<ObjectNode> figures(ObjectNode set) {
        List<ObjectNode> figures = new ArrayList<>();
        set.path("statistics").path("per_scenario").forEachEntry((scenario, entry) -> {
            if (entry instanceof ObjectNode of) {
                figures.add(of.has("scenario_id") ? of : of.deepCopy().put("scenario_id", scenario));
            }
        });
        return figures;
    }
}
