package dev.callsheet.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;

/** Files below a directory that holds nothing else. */
final class DirectoryTree implements OutputTree {

    private final Path root;
    private final FileLedger ledger = new FileLedger();

    DirectoryTree(Path root) {
        this.root = root;
    }

    @Override
    public OutputStream open(SafePath path) throws IOException {
        ledger.claim(path);
        Path file = root.resolve(path.value());
        try {
            Files.createDirectories(file.getParent());
            return ledger.record(path, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw PublicationException.because("cannot write " + path, e);
        }
    }

    /** The files written so far. */
    SortedMap<SafePath, FileDigest> written() {
        return ledger.written();
    }

    /** Ends writing; see {@link FileLedger#seal}. */
    SortedMap<SafePath, FileDigest> seal() {
        return ledger.seal();
    }
}
