package dev.callsheet.render.data;

import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.site.Badge;
import dev.callsheet.site.DataFile;
import java.io.IOException;

/** The badge: as an answer of an endpoint of shields.io, which needs a public address, and drawn, which needs none. */
final class BadgeFiles {

    static final DataFile JSON = new DataFile(
            new SafePath("data/badge.json"),
            "The gate's verdict in a few words, as an endpoint of shields.io answers; the site must be public.");

    static final DataFile SVG = new DataFile(
            new SafePath("data/badge.svg"),
            "The same drawn, for a README or a page that can show a picture of this site.");

    private static final int HEIGHT = 20;
    private static final int BASELINE = 14;
    private static final int MARGIN = 6;

    private BadgeFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        Badge badge = Badge.of(report);
        JsonMembers.write(tree.open(JSON.path()), json -> {
            json.number("schemaVersion", 1);
            json.text("label", badge.label());
            json.text("message", badge.message());
            json.text("color", badge.color());
        });
        XmlWriter.write(tree.open(SVG.path()), xml -> draw(badge, xml));
    }

    private static void draw(Badge badge, XmlWriter xml) {
        int label = width(badge.label());
        int message = width(badge.message());
        int left = label + 2 * MARGIN;
        int all = left + message + 2 * MARGIN;
        String words = badge.label() + ": " + badge.message();
        xml.start("svg");
        xml.attribute("xmlns", "http://www.w3.org/2000/svg");
        xml.number("width", all);
        xml.number("height", HEIGHT);
        xml.attribute("viewBox", "0 0 " + all + " " + HEIGHT);
        xml.attribute("role", "img");
        xml.attribute("aria-label", words);
        xml.start("title");
        xml.text(words);
        xml.end();
        ground(xml, 0, all, badge.color());
        ground(xml, 0, left, "#444c56");
        xml.start("g");
        xml.attribute("fill", "#ffffff");
        xml.attribute("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif");
        xml.attribute("font-size", "11");
        text(xml, MARGIN, label, badge.label());
        text(xml, left + MARGIN, message, badge.message());
        xml.end();
        xml.end();
    }

    private static void ground(XmlWriter xml, int x, int width, String color) {
        xml.start("rect");
        xml.number("x", x);
        xml.number("width", width);
        xml.number("height", HEIGHT);
        xml.attribute("fill", color);
        xml.end();
    }

    /** Letters are set to the width that was thought of, whichever font the reader has. */
    private static void text(XmlWriter xml, int x, int width, String text) {
        xml.start("text");
        xml.number("x", x);
        xml.number("y", BASELINE);
        xml.number("textLength", width);
        xml.text(text);
        xml.end();
    }

    /** About as many pixels as a text takes in a wide sans serif of 11 pixels. */
    static int width(String text) {
        int tenths = text.codePoints().map(BadgeFiles::tenths).sum();
        return (tenths + 9) / 10;
    }

    private static int tenths(int c) {
        if ("ijl.,:;'|!·".indexOf(c) >= 0) {
            return 35;
        }
        if (" frtI()-".indexOf(c) >= 0) {
            return 45;
        }
        if ("mwMW%".indexOf(c) >= 0) {
            return 105;
        }
        return c < 0x80 ? 69 : 110;
    }
}
