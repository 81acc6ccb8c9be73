package dev.callsheet.fetch;

import dev.callsheet.model.Fetch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code fetch.json}: what was asked, what came of it, what is missing and why. */
final class StateFile {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StateFile() {}

    /**
     * The content.
     *
     * @param version of the program
     * @param ended null while the fetch goes on
     * @param unfinished ids by kind of what has to be asked for again
     * @param owed lists that have to be asked for again; null for none
     */
    static ObjectNode of(
            String version,
            ApiAddress address,
            FetchRequest request,
            Instant began,
            @Nullable Instant ended,
            FetchResult result,
            Map<RecordKind, List<String>> unfinished,
            @Nullable ListDebt owed,
            RequestCounts.Totals requests,
            Map<String, Long> redaction) {
        ObjectNode state = NODES.objectNode();
        state.put("schema", Fetch.SCHEMA);
        state.putObject("generator").put("name", "callsheet").put("version", version);
        state.put("api", address.root());
        state.put("began_at", began.toString());
        state.put("ended_at", ended == null ? null : ended.toString());
        state.put("complete", ended != null && result.isComplete());
        state.set("asked", asked(request));
        for (RecordKind kind : RecordKind.values()) {
            state.set(kind.member(), counts(result.of(kind)));
        }
        ArrayNode missing = state.putArray("missing");
        result.missing()
                .forEach(one -> missing.addObject()
                        .put("kind", one.kind())
                        .put("id", one.id())
                        .put("why", one.why()));
        ArrayNode gone = state.putArray("gone");
        result.gone().forEach(one -> gone.addObject().put("kind", one.kind()).put("id", one.id()));
        ArrayNode open = state.putArray("unfinished");
        unfinished.forEach((kind, ids) ->
                ids.forEach(id -> open.addObject().put("kind", kind.id()).put("id", id)));
        state.set("owed_lists", owed == null ? NODES.nullNode() : owed.json());
        state.set("requests", requests(requests));
        ObjectNode redacted = state.putObject("redaction");
        redaction.forEach(redacted::put);
        return state;
    }

    private static ObjectNode asked(FetchRequest request) {
        ObjectNode asked = NODES.objectNode();
        asked.put("everything", request.discover());
        ids(asked, "pathways", request.pathways());
        ids(asked, "personas", request.personas());
        ids(asked, "scenarios", request.scenarios());
        ids(asked, "runs", request.runs());
        ids(asked, "batches", request.batches());
        ids(asked, "simulation_sets", request.simulationSets());
        asked.put("since", request.since() == null ? null : request.since().toString());
        asked.put("transcripts", request.transcripts().word());
        return asked;
    }

    private static void ids(ObjectNode asked, String name, List<String> ids) {
        ArrayNode list = asked.putArray(name);
        ids.forEach(list::add);
    }

    private static ObjectNode counts(FetchResult.Counts counts) {
        return NODES.objectNode()
                .put("asked", counts.asked())
                .put("received", counts.received())
                .put("fetched", counts.fetched())
                .put("cached", counts.cached())
                .put("unfinished", counts.unfinished())
                .put("gone", counts.gone())
                .put("missing", counts.missing());
    }

    private static ObjectNode requests(RequestCounts.Totals totals) {
        ObjectNode requests = NODES.objectNode();
        requests.put("sent", totals.sent());
        requests.put("retried", totals.retried());
        requests.put("broken", totals.broken());
        ObjectNode answers = requests.putObject("answers");
        totals.answers().forEach((status, count) -> answers.put(Integer.toString(status), count));
        return requests;
    }
}
