package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.site.FindIndex;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The index that {@code site.js} searches, as a script: pages that were opened from disk can load no other file. */
public final class FindFile {

    private static final byte[] START = "callsheetFind = ".getBytes(StandardCharsets.US_ASCII);

    private FindFile() {}

    public static void write(FindIndex index, OutputTree tree) throws IOException {
        OutputStream out = tree.open(SitePaths.FIND);
        out.write(START);
        JsonMembers.write(out, json -> {
            json.number("runs_left_out", index.runsLeftOut());
            json.objects("entries", index.entries(), entry -> {
                json.text("kind", entry.kind());
                json.text("text", entry.text());
                json.text("page", entry.page());
                if (!entry.runs().isEmpty()) {
                    json.texts("runs", entry.runs());
                }
            });
        });
    }
}
