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
            "The newest night in brief, as GitHub-flavoured Markdown of at most 60,000 bytes for the page of a CI job.");

    /** Comments on pull requests take no more; the page of a job takes 64 KiB. */
    private static final int MOST_BYTES = 60_000;

    private static final int MOST_ROWS = 50;

    private SummaryFile() {}

    /**
     * Writes it.
     *
     * @return the file with its size
     * @throws IOException what the tree throws when it cannot take the file
     */
    public static DataFile write(Report report, OutputTree tree) throws IOException {
        byte[] content = fitted(report);
        tree.write(FILE.path(), content);
        return FILE.written(content.length);
    }

    /** With as many rows as there is room for; the last of each table are the least of it. */
    private static byte[] fitted(Report report) {
        for (int rows = MOST_ROWS; ; rows = rows / 2) {
            byte[] content = MarkdownSummary.of(NightSummary.of(report, rows), report.baseUrl())
                    .getBytes(StandardCharsets.UTF_8);
            if (content.length <= MOST_BYTES || rows <= 1) {
                return content;
            }
        }
    }
}
