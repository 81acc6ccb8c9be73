package dev.callsheet.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Brings results home from the API into an archive directory, from which reports are built. What is kept and final is
 * not asked for again, so a fetch that was killed goes on where it was.
 *
 * @param version of the program
 * @param redaction of texts that are kept, and of what the API says of errors
 * @param clock of the times that are written; time-outs do not depend on it
 */
public record Fetcher(
        String version,
        ApiAddress address,
        ApiKey key,
        FetchLimits limits,
        Redaction redaction,
        Clock clock,
        FetchListener listener) {

    /**
     * Fetches. Whatever the API does is part of the result.
     *
     * @param directory new, or of an earlier fetch; what else is in it stays
     * @throws IOException if the directory cannot be written
     */
    public FetchResult fetch(FetchRequest request, Path directory) throws IOException, InterruptedException {
        try (Archive archive = Archive.open(directory);
                ApiClient client = new ApiClient(address, key, limits, clock, this::redacted)) {
            Previous previous = Previous.of(archive.state());
            if (previous.transcripts() != null
                    && !previous.transcripts().equals(request.transcripts().word())
                    && !request.refresh()) {
                listener.stage("runs that are kept already were fetched with --transcripts " + previous.transcripts()
                        + " and stay as they are; --refresh fetches them again");
            }
            return new Round(this, previous.owedBeside(request), previous, archive, client).run();
        }
    }

    /** What the API says of an error stands in files and on the console, whatever is kept of texts. */
    private String redacted(String words) {
        return redaction.redacted(text -> text.apply(words));
    }
}
