package dev.callsheet.site;

import dev.callsheet.output.SafePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file for programs.
 *
 * @param what what a row of a CSV file is; of another file, what it holds
 * @param sorting the columns that rows are sorted by; empty for others than CSV files
 * @param columns of a CSV file, in their order; empty for others
 * @param size in bytes; null while it is not written
 */
public record DataFile(
        SafePath path,
        String what,
        String sorting,
        List<Column> columns,
        @Nullable Long size) {

    /**
     * A column of a CSV file.
     *
     * @param meaning a short phrase: what, unit, range
     */
    public record Column(String name, Type type, String meaning) {}

    /** How a cell reads. */
    public enum Type {
        TEXT("text"),
        /** A night. */
        DATE("date"),
        TIME("time"),
        COUNT("whole number"),
        NUMBER("number"),
        BOOLEAN("true or false");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private static final String DIRECTORY = "data/";
    private static final String CSV = ".csv";

    public DataFile {
        columns = List.copyOf(columns);
    }

    /** A file that is no table. */
    public DataFile(SafePath path, String what) {
        this(path, what, "", List.of(), null);
    }

    /** The same file when it has been written. */
    public DataFile written(long bytes) {
        return new DataFile(path, what, sorting, columns, bytes);
    }

    /** Whether a file has rows and columns. */
    public static boolean isCsv(SafePath path) {
        return path.value().endsWith(CSV);
    }

    /** Where a CSV file stands once more, for browsers to show as text. */
    public static SafePath asText(SafePath csv) {
        return new SafePath(csv.value() + ".txt");
    }

    /** Without the directory of such files. */
    public String name() {
        return path.value().startsWith(DIRECTORY) ? path.value().substring(DIRECTORY.length()) : path.value();
    }
}
