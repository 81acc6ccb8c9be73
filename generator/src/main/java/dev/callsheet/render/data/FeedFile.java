package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.site.NightFeed;
import dev.callsheet.site.PlainLine;
import dev.callsheet.site.SiteAddress;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes {@code feed.atom} (RFC 4287): an entry a night. Its ids are tags (RFC 4151) of the site's host and path, the
 * stream and the night, so they stay as long as the site stays where it is.
 */
final class FeedFile {

    static final DataFile FILE = new DataFile(
            SitePaths.FEED,
            "An Atom feed with an entry for each of the newest nights, at most fifty. It is there where the address of the "
                    + "site is known.");

    /** The year in which the form of the ids was chosen; part of them, so it never changes. */
    private static final String SINCE = "2026";

    private final XmlWriter xml;
    private final Report report;
    private final URI base;

    private FeedFile(XmlWriter xml, Report report, URI base) {
        this.xml = xml;
        this.report = report;
        this.base = base;
    }

    static void write(Report report, URI base, OutputTree tree) throws IOException {
        XmlWriter.write(tree.open(FILE.path()), xml -> new FeedFile(xml, report, base).feed());
    }

    private void feed() {
        NightFeed feed = NightFeed.of(report);
        xml.start("feed");
        xml.attribute("xmlns", "http://www.w3.org/2005/Atom");
        xml.attribute("xml:lang", "en");
        element("id", tag());
        element("title", "Voice tests, night by night");
        element("subtitle", PlainLine.of(report.history().stream()));
        element(
                "updated",
                time(
                        feed.newest().isEmpty()
                                ? report.generatedAt()
                                : feed.newest().get(0).updated()));
        link("self", "application/atom+xml", SiteAddress.of(report, FILE.path()));
        link("alternate", "text/html", base.toASCIIString());
        xml.start("author");
        element("name", "Callsheet");
        xml.end();
        xml.start("generator");
        xml.attribute("version", report.version());
        xml.text("callsheet");
        xml.end();
        feed.newest().forEach(this::entry);
        xml.end();
    }

    private void entry(NightFeed.Entry entry) {
        xml.start("entry");
        element("id", tag() + "/" + entry.night());
        element("title", entry.title());
        element("updated", time(entry.updated()));
        link("alternate", "text/html", SiteAddress.of(report, entry.page()));
        xml.start("content");
        xml.attribute("type", "html");
        xml.text(entry.sentences().stream()
                .map(sentence -> "<p>" + escaped(sentence) + "</p>")
                .collect(Collectors.joining()));
        xml.end();
        xml.end();
    }

    /** "tag:acme.example,2026:callsheet/voice/main" for https://acme.example/voice/. */
    private String tag() {
        String host = base.getHost().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        String path = URI.create(base.toASCIIString()).getRawPath();
        return "tag:" + host + "," + SINCE + ":callsheet" + (path.isEmpty() ? "/" : path)
                + report.history().stream().replaceAll("[^A-Za-z0-9._~-]", "-");
    }

    private static String time(Instant instant) {
        return instant.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void element(String name, String text) {
        xml.start(name);
        xml.text(text);
        xml.end();
    }

    private void link(String rel, String type, String href) {
        xml.start("link");
        xml.attribute("rel", rel);
        xml.attribute("type", type);
        xml.attribute("href", href);
        xml.end();
    }
}
