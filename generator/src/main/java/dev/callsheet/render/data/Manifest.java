package dev.callsheet.render.data;

import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.site.DataFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** {@code callsheet-manifest.json}: digest and size of every file of a site, and what it was made from and by. */
public final class Manifest {

    /** The manifest as the page of the files names it; its size is not known before it is written, last of all. */
    public static final DataFile FILE = new DataFile(
            SiteDirectory.MANIFEST,
            "The SHA-256 and size of every other file of this report, the version of callsheet and a digest of the input. "
                    + "It marks the directory as one that callsheet may replace.");

    private Manifest() {}

    /**
     * The manifest's bytes, which follow from the arguments alone.
     *
     * @param files every file but the manifest
     * @param version of the program
     * @param inputDigest says which input the site was made from
     */
    public static byte[] of(SortedMap<SafePath, FileDigest> files, String version, String inputDigest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonMembers.write(bytes, json -> {
                json.text("schema", "callsheet.manifest/1");
                json.object("generator", () -> generator(json, version));
                json.text("input_digest", inputDigest);
                json.object(
                        "files",
                        () -> files.forEach((path, file) -> json.object(path.value(), () -> {
                            json.text("sha256", file.sha256());
                            json.number("size", file.size());
                        })));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot refuse bytes", e);
        }
        return bytes.toByteArray();
    }

    /** The program, as its files name it. */
    static void generator(JsonMembers json, String version) {
        json.text("name", "callsheet");
        json.text("version", version);
    }
}
