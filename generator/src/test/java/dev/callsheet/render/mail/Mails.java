package dev.callsheet.render.mail;

import dev.callsheet.output.MemoryTree;
import dev.callsheet.render.chart.ChartRenderer;
import dev.callsheet.render.chart.ChartsUnavailableException;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The mail of a report, written and read again as a reader's program does. */
final class Mails {

    private final MemoryTree tree = new MemoryTree();
    private final List<DataFile> files;
    private final MimeMessage message;

    private Mails(Report report, Threading threading, boolean withCharts) {
        try {
            files = MailFiles.write(report, withCharts ? ChartRenderer.create() : null, threading, tree);
            message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(bytes("mail/summary.eml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ChartsUnavailableException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mails of(Report report) {
        return new Mails(report, Threading.WEEK, true);
    }

    static Mails of(Report report, Threading threading) {
        return new Mails(report, threading, false);
    }

    static Mails withoutCharts(Report report) {
        return of(report, Threading.WEEK);
    }

    /** The same report of another stream, read at an address. */
    static Report published(Report of, @Nullable String address, String stream) {
        HistoryNumbers history = of.history();
        return new Report(
                of.version(),
                of.generatedAt(),
                of.calendar(),
                of.analysis(),
                of.duplicates(),
                of.problems(),
                of.redactions(),
                of.gate(),
                new HistoryNumbers(
                        stream, history.sources(), history.nights(), history.runs(), history.kept(), history.pages()),
                address == null ? null : URI.create(address));
    }

    static Report published(Report of) {
        return published(of, "https://example.org/report/", "main");
    }

    List<DataFile> files() {
        return files;
    }

    byte[] bytes(String path) {
        return Objects.requireNonNull(tree.contents().get(path), path);
    }

    String text(String path) {
        return tree.text(path);
    }

    List<String> paths() {
        return List.copyOf(tree.contents().keySet());
    }

    MimeMessage message() {
        return message;
    }

    @Nullable
    String header(String name) {
        try {
            String[] values = message.getHeader(name);
            if (values != null && values.length != 1) {
                throw new IllegalStateException(name + " stands " + values.length + " times");
            }
            return values == null ? null : values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the message before its first empty one. */
    List<String> headerLines() {
        return List.of(raw().substring(0, raw().indexOf("\r\n\r\n")).split("\r\n", -1));
    }

    String raw() {
        return new String(bytes("mail/summary.eml"), StandardCharsets.US_ASCII);
    }

    /** The parts that hold no others, in their order. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        collect(message, parts);
        return parts;
    }

    Document html() {
        return Jsoup.parse(content(1));
    }

    String plain() {
        return content(0).replace("\r\n", "\n");
    }

    private String content(int place) {
        try {
            return String.valueOf(parts().get(place).getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Part part, List<Part> parts) {
        try {
            if (!(part.getContent() instanceof Multipart several)) {
                parts.add(part);
                return;
            }
            for (int i = 0; i < several.getCount(); i++) {
                collect(several.getBodyPart(i), parts);
            }
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
