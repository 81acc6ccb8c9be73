package dev.callsheet.output;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Knows which files of a tree were written, with digest and size taken as the bytes go by. */
final class FileLedger {

    private final SortedSet<SafePath> open = new TreeSet<>();
    private final SortedMap<SafePath, FileDigest> written = new TreeMap<>();
    private boolean sealed;

    /** Takes a path, before its file is created. */
    synchronized void claim(SafePath path) {
        if (sealed) {
            throw new IllegalStateException("the tree is finished, too late for " + path);
        }
        if (written.containsKey(path) || !open.add(path)) {
            throw new IllegalStateException("written twice: " + path);
        }
    }

    /** A buffered stream to {@code out} that enters the claimed path here when it is closed. */
    OutputStream record(SafePath path, OutputStream out) {
        return new BufferedOutputStream(new Recorder(path, out));
    }

    /** Ends writing, and gives every file by path. */
    synchronized SortedMap<SafePath, FileDigest> seal() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open.first());
        }
        if (sealed) {
            throw new IllegalStateException("the tree is finished already");
        }
        sealed = true;
        return Collections.unmodifiableSortedMap(written);
    }

    /** The files written so far. */
    synchronized SortedMap<SafePath, FileDigest> written() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(written));
    }

    private synchronized void enter(SafePath path, FileDigest digest) {
        if (open.remove(path)) {
            written.put(path, digest);
        }
    }

    private final class Recorder extends FilterOutputStream {
        private final SafePath path;
        private final MessageDigest digest = Sha256.digest();
        private long size;

        Recorder(SafePath path, OutputStream out) {
            super(out);
            this.path = path;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw PublicationException.because("cannot write " + path, e);
            }
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } catch (IOException e) {
                throw PublicationException.because("cannot write " + path, e);
            }
            enter(path, new FileDigest(HexFormat.of().formatHex(digest.digest()), size));
        }
    }
}
