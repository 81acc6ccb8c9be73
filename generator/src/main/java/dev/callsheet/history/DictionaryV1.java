package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.RunOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the runs of one file refer to by number. */
final class DictionaryV1 {

    private final Texts texts;
    private final Entries<String> uuids = new Entries<>();
    private final Entries<String> words = new Entries<>();
    private final Entries<String> runKeys = new Entries<>();
    private final Entries<List<String>> nodes = new Entries<>();
    private final Entries<AssertionKey> keys = new Entries<>();
    private final Entries<Assertions> assertions = new Entries<>();
    private final Entries<Group> groups = new Entries<>();

    DictionaryV1(Texts texts) {
        this.texts = texts;
    }

    /** Reads a line of entries, whose name has been read; false when no dictionary has that name. */
    boolean read(String name, LineTokens line) throws BadLineException {
        References references = new References(line);
        switch (name) {
            case FormatV1.UUIDS -> uuids.read(line, read -> uuids(line, read));
            case FormatV1.RUN_KEYS -> runKeys.read(line, read -> runKeys(line, read));
            case FormatV1.TEXTS ->
                words.read(line, read -> {
                    while (line.hasElement()) {
                        read.add(references.current(0));
                    }
                });
            case FormatV1.NODES -> nodes.readEach(line, () -> texts.one(nodes(line)));
            case FormatV1.KEYS -> keys.readEach(line, () -> key(line, references));
            case FormatV1.ASSERTIONS -> assertions.readEach(line, () -> assertions(line));
            case FormatV1.GROUPS -> groups.readEach(line, () -> group(line, references));
            default -> {
                return false;
            }
        }
        return true;
    }

    String text(long index) throws BadLineException {
        return words.get(index);
    }

    String runKey(long index) throws BadLineException {
        return runKeys.get(index);
    }

    List<String> nodes(long index) throws BadLineException {
        return nodes.get(index);
    }

    Group group(long index) throws BadLineException {
        return groups.get(index);
    }

    /** All packed in one text. */
    private void uuids(LineTokens line, List<String> to) throws BadLineException {
        for (String packed : Packed128.split(line.plain())) {
            to.add(texts.uuid(packed));
        }
        line.endArray();
    }

    /** All packed in one text, or texts. */
    private static void runKeys(LineTokens line, List<String> to) throws BadLineException {
        while (line.hasElement()) {
            String text = line.currentPlain();
            if (text.indexOf(' ') >= 0) {
                to.add(Ids.checked(Texts.clean(text, false)));
            } else {
                for (String packed : Packed128.split(text)) {
                    to.add(Packed128.key(packed));
                }
            }
        }
    }

    private List<String> nodes(LineTokens line) throws BadLineException {
        List<String> list = new ArrayList<>();
        while (line.hasElement()) {
            list.add(words.get(line.currentWhole(Entries.MOST)));
        }
        return List.copyOf(list);
    }

    private AssertionKey key(LineTokens line, References references) throws BadLineException {
        AssertionKey key = new AssertionKey(
                references.next(0), line.lineOrNull(), line.lineOrNull(), line.lineOrNull(), line.textOrNull());
        line.endArray();
        return texts.one(key);
    }

    private Assertions assertions(LineTokens line) throws BadLineException {
        List<AssertionKey> list = new ArrayList<>();
        long index = 0;
        while (line.hasElement()) {
            index += line.currentWhole(-Entries.MOST, Entries.MOST);
            list.add(keys.get(index));
        }
        return new Assertions(List.copyOf(list), texts);
    }

    private Group group(LineTokens line, References references) throws BadLineException {
        String scenarioId = references.next(0);
        Group group = new Group(
                Ids.checked(scenarioId == null ? "" : scenarioId),
                line.lineOrNull(),
                references.next(1),
                references.next(2),
                references.next(3),
                line.flag(),
                line.lineOrNull(),
                FormatV1.origin(line.plain()),
                assertions.get(line.whole(Entries.MOST)));
        line.endArray();
        return group;
    }

    /**
     * Ids in one line: a text, or the number of a UUID, given as its difference from the one before it in the same
     * column, since most come in the order in which they are numbered.
     */
    private final class References {

        private final LineTokens line;
        private final long[] last = new long[4];

        References(LineTokens line) {
            this.line = line;
        }

        @Nullable
        String next(int column) throws BadLineException {
            return line.isNullAhead() ? null : current(column);
        }

        String current(int column) throws BadLineException {
            if (!line.isNumber()) {
                return line.currentLine();
            }
            last[column] += line.currentWhole(-Entries.MOST, Entries.MOST);
            return uuids.get(last[column]);
        }
    }

    /** What runs of one scenario that were started together share. */
    record Group(
            String scenarioId,
            @Nullable String scenarioName,
            @Nullable String pathwayId,
            @Nullable String personaId,
            @Nullable String batchId,
            boolean deniesBatch,
            @Nullable String version,
            RunOrigin origin,
            Assertions assertions) {}
}
