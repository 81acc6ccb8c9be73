package dev.callsheet.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree for tests: the files of a renderer, by path. */
public final class MemoryTree implements OutputTree {

    private final FileLedger ledger = new FileLedger();
    private final SortedMap<String, byte[]> contents = new TreeMap<>();

    @Override
    public OutputStream open(SafePath path) {
        ledger.claim(path);
        return ledger.record(path, new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                keep(path, toByteArray());
            }
        });
    }

    private synchronized void keep(SafePath path, byte[] content) {
        contents.put(path.value(), content);
    }

    /** The files that were closed. */
    public synchronized SortedMap<String, byte[]> contents() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /** One file, read as UTF-8. */
    public synchronized String text(String path) {
        byte[] content = contents.get(path);
        if (content == null) {
            throw new AssertionError("no file " + path + " among " + contents.keySet());
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Ends writing; see {@link FileLedger#seal}. */
    public SortedMap<SafePath, FileDigest> seal() {
        return ledger.seal();
    }
}
