package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the runs of one file refer to by number. */
final class DictionaryV1 {

    private final Texts texts;
    private final Entries<String> uuids = new Entries<>();
    private final Entries<String> nodes = new Entries<>();
    private final Entries<GroupV1<Assertions>> groups = new Entries<>();
    private final Entries<String> runKeys = new Entries<>();

    DictionaryV1(Texts texts) {
        this.texts = texts;
    }

    /** Reads a line of entries, whose name has been read; false when no entries have that name. */
    boolean read(String name, LineTokens line) throws BadLineException {
        References references = new References(line);
        switch (name) {
            case FormatV1.UUIDS -> uuids.read(line, to -> addUuids(line, to));
            case FormatV1.NODES -> nodes.read(line, to -> to.add(references.current(FormatV1.NODE)));
            case FormatV1.GROUPS -> groups.read(line, to -> to.add(group(line, references)));
            case FormatV1.RUN_KEYS -> runKeys.read(line, to -> addRunKeys(line, to));
            default -> {
                return false;
            }
        }
        return true;
    }

    String node(long number) throws BadLineException {
        return nodes.get(number);
    }

    GroupV1<Assertions> group(long number) throws BadLineException {
        return groups.get(number);
    }

    String runKey(long number) throws BadLineException {
        return runKeys.get(number);
    }

    private void addUuids(LineTokens line, List<String> to) throws BadLineException {
        for (UUID uuid : PackedIds.unpackUuids(line.currentPlain())) {
            to.add(texts.uuid(uuid));
        }
    }

    private static void addRunKeys(LineTokens line, List<String> to) throws BadLineException {
        String text = line.currentPlain();
        if (text.indexOf(' ') < 0) {
            to.addAll(PackedIds.unpackKeys(text));
        } else {
            to.add(Ids.checked(Texts.clean(text, false)));
        }
    }

    private GroupV1<Assertions> group(LineTokens line, References references) throws BadLineException {
        line.enterCurrentArray();
        GroupV1<Assertions> group = new GroupV1<>(
                Ids.checked(Objects.requireNonNullElse(references.next(FormatV1.SCENARIO_ID), "")),
                line.lineOrNull(),
                references.next(FormatV1.PATHWAY_ID),
                references.next(FormatV1.PERSONA_ID),
                references.next(FormatV1.BATCH_ID),
                line.flag(),
                line.lineOrNull(),
                FormatV1.origin(line.plain()),
                assertions(line, references));
        line.endArray();
        return group;
    }

    private Assertions assertions(LineTokens line, References references) throws BadLineException {
        List<AssertionKey> assertions = new ArrayList<>();
        line.startArray();
        while (line.hasElement()) {
            line.enterCurrentArray();
            assertions.add(texts.one(new AssertionKey(
                    references.next(FormatV1.ASSERTION_ID),
                    line.lineOrNull(),
                    line.lineOrNull(),
                    line.lineOrNull(),
                    line.textOrNull())));
            line.endArray();
        }
        return texts.assertions(List.copyOf(assertions));
    }

    /** The ids of one line. */
    private final class References {

        private final LineTokens line;
        private final long[] last = new long[FormatV1.ID_COLUMNS];

        References(LineTokens line) {
            this.line = line;
        }

        @Nullable
        String next(int column) throws BadLineException {
            return line.isNullAhead() ? null : current(column);
        }

        String current(int column) throws BadLineException {
            if (!line.isWhole()) {
                return line.currentLine();
            }
            last[column] += line.currentWhole(-Entries.MOST, Entries.MOST);
            return uuids.get(last[column]);
        }
    }
}
