package dev.callsheet.source;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the top-level values of one input, or of one line of it, in every envelope they may come in. Entries of lists
 * are read one at a time. A record is handed over when what follows it has been seen to be well-formed.
 */
final class DocumentReader {

    private static final Set<String> STREAMED = Set.of("data", "runs", "scenarios");

    private final Tokens tokens;
    private final InputLog input;
    private final @Nullable Integer line;
    private final Held held;
    private final Records records;
    private long heldBytes;
    private long heldValues;

    /** @param line the line that the tokens are of, when the input holds one document a line */
    DocumentReader(Tokens tokens, InputLog input, @Nullable Integer line, Held held) {
        this.tokens = tokens;
        this.input = input;
        this.line = line;
        this.held = held;
        this.records = new Records(held, input);
        this.heldBytes = tokens.bytes();
    }

    /** Reads all there is. When that fails, what was not handed over yet still waits. */
    void read() throws BadInputException {
        JsonToken token = tokens.next();
        if (token == null && line == null) {
            throw new BadInputException(Kind.SYNTAX, "", "JSON", "the end of the input at line 1, column 1");
        }
        while (token != null) {
            readDocument(token, true);
            token = tokens.next();
            release();
        }
    }

    private void release() {
        held.release();
        heldBytes = tokens.bytes();
        heldValues = tokens.values();
    }

    private void checkRoom() throws BadInputException {
        if (tokens.bytes() - heldBytes > Limits.DOCUMENT_BYTES
                || tokens.values() - heldValues > Limits.WAITING_VALUES) {
            throw tokens.limit("at most " + Limits.inWords(Limits.DOCUMENT_BYTES) + " and " + Limits.WAITING_VALUES
                    + " values until it is known what they belong to");
        }
    }

    private void releaseIfMuch() {
        if (tokens.bytes() - heldBytes > Limits.EARLY_BYTES) {
            release();
        }
    }

    /** @param alone whether the document is no entry of a list */
    private void readDocument(JsonToken token, boolean alone) throws BadInputException {
        if (token == JsonToken.START_OBJECT) {
            readObject(alone);
        } else if (token == JsonToken.START_ARRAY) {
            boolean top = tokens.isTopLevel();
            for (JsonToken entry = tokens.nextInside(); entry != JsonToken.END_ARRAY; entry = tokens.nextInside()) {
                if (top) {
                    release();
                } else {
                    releaseIfMuch();
                }
                readDocument(entry, false);
            }
        } else {
            reject("an object or a list of objects");
        }
    }

    private void readObject(boolean alone) throws BadInputException {
        tokens.startDocument();
        input.countDocument();
        Place place = here();
        long mark = held.mark();
        TreeReader tree = new TreeReader(tokens);
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        RunEntries runs = null;
        while (tokens.nextInside() != JsonToken.END_OBJECT) {
            String name = tokens.text();
            if (!STREAMED.contains(name)) {
                tree.field(fields, DocumentKind.FIELDS);
                continue;
            }
            JsonToken value = tokens.nextInside();
            tree.put(fields, name, tree.current());
            if (name.equals("data") && (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY)) {
                readDocument(value, alone && value == JsonToken.START_OBJECT);
            } else if (name.equals("runs") && value == JsonToken.START_ARRAY) {
                runs = new RunEntries(held);
                readRuns(fields, runs);
            } else if (name.equals("scenarios") && value == JsonToken.START_ARRAY) {
                readScenarios();
            } else if (value == JsonToken.START_OBJECT) {
                fields.set(name, tree.record(FetchParser.COUNTS));
            } else {
                tokens.skip();
            }
            tokens.startDocument();
        }
        String duplicate = tree.duplicate();
        if (duplicate == null) {
            records.add(fields, runs, place, alone, mark);
        } else {
            held.rollBack(mark);
            rejectDuplicate(fields, duplicate);
            if (FetchParser.isFetch(fields)) {
                held.fetch(Fetch.unknown(place));
            }
        }
    }

    private void readRuns(ObjectNode fields, RunEntries runs) throws BadInputException {
        boolean mayBeBatch = !fields.has("total_count");
        for (JsonToken entry = tokens.nextInside(); entry != JsonToken.END_ARRAY; entry = tokens.nextInside()) {
            if (!mayBeBatch || (runs.count() >= Limits.LIST_ENTRIES && !fields.has("id"))) {
                runs.areOfList();
                releaseIfMuch();
            }
            checkRoom();
            Place place = here();
            ObjectNode run = readEntry(entry, "a run");
            if (run == null) {
                runs.addUnusable();
            } else {
                runs.add(run, place);
            }
        }
    }

    private void readScenarios() throws BadInputException {
        for (JsonToken entry = tokens.nextInside(); entry != JsonToken.END_ARRAY; entry = tokens.nextInside()) {
            releaseIfMuch();
            Place place = here();
            ObjectNode scenario = readEntry(entry, "a scenario");
            if (scenario != null) {
                records.addScenario(scenario, place, false);
            }
        }
    }

    /** The entry of a list, or null when it cannot be used. */
    private @Nullable ObjectNode readEntry(JsonToken token, String expected) throws BadInputException {
        tokens.startDocument();
        if (token != JsonToken.START_OBJECT) {
            reject(expected);
            tokens.skip();
            return null;
        }
        input.countDocument();
        TreeReader tree = new TreeReader(tokens);
        ObjectNode entry = tree.record(DocumentKind.FIELDS);
        String duplicate = tree.duplicate();
        if (duplicate != null) {
            rejectDuplicate(entry, duplicate);
            return null;
        }
        return entry;
    }

    private void reject(String expected) throws BadInputException {
        String found = Shown.value(new TreeReader(tokens).current());
        input.unusable(held, new Problem(Kind.REJECTED, Severity.ERROR, here(), null, expected, found, ""));
    }

    private void rejectDuplicate(ObjectNode fields, String pointer) {
        Place place = input.place(line, pointer);
        String id = pointer.endsWith("/id") ? null : Ids.of(fields.get("id"));
        String hint = "which of the two is right cannot be known";
        input.unusable(
                held,
                new Problem(
                        Kind.REJECTED, Severity.ERROR, place, id, "each key once", "a key that stands twice", hint));
    }

    private Place here() {
        return input.place(line, tokens.pointer());
    }
}
