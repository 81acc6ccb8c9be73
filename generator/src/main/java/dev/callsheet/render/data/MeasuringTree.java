package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.site.DataFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.output.CountingOutputStream;
import org.apache.commons.io.output.TeeOutputStream;

/**
 * Passes files on to a tree and remembers how long they became. A CSV file is written a second time under a name that
 * browsers show as text: where a report is shown in a sandbox, as in Jenkins, they refuse to save a file. For one thread.
 */
final class MeasuringTree implements OutputTree {

    private final OutputTree tree;
    private final Map<SafePath, CountingOutputStream> streams = new HashMap<>();

    MeasuringTree(OutputTree tree) {
        this.tree = tree;
    }

    @Override
    public OutputStream open(SafePath path) throws IOException {
        OutputStream out = tree.open(path);
        CountingOutputStream stream = new CountingOutputStream(
                DataFile.isCsv(path) ? new TeeOutputStream(out, tree.open(DataFile.asText(path))) : out);
        streams.put(path, stream);
        return stream;
    }

    /** Bytes written so far. */
    long size(SafePath path) {
        return Objects.requireNonNull(streams.get(path), path.value()).getByteCount();
    }
}
