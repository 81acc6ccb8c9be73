package dev.callsheet.render.text;

import dev.callsheet.output.OutputTree;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.site.NightSummary;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code summary.md}: the newest night for the page of a CI job (delivery.md 3.1), without text of calls. */
public final class SummaryFile {

    private static final DataFile FILE = new DataFile(
            SitePaths.SUMMARY,
            "The newest night in brief, as GitHub-flavoured Markdown of at most 64 KiB for the page of a CI job.");

    private SummaryFile() {}

    /**
     * Writes it.
     *
     * @return the file with its size
     * @throws IOException what the tree throws when it cannot take the file
     */
    public static DataFile write(Report report, OutputTree tree) throws IOException {
        byte[] content =
                MarkdownSummary.of(NightSummary.of(report), report.baseUrl()).getBytes(StandardCharsets.UTF_8);
        tree.write(FILE.path(), content);
        return FILE.written(content.length);
    }
}
