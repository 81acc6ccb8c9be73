package dev.callsheet.fetch;

import dev.callsheet.source.Ids;
import dev.callsheet.source.Timestamps;
import java.time.Instant;
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
 * @param owesLists whether it was to ask lists and broke off, or was killed
 * @param since from when on it was to ask; null for ever
 * @param transcripts what it kept of the texts of calls, as a word; null when that is not known
 */
record Previous(
        Map<RecordKind, List<String>> records,
        boolean owesLists,
        @Nullable Instant since,
        @Nullable String transcripts) {

    static final Previous NONE = new Previous(Map.of(), false, null, null);

    static Previous of(@Nullable ObjectNode state) {
        if (state == null || !StateFile.SCHEMA.equals(text(state.path("schema")))) {
            return NONE;
        }
        Map<RecordKind, List<String>> records = new EnumMap<>(RecordKind.class);
        boolean owesLists = state.path("ended_at").isNull();
        for (String list : List.of("missing", "unfinished")) {
            for (JsonNode entry : state.path(list)) {
                String id = Ids.of(entry.get("id"));
                for (RecordKind kind : RecordKind.values()) {
                    if (id != null && kind.id().equals(text(entry.path("kind")))) {
                        records.computeIfAbsent(kind, none -> new ArrayList<>()).add(id);
                    }
                }
                owesLists |= "list".equals(text(entry.path("kind")));
            }
        }
        JsonNode asked = state.path("asked");
        String since = text(asked.path("since"));
        return new Previous(
                records,
                owesLists && asked.path("everything").booleanValue(false),
                since == null ? null : Timestamps.parse(since),
                text(asked.path("transcripts")));
    }

    /** Ids of a kind that it owes. */
    List<String> owed(RecordKind kind) {
        return records.getOrDefault(kind, List.of());
    }

    /** What is to be fetched now: when lists are owed, those of the time that they were to reach back to. */
    FetchRequest owedBeside(FetchRequest request) {
        boolean reachesFurther = since == null || (request.since() != null && since.isBefore(request.since()));
        return owesLists && request.discover() && reachesFurther ? request.reachingBackTo(since) : request;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }
}
