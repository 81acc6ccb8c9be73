package dev.callsheet.render.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.FileDigest;
import dev.callsheet.output.SafePath;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void everyFileStandsInItWithDigestAndSizeByPath() {
        SortedMap<SafePath, FileDigest> files = new TreeMap<>();
        files.put(new SafePath("runs/x.html"), new FileDigest(B, 3_000_000_000L));
        files.put(new SafePath("index.html"), new FileDigest(A, 0));

        assertThat(new String(Manifest.of(files, "1.2.3", "f00"), UTF_8))
                .isEqualTo("{\"schema\":\"callsheet.manifest/1\","
                        + "\"generator\":{\"name\":\"callsheet\",\"version\":\"1.2.3\"},"
                        + "\"input_digest\":\"f00\","
                        + "\"files\":{\"index.html\":{\"sha256\":\"" + A + "\",\"size\":0},"
                        + "\"runs/x.html\":{\"sha256\":\"" + B + "\",\"size\":3000000000}}}");
    }
}
