package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The assertions of a group of runs, spelled without reference to anything else in the file, so that they are spelled
 * alike in every file.
 */
final class AssertionsV1 {

    private AssertionsV1() {}

    static void write(JsonGenerator out, List<AssertionKey> assertions) {
        out.writeStartArray();
        List<UUID> uuids = assertions.stream()
                .map(key -> key.id() == null ? null : PackedIds.uuid(key.id()))
                .filter(Objects::nonNull)
                .toList();
        if (uuids.size() == assertions.size()) {
            out.writeString(PackedIds.packUuids(uuids));
        } else {
            out.writeStartArray();
            assertions.forEach(key -> out.writeString(key.id()));
            out.writeEndArray();
        }
        for (AssertionKey key : assertions) {
            out.writeStartArray();
            out.writeString(key.type());
            out.writeString(key.target());
            out.writeString(key.field());
            out.writeString(key.expected());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    static List<AssertionKey> read(String spelling, Texts texts) throws BadLineException {
        List<AssertionKey> assertions = new ArrayList<>();
        try (LineTokens list = new LineTokens(spelling, texts)) {
            list.startArray();
            for (String id : ids(list, texts)) {
                list.startArray();
                assertions.add(texts.one(new AssertionKey(
                        id, list.lineOrNull(), list.lineOrNull(), list.lineOrNull(), list.textOrNull())));
                list.endArray();
            }
            list.endArray();
        }
        return List.copyOf(assertions);
    }

    private static List<@Nullable String> ids(LineTokens list, Texts texts) throws BadLineException {
        List<@Nullable String> ids = new ArrayList<>();
        if (list.isTextAhead()) {
            for (UUID uuid : PackedIds.unpackUuids(list.currentPlain())) {
                ids.add(texts.uuid(uuid));
            }
            return ids;
        }
        list.enterCurrentArray();
        while (list.hasElement()) {
            ids.add(list.currentLineOrNull());
        }
        return ids;
    }
}
