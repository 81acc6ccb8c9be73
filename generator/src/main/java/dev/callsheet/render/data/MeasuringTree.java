package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.io.output.CountingOutputStream;

/** Passes files on to a tree and remembers how long they became. For one thread. */
final class MeasuringTree implements OutputTree {

    private final OutputTree tree;
    private final Map<SafePath, CountingOutputStream> streams = new HashMap<>();

    MeasuringTree(OutputTree tree) {
        this.tree = tree;
    }

    @Override
    public OutputStream open(SafePath path) throws IOException {
        CountingOutputStream stream = new CountingOutputStream(tree.open(path));
        streams.put(path, stream);
        return stream;
    }

    /** Bytes written so far. */
    long size(SafePath path) {
        return Objects.requireNonNull(streams.get(path), path.value()).getByteCount();
    }
}
