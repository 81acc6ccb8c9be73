package dev.callsheet.fetch;

import dev.callsheet.source.Ids;
import dev.callsheet.source.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists that an archive was to be filled from and that were not read to their end: the fetch broke off, or was killed.
 *
 * @param pathways what they were asked for; with no pathway, persona and scenario for all
 * @param since from when on; null for ever
 */
record ListDebt(
        List<String> pathways,
        List<String> personas,
        List<String> scenarios,
        @Nullable Instant since) {

    ListDebt {
        pathways = List.copyOf(pathways);
        personas = List.copyOf(personas);
        scenarios = List.copyOf(scenarios);
    }

    /** The lists that a request asks for. */
    static ListDebt of(FetchRequest request) {
        return new ListDebt(request.pathways(), request.personas(), request.scenarios(), request.since());
    }

    /** What {@code fetch.json} says of it; null when nothing is owed. */
    static @Nullable ListDebt read(JsonNode owed) {
        if (!owed.isObject()) {
            return null;
        }
        JsonNode since = owed.path("since");
        return new ListDebt(
                ids(owed.path("pathways")),
                ids(owed.path("personas")),
                ids(owed.path("scenarios")),
                since.isString() ? Timestamps.parse(since.stringValue()) : null);
    }

    ObjectNode json() {
        ObjectNode owed = JsonNodeFactory.instance.objectNode();
        pathways.forEach(owed.putArray("pathways")::add);
        personas.forEach(owed.putArray("personas")::add);
        scenarios.forEach(owed.putArray("scenarios")::add);
        return owed.put("since", since == null ? null : since.toString());
    }

    /** Whether a request asks for these lists, if not as far back. */
    boolean isOf(FetchRequest request) {
        ListDebt asked = of(request);
        return request.discover()
                && (asked.isOfAll()
                        || (!isOfAll()
                                && asked.pathways.containsAll(pathways)
                                && asked.personas.containsAll(personas)
                                && asked.scenarios.containsAll(scenarios)));
    }

    /** The earlier of two beginnings. */
    @Nullable
    Instant since(@Nullable Instant other) {
        return since == null || other == null ? null : since.isBefore(other) ? since : other;
    }

    /** Both. */
    ListDebt with(ListDebt other) {
        boolean all = isOfAll() || other.isOfAll();
        return new ListDebt(
                all ? List.of() : both(pathways, other.pathways),
                all ? List.of() : both(personas, other.personas),
                all ? List.of() : both(scenarios, other.scenarios),
                since(other.since));
    }

    private boolean isOfAll() {
        return pathways.isEmpty() && personas.isEmpty() && scenarios.isEmpty();
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : list) {
            String id = Ids.of(entry);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }
}
