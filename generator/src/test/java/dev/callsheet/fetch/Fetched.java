package dev.callsheet.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a fetch.
 *
 * @param state {@code fetch.json}
 */
record Fetched(FetchResult result, Path directory, JsonNode state) {

    /** Whether everything is there: if not, {@code callsheet fetch} ends with 6. */
    boolean isComplete() {
        if (state.path("complete").booleanValue() != result.isComplete()) {
            throw new AssertionError("fetch.json contradicts the result: " + state);
        }
        return result.isComplete();
    }

    FetchResult.Counts runs() {
        return result.of(RecordKind.RUN);
    }

    /** Why the record, or list, of an id is missing; empty when it is not. */
    String why(String id) {
        return StreamSupport.stream(state.path("missing").spliterator(), false)
                .filter(one -> one.path("id").stringValue("").equals(id))
                .map(one -> one.path("why").stringValue(""))
                .findFirst()
                .orElse("");
    }

    String stopped() {
        return result.stopped() == null ? "" : result.stopped();
    }

    /** What is kept of a run. */
    JsonNode run(String id) {
        JsonNode kept = kept(RecordKind.RUN, id);
        if (kept == null) {
            throw new AssertionError("run " + id + " is not kept: " + state);
        }
        return kept;
    }

    boolean keeps(RecordKind kind, String id) {
        return kept(kind, id) != null;
    }

    private @Nullable JsonNode kept(RecordKind kind, String id) {
        try (Archive archive = Archive.open(directory)) {
            return archive.read(kind, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files that are kept, with what is in them. */
    String kept() {
        try (Stream<Path> all = Files.walk(directory)) {
            StringBuilder kept = new StringBuilder();
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                kept.append(file).append('\n').append(Files.readString(file)).append('\n');
            }
            return kept.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
