package dev.callsheet.history;

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
        switch (name) {
            case FormatV1.UUIDS -> uuids.read(line, to -> addUuids(line, to));
            case FormatV1.NODES -> nodes.read(line, to -> to.add(currentId(line)));
            case FormatV1.GROUPS -> groups.read(line, to -> to.add(group(line)));
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

    private GroupV1<Assertions> group(LineTokens line) throws BadLineException {
        line.enterCurrentArray();
        GroupV1<Assertions> group = new GroupV1<>(
                Ids.checked(Objects.requireNonNullElse(idOrNull(line), "")),
                line.lineOrNull(),
                idOrNull(line),
                idOrNull(line),
                idOrNull(line),
                line.flag(),
                line.lineOrNull(),
                FormatV1.origin(line.plain()),
                texts.assertions(line.list()));
        line.endArray();
        return group;
    }

    private @Nullable String idOrNull(LineTokens line) throws BadLineException {
        return line.isNullAhead() ? null : currentId(line);
    }

    private String currentId(LineTokens line) throws BadLineException {
        return line.isWhole() ? uuids.get(line.currentWhole(Entries.MOST)) : line.currentLine();
    }
}
