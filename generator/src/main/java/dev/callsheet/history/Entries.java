package dev.callsheet.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbered entries of one kind. An entry whose line was lost leaves a gap: what refers to it is lost, and nothing else.
 */
final class Entries<T> {

    /** Of one kind in a file. */
    static final int MOST = 2_000_000;

    private final List<@Nullable T> entries = new ArrayList<>();

    /**
     * Reads a line whose name has been read. Nothing of it is used unless all of it is right.
     *
     * @param reader asked for every element of the line, which is the current value then
     */
    void read(LineTokens line, Reader<T> reader) throws BadLineException {
        line.startArray();
        int first = (int) line.whole(MOST);
        if (first < entries.size()) {
            throw new BadLineException("entries that are new");
        }
        List<T> read = new ArrayList<>();
        while (line.hasElement()) {
            reader.readTo(read);
        }
        line.endObject();
        line.endLine();
        if (read.size() > MOST - first) {
            throw new BadLineException("at most " + MOST + " entries");
        }
        while (entries.size() < first) {
            entries.add(null);
        }
        entries.addAll(read);
    }

    T get(long number) throws BadLineException {
        T entry = number >= 0 && number < entries.size() ? entries.get((int) number) : null;
        if (entry == null) {
            throw new BadLineException("the number of an entry that could be read");
        }
        return entry;
    }

    /** Reads one element of a line, which holds one entry or, packed, many. */
    interface Reader<T> {
        void readTo(List<T> entries) throws BadLineException;
    }
}
