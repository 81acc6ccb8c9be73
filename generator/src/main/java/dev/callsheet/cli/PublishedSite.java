package dev.callsheet.cli;

import dev.callsheet.model.Sha256;
import dev.callsheet.output.SiteDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site that was published, with the manifest that says what each of its files must be. */
final class PublishedSite {

    private static final String SCHEMA = "callsheet.manifest/";
    private static final int MOST_BYTES = 100_000_000;

    private final Path root;
    private final JsonNode files;

    private PublishedSite(Path root, JsonNode files) {
        this.root = root;
        this.files = files;
    }

    static PublishedSite open(Path root) throws NoSiteException {
        if (!Files.isDirectory(root)) {
            throw new NoSiteException(root + ": there is no such directory");
        }
        byte[] manifest;
        try {
            manifest = read(root.resolve(SiteDirectory.MANIFEST.value()), MOST_BYTES);
        } catch (NoSuchFileException e) {
            throw new NoSiteException(root + ": was not written by callsheet, or not to its end: it has no "
                    + SiteDirectory.MANIFEST.value());
        } catch (IOException e) {
            throw new NoSiteException(root + ": " + SiteDirectory.MANIFEST.value() + " cannot be read");
        }
        JsonNode content = json(root, SiteDirectory.MANIFEST.value(), manifest);
        if (!content.path("schema").asString("").startsWith(SCHEMA)) {
            throw new NoSiteException(root + ": " + SiteDirectory.MANIFEST.value() + " is not one of callsheet");
        }
        return new PublishedSite(root, content.path("files"));
    }

    /**
     * The content of a file, which is what was written.
     *
     * @param path inside the site
     * @throws NoSiteException if it is missing, or was changed or cut since
     */
    byte[] content(String path) throws NoSiteException {
        JsonNode entry = files.path(path);
        if (!entry.isObject()) {
            throw new NoSiteException(root + ": has no " + path + "; build it again with this version");
        }
        try {
            byte[] content = read(root.resolve(path), MOST_BYTES);
            if (content.length != entry.path("size").asLong(-1)
                    || !Sha256.hex(content).equals(entry.path("sha256").asString(""))) {
                throw new NoSiteException(root + ": " + path
                        + " is not what was written: it was changed, or cut, since; build the site again");
            }
            return content;
        } catch (NoSuchFileException e) {
            throw new NoSiteException(root + ": " + path + " is missing; build the site again");
        } catch (IOException e) {
            throw new NoSiteException(root + ": " + path + " cannot be read");
        }
    }

    /** The same of a file that holds JSON. */
    JsonNode json(String path) throws NoSiteException {
        return json(root, path, content(path));
    }

    private static JsonNode json(Path root, String path, byte[] content) throws NoSiteException {
        try {
            return JsonMapper.shared().readTree(content);
        } catch (JacksonException e) {
            throw new NoSiteException(root + ": " + path + " is no JSON");
        }
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("more than " + most + " bytes");
            }
            return content;
        }
    }
}
