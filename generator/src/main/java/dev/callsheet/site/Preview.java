package dev.callsheet.site;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat or a mailbox shows of a link to the first page, by the Open Graph protocol, and where the feed is. All of
 * it needs addresses, so there is none where the site's own is not known. Whoever shows a link does not log in.
 *
 * @param url of the site
 * @param image address of a bitmap of {@value #WIDTH} by {@value #HEIGHT} pixels; null when there is no chart
 * @param alternative what the image shows, in words
 * @param feed link to the feed
 */
public record Preview(
        String title,
        String description,
        String url,
        @Nullable String image,
        String alternative,
        String feed) {

    /** The chart that is drawn for it, and what the file is called among the charts of {@link Assets}. */
    public static final String CHART = "trend";

    public static final String IMAGE = "preview";

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    private static final int MOST = 300;

    /** @param title of the page, in one sentence */
    static @Nullable Preview of(PageContext context, String title, List<String> sentences, Figure chart) {
        Report report = context.report();
        if (report.baseUrl() == null) {
            return null;
        }
        SafePath image = context.assets().charts().get(IMAGE);
        return new Preview(
                brief(title),
                brief(String.join(" ", sentences)),
                report.baseUrl().toASCIIString(),
                image == null ? null : SiteAddress.of(report, image),
                brief(chart.finding()),
                SitePaths.FEED.relativeTo(context.here()));
    }

    private static String brief(String text) {
        return Shortened.of(PlainLine.of(text), MOST);
    }
}
