package dev.callsheet.render.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Writes rows as RFC 4180 has it: CRLF, a header first, here always in UTF-8. */
final class CsvWriter<R> implements Closeable {

    private final List<Column<R>> columns;
    private final Writer out;

    /** Takes the stream over, and writes the header. */
    CsvWriter(List<Column<R>> columns, OutputStream stream) throws IOException {
        this.columns = columns;
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        CSVFormat.RFC4180.printRecord(out, columns.stream().map(Column::name).toArray());
    }

    void write(R row) throws IOException {
        boolean first = true;
        for (Column<R> column : columns) {
            column.print(row, out, first);
            first = false;
        }
        CSVFormat.RFC4180.println(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
