package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.output.FileDigest;
import dev.callsheet.output.PublicationException;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.SingleFile;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.render.data.Manifest;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads results, counts, writes a site and publishes it, for the commands that do. */
final class BuildStage {

    private BuildStage() {}

    /**
     * What was published.
     *
     * @param bytes of all files
     * @param single the file beside the site; null when none is wanted
     */
    record Built(
            Report report, int files, long bytes, @Nullable Single single) {}

    /**
     * The first page as one file.
     *
     * @param file its path, as it was given
     * @param failure why it was not put there, though the site was published; null when it is there
     */
    record Single(String file, long bytes, @Nullable PublicationException failure) {

        /** "report.html, 212 kB". */
        String words() {
            return file + ", " + Format.bytes(bytes);
        }
    }

    /**
     * Builds the site of the configuration. The one that stands there stays until the new one is complete.
     *
     * @throws NoInputException if nothing that was read is a test result
     * @throws PublicationException if it cannot be published, or would hold a secret of the environment
     */
    static Built run(Io io, List<String> sources, Configuration configuration, Console console) throws Exception {
        Instant generatedAt = GeneratedAt.of(io);
        String file = configuration.site().singleFile();
        try (SiteDirectory site = SiteDirectory.open(io.directory().resolve(Path.of(configuration.output())));
                SingleFile single =
                        file == null ? null : SingleFile.open(io.directory().resolve(Path.of(file)), site)) {
            // Opened first: the history may be that of the site which is going to be replaced.
            Memory memory = Memory.find(configuration.history(), io.directory(), nonces(io));
            Loader.Loaded loaded = Loader.load(sources, io.in(), configuration.aliases(), memory, console);
            try (Corpus corpus = loaded.corpus()) {
                if (corpus.isEmpty()) {
                    throw new NoInputException(corpus.problems());
                }
                Report report = SiteBuild.write(
                        site, single, SecretsInForce.of(io), loaded, memory, configuration, generatedAt, console);
                SortedMap<SafePath, FileDigest> files = site.written();
                site.publish(all -> Manifest.of(all, report.version(), corpus.digest()));
                return new Built(
                        report,
                        files.size() + 1,
                        PageBudget.size(files),
                        single == null ? null : published(single, Objects.requireNonNull(file)));
            }
        }
    }

    /** The site is there by now, so the file is no reason to end: whoever asked tells what became of it. */
    private static Single published(SingleFile single, String file) {
        try {
            single.publish();
            return new Single(file, single.size(), null);
        } catch (PublicationException failure) {
            return new Single(file, single.size(), failure);
        }
    }

    /** Words for addresses that no cache has seen. */
    private static Supplier<String> nonces(Io io) {
        AtomicLong next = new AtomicLong(io.clock().millis());
        return () -> Long.toString(next.getAndIncrement(), Character.MAX_RADIX);
    }
}
