package dev.callsheet.corpus;

import dev.callsheet.model.RunText;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.json.JsonMapper;

/**
 * A temporary file that holds the texts of all calls, so that memory does not grow with what was said. Texts are
 * appended by one thread; after {@link #seal()} any number of threads may read. The file is private to the user and
 * goes with {@link #close()}; on most systems it has no name while it is open, so a killed program leaves none either.
 */
final class RunSpool implements Closeable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final OutputStream out;
    private long end;

    RunSpool() throws IOException {
        file = Files.createTempFile("callsheet-", ".spool"); // created readable by its owner only
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** The bytes that would be stored for a text: equal texts have equal bytes. */
    static byte[] encode(RunText text) {
        return JSON.writeValueAsBytes(text);
    }

    /** Stores a text, given also as {@link #encode} has it, and says where. */
    Slice append(RunText text, byte[] encoded) {
        try {
            out.write(encoded);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file " + file + " could not be written", e);
        }
        Slice slice = new Slice(
                end,
                encoded.length,
                text.chat().size(),
                text.errorMessage() != null,
                !text.toneIssues().isEmpty(),
                !text.toneExamples().isEmpty());
        end += encoded.length;
        return slice;
    }

    /** Ends writing; reading may begin. */
    void seal() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file " + file + " could not be written", e);
        }
    }

    RunText read(Slice slice) {
        ByteBuffer buffer = ByteBuffer.allocate(slice.length());
        try {
            while (buffer.hasRemaining() && channel.read(buffer, slice.offset() + buffer.position()) >= 0) {
                // a positional read may return less than was asked for
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file " + file + " could not be read", e);
        }
        return JSON.readValue(buffer.array(), RunText.class);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /**
     * A stretch of the file.
     *
     * @param turns entries of the transcript
     * @param errorMessage whether the text has one; so for tone issues and examples. Whoever looks for these need not
     *     read the texts of all runs
     */
    record Slice(long offset, int length, int turns, boolean errorMessage, boolean toneIssues, boolean toneExamples) {}
}
