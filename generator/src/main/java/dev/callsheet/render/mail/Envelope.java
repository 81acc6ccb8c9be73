package dev.callsheet.render.mail;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.output.Sha256;
import dev.callsheet.output.Slugs;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import dev.callsheet.site.MailSummary;
import dev.callsheet.site.PlainLine;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a mail say. The same report gives the same: no id is drawn by lot, no date is the clock's.
 *
 * @param subject at most {@value #LONGEST_SUBJECT} characters on one line
 * @param id of the message, without angle brackets; another when the text is another
 * @param root the id that the mails of a conversation have in common; no mail has it itself. Null when this one stands
 *     alone
 * @param list the stream as a mailing list, for readers' filters, without angle brackets
 * @param date when the report was made
 */
record Envelope(String subject, String id, @Nullable String root, String list, Instant date) {

    static final int LONGEST_SUBJECT = 120;

    private static final Pattern ATOMS = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final int LONGEST_HOST = 253;
    private static final String NO_HOST = "callsheet.invalid";
    private static final int HASH_BYTES = 8;

    static Envelope of(Report report, MailSummary mail, String text, Threading threading) {
        String stream = ATOMS.matcher(mail.stream()).matches() ? mail.stream() : Slugs.of(mail.stream());
        String host = host(report.baseUrl());
        LocalDate night = mail.night();
        LocalDate day = night == null ? LocalDate.ofInstant(report.generatedAt(), ZoneOffset.UTC) : night;
        String subject = Shortened.of(PlainLine.of(subject(mail, day, threading)), LONGEST_SUBJECT);
        String hash = HexFormat.of()
                .formatHex(
                        Sha256.digest().digest((subject + "\n" + text).getBytes(StandardCharsets.UTF_8)),
                        0,
                        HASH_BYTES);
        return new Envelope(
                subject,
                String.join(".", "callsheet", stream, night == null ? "none" : night.toString(), hash) + "@" + host,
                root(stream, day, host, threading),
                host.equals(NO_HOST) ? stream + "." + host : stream + ".callsheet." + host,
                report.generatedAt());
    }

    /** As long as the subject stays the same a conversation holds together, in Gmail too. */
    private static String subject(MailSummary mail, LocalDate day, Threading threading) {
        String start = "[callsheet " + mail.stream() + "] ";
        return switch (threading) {
            case NONE -> start + mail.gate().word() + ", " + Format.shortDate(day) + ": " + mail.headline();
            case WEEK -> start + "Nights of week " + week(day);
            case STREAM -> start + "Nights";
        };
    }

    private static @Nullable String root(String stream, LocalDate day, String host, Threading threading) {
        return switch (threading) {
            case NONE -> null;
            case WEEK -> "callsheet." + stream + "." + week(day) + "@" + host;
            case STREAM -> "callsheet." + stream + "@" + host;
        };
    }

    /** "2026-W16", as ISO 8601 counts weeks. */
    private static String week(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return day.get(IsoFields.WEEK_BASED_YEAR) + (week < 10 ? "-W0" : "-W") + week;
    }

    private static String host(@Nullable URI site) {
        String host =
                site == null || site.getHost() == null ? "" : site.getHost().toLowerCase(Locale.ROOT);
        return host.length() <= LONGEST_HOST && HOST.matcher(host).matches() ? host : NO_HOST;
    }

    /** "Tue, 14 Apr 2026 03:17:00 +0000". */
    String dateHeader() {
        return DateTimeFormatter.RFC_1123_DATE_TIME
                .format(date.atOffset(ZoneOffset.UTC))
                .replace("GMT", "+0000");
    }
}
