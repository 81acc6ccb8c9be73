package dev.callsheet.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dictionary. An entry whose line was lost leaves a gap: what refers to it is lost, and nothing else. */
final class Entries<T> {

    /** Entries in one dictionary. */
    static final int MOST = 2_000_000;

    private final List<@Nullable T> entries = new ArrayList<>();

    /** Reads a line: the number of its first entry, then what the given reader adds to a list. */
    void read(LineTokens line, Reader<T> reader) throws BadLineException {
        line.startArray();
        long first = line.whole(MOST);
        if (first < entries.size()) {
            throw new BadLineException("entries that are new");
        }
        List<T> read = new ArrayList<>();
        reader.readTo(read);
        line.endObject();
        line.endLine();
        while (entries.size() < first) {
            entries.add(null);
        }
        entries.addAll(read);
    }

    /** Reads a line whose entries are lists; each has been entered when the given reader is asked for it. */
    void readEach(LineTokens line, Entry<T> entry) throws BadLineException {
        read(line, read -> {
            while (line.hasElement()) {
                line.enterCurrentArray();
                read.add(entry.read());
            }
        });
    }

    T get(long index) throws BadLineException {
        T entry = index >= 0 && index < entries.size() ? entries.get((int) index) : null;
        if (entry == null) {
            throw new BadLineException("the number of an entry that could be read");
        }
        return entry;
    }

    /** Reads the entries of a line up to the end of their list. */
    interface Reader<T> {
        void readTo(List<T> entries) throws BadLineException;
    }

    /** Reads one entry up to the end of its list. */
    interface Entry<T> {
        T read() throws BadLineException;
    }
}
