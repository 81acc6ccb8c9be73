package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the runs of one file refer to by number. */
final class DictionaryV1 {

    private static final int MOST = 2_000_000;

    private final Texts texts;
    private final Entries<String> words = new Entries<>();
    private final Entries<List<String>> nodes = new Entries<>();
    private final Entries<AssertionKey> keys = new Entries<>();
    private final Entries<Assertions> assertions = new Entries<>();
    private final Entries<Group> groups = new Entries<>();

    DictionaryV1(Texts texts) {
        this.texts = texts;
    }

    /** Reads a line of entries, whose name has been read; false when no dictionary has that name. */
    boolean read(String name, LineTokens line) throws BadLineException {
        switch (name) {
            case FormatV1.TEXTS -> words.read(line, () -> line.currentLine());
            case FormatV1.NODES -> nodes.read(line, () -> texts.one(list(line, words)));
            case FormatV1.KEYS -> keys.read(line, () -> key(line));
            case FormatV1.ASSERTIONS -> assertions.read(line, () -> new Assertions(list(line, keys)));
            case FormatV1.GROUPS -> groups.read(line, () -> group(line));
            default -> {
                return false;
            }
        }
        line.endObject();
        line.endLine();
        return true;
    }

    String text(long index) throws BadLineException {
        return words.get(index);
    }

    List<String> nodes(long index) throws BadLineException {
        return nodes.get(index);
    }

    Assertions assertions(long index) throws BadLineException {
        return assertions.get(index);
    }

    Group group(long index) throws BadLineException {
        return groups.get(index);
    }

    private static <T> List<T> list(LineTokens line, Entries<T> of) throws BadLineException {
        enter(line);
        List<T> list = new ArrayList<>();
        while (line.hasElement()) {
            list.add(of.get(line.currentWhole(MOST)));
        }
        return List.copyOf(list);
    }

    private AssertionKey key(LineTokens line) throws BadLineException {
        enter(line);
        AssertionKey key = new AssertionKey(
                line.lineOrNull(), line.lineOrNull(), line.lineOrNull(), line.lineOrNull(), line.textOrNull());
        line.endArray();
        return texts.one(key);
    }

    private static Group group(LineTokens line) throws BadLineException {
        enter(line);
        Group group = new Group(
                Ids.checked(line.line()),
                line.lineOrNull(),
                line.lineOrNull(),
                line.lineOrNull(),
                line.lineOrNull(),
                line.flag(),
                line.lineOrNull(),
                FormatV1.origin(line.plain()));
        line.endArray();
        return group;
    }

    private static void enter(LineTokens line) throws BadLineException {
        if (!line.isArray()) {
            throw new BadLineException("a list");
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
            RunOrigin origin) {}

    /** The assertions of some runs, and their results, of which many runs have the same. */
    final class Assertions {

        private final List<AssertionKey> keys;
        private final Map<String, List<AssertionResult>> unscored = new HashMap<>();

        private Assertions(List<AssertionKey> keys) {
            this.keys = keys;
        }

        int size() {
            return keys.size();
        }

        /** Results without scores. */
        List<AssertionResult> results(String verdicts) throws BadLineException {
            List<AssertionResult> known = unscored.get(verdicts);
            if (known == null) {
                known = texts.one(results(verdicts, null));
                unscored.put(verdicts, known);
            }
            return known;
        }

        /** @param scores in billionths, -1 for none */
        List<AssertionResult> results(String verdicts, long @Nullable [] scores) throws BadLineException {
            if (verdicts.length() != keys.size()) {
                throw new BadLineException("as many verdicts as assertions");
            }
            List<AssertionResult> results = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                Verdict verdict = FormatV1.verdict(verdicts.charAt(i));
                results.add(texts.one(new AssertionResult(
                        keys.get(i), verdict, scores == null || scores[i] < 0 ? null : texts.score(scores[i]))));
            }
            return List.copyOf(results);
        }
    }

    /** One dictionary. An entry whose line was lost leaves a gap: what refers to it is lost, and nothing else. */
    private static final class Entries<T> {

        private final List<@Nullable T> entries = new ArrayList<>();

        void read(LineTokens line, Entry<T> entry) throws BadLineException {
            line.startArray();
            long first = line.whole(MOST);
            if (first < entries.size()) {
                throw new BadLineException("entries that are new");
            }
            List<T> read = new ArrayList<>();
            while (line.hasElement()) {
                read.add(entry.read());
            }
            while (entries.size() < first) {
                entries.add(null);
            }
            entries.addAll(read);
        }

        T get(long index) throws BadLineException {
            T entry = index < entries.size() ? entries.get((int) index) : null;
            if (entry == null) {
                throw new BadLineException("the number of an entry that could be read");
            }
            return entry;
        }
    }

    private interface Entry<T> {
        T read() throws BadLineException;
    }
}
