package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.site.DataFile;
import java.io.IOException;
import java.util.List;

/**
 * A CSV file. Its header, its rows and its description on the Data page follow from one list of columns.
 *
 * @param what what a row is
 * @param sorting the columns that rows are sorted by
 */
record CsvFile<R>(SafePath path, String what, String sorting, List<Column<R>> columns) {

    DataFile described() {
        return new DataFile(
                path, what, sorting, columns.stream().map(Column::head).toList(), null);
    }

    /** Starts the file, for rows that come one at a time. */
    CsvWriter<R> open(OutputTree tree) throws IOException {
        return new CsvWriter<>(columns, tree.open(path));
    }

    void write(OutputTree tree, Iterable<R> rows) throws IOException {
        try (CsvWriter<R> csv = open(tree)) {
            for (R row : rows) {
                csv.write(row);
            }
        }
    }
}
