package dev.callsheet.render.mail;

import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.render.chart.ChartRenderer;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.site.MailSummary;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest night as a mail, in files: HTML, text, and the message of both that {@code callsheet mail} sends. */
public final class MailFiles {

    /** Gmail cuts a message near 102 kB of encoded HTML. */
    static final int MOST_HTML_BYTES = 80_000;

    private static final int LONGEST_ADDRESS = 1_000;

    private static final DataFile HTML = new DataFile(
            SitePaths.MAIL_HTML, "The newest night as HTML for a mail, and its charts as PNG files beside it.");
    private static final DataFile TEXT =
            new DataFile(SitePaths.MAIL_TEXT, "The same as plain text, with every number of it.");
    private static final DataFile MESSAGE = new DataFile(
            SitePaths.MAIL_MESSAGE,
            "Both parts with the charts as one message, without sender and recipients, as callsheet mail sends it.");

    private MailFiles() {}

    /**
     * Writes them.
     *
     * @param charts draws the charts; null where that cannot be done
     * @return the files with their sizes
     * @throws IOException what the tree throws when it cannot take a file
     */
    public static List<DataFile> write(
            Report report, @Nullable ChartRenderer charts, Threading threading, OutputTree tree) throws IOException {
        HtmlPart html = new HtmlPart();
        URI base = linkable(report.baseUrl());
        Fitted fitted = fitted(report, base, html, charts, threading);
        List<Picture> pictures = fitted.pictures();
        MailSummary forFile = MailSummary.of(
                report,
                page -> base == null ? page.relativeTo(SitePaths.MAIL_HTML) : absolute(base, page),
                fitted.rows());
        String file = html.of(forFile, pictures, Picture::fileName, true);
        List<DataFile> written = new ArrayList<>();
        written.add(put(tree, HTML, utf8(file)));
        written.add(put(tree, TEXT, utf8(fitted.text())));
        written.add(put(tree, MESSAGE, Message.of(fitted.envelope(), fitted.text(), fitted.html(), pictures)));
        for (Picture picture : pictures) {
            tree.write(new SafePath("mail/" + picture.fileName()), picture.png());
        }
        return written;
    }

    private record Fitted(int rows, Envelope envelope, String text, String html, List<Picture> pictures) {}

    /** With as many rows as the HTML part has room for; the last of each table are the least of it. */
    private static Fitted fitted(
            Report report, @Nullable URI base, HtmlPart html, @Nullable ChartRenderer charts, Threading threading) {
        List<Picture> pictures = null;
        for (int rows = MailSummary.MOST_ROWS; ; rows = rows * 2 / 3) {
            MailSummary mail = MailSummary.of(report, page -> base == null ? null : absolute(base, page), rows);
            pictures = pictures == null ? Picture.of(mail, charts) : pictures;
            String text = TextPart.of(mail);
            Envelope envelope = Envelope.of(report, mail, text, threading);
            String page = html.of(mail, pictures, picture -> "cid:" + Message.contentId(envelope, picture), false);
            if (Message.encodedSize(page) <= MOST_HTML_BYTES || (rows <= 1 && base == null)) {
                return new Fitted(rows, envelope, text, page, pictures);
            }
            if (rows <= 1) {
                return fitted(report, null, html, charts, threading);
            }
        }
    }

    /** Programs of mail break longer addresses, and a few of them would fill the mail. */
    private static @Nullable URI linkable(@Nullable URI address) {
        String ascii = address == null ? "" : address.toASCIIString();
        return ascii.isEmpty() || ascii.length() > LONGEST_ADDRESS ? null : URI.create(ascii);
    }

    private static String absolute(URI base, SafePath page) {
        return base.resolve(page.value()).toString();
    }

    private static DataFile put(OutputTree tree, DataFile file, byte[] content) throws IOException {
        tree.write(file.path(), content);
        return file.written(content.length);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
