package dev.callsheet.render.data;

import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** {@code callsheet-manifest.json}: digest and size of every file of a site, and what it was made from and by. */
public final class Manifest {

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
