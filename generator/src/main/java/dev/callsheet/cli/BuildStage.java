package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.render.data.Manifest;
import dev.callsheet.report.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Reads results, counts, writes a site and publishes it, for the commands that do. */
final class BuildStage {

    private BuildStage() {}

    /**
     * What was published.
     *
     * @param bytes of all files
     */
    record Built(Report report, int files, long bytes) {}

    /**
     * Builds the site of the configuration. The one that stands there stays until the new one is complete.
     *
     * @throws NoInputException if nothing that was read is a test result
     * @throws dev.callsheet.output.PublicationException if it cannot be published, or would hold a secret of the
     *     environment
     */
    static Built run(Io io, List<String> sources, Configuration configuration, Console console) throws Exception {
        Instant generatedAt = GeneratedAt.of(io);
        try (SiteDirectory site = SiteDirectory.open(io.directory().resolve(Path.of(configuration.output())))) {
            // Opened first: the history may be that of the site which is going to be replaced.
            Memory memory = Memory.find(configuration.history(), io.directory(), nonces(io));
            Loader.Loaded loaded = Loader.load(sources, io.in(), configuration.aliases(), memory, console);
            try (Corpus corpus = loaded.corpus()) {
                if (corpus.isEmpty()) {
                    throw new NoInputException(corpus.problems());
                }
                Report report = SiteBuild.write(
                        site, SecretsInForce.of(io), loaded, memory, configuration, generatedAt, console);
                SortedMap<SafePath, FileDigest> files = site.written();
                site.publish(all -> Manifest.of(all, report.version(), corpus.digest()));
                return new Built(report, files.size() + 1, PageBudget.size(files));
            }
        }
    }

    /** Words for addresses that no cache has seen. */
    private static Supplier<String> nonces(Io io) {
        AtomicLong next = new AtomicLong(io.clock().millis());
        return () -> Long.toString(next.getAndIncrement(), Character.MAX_RADIX);
    }
}
