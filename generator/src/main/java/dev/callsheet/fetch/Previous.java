package dev.callsheet.fetch;

import dev.callsheet.model.Fetch;
import dev.callsheet.source.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an earlier fetch into the same directory still owes: records that were missing or not finished, and the lists
 * that it did not read to the end.
 *
 * @param records by kind
 * @param lists null when it read all that it was to read
 * @param transcripts what it kept of the texts of calls, as a word; null when that is not known
 */
record Previous(
        Map<RecordKind, List<String>> records,
        @Nullable ListDebt lists,
        @Nullable String transcripts) {

    static final Previous NONE = new Previous(Map.of(), null, null);

    static Previous of(@Nullable ObjectNode state) {
        if (state == null || !Fetch.SCHEMA.equals(text(state.path("schema")))) {
            return NONE;
        }
        Map<RecordKind, List<String>> records = new EnumMap<>(RecordKind.class);
        for (String list : List.of("missing", "unfinished")) {
            for (JsonNode entry : state.path(list)) {
                String id = Ids.of(entry.get("id"));
                for (RecordKind kind : RecordKind.values()) {
                    if (id != null && kind.id().equals(text(entry.path("kind")))) {
                        records.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
                    }
                }
            }
        }
        return new Previous(
                records,
                ListDebt.read(state.path("owed_lists")),
                text(state.path("asked").path("transcripts")));
    }

    /** Ids of a kind that it owes. */
    List<String> owed(RecordKind kind) {
        return records.getOrDefault(kind, List.of());
    }

    /** What is to be fetched now: when lists are owed, those of the time that they were to reach back to. */
    FetchRequest owedBeside(FetchRequest request) {
        return lists != null && lists.isOf(request) ? request.reachingBackTo(lists.since(request.since())) : request;
    }

    /** The lists that stay owed whatever comes of a request. */
    @Nullable
    ListDebt unpaidBy(FetchRequest request) {
        return lists == null || lists.isOf(request) ? null : lists;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }
}
