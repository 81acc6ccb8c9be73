package dev.callsheet.config;

import dev.callsheet.deliver.Mailbox;
import dev.callsheet.deliver.SmtpServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be configured of the mail. Who signs in at the server, and how, stands in the environment only. */
public final class MailSettings {

    static final String SECTION = "mail";

    /** The environment variables with which the mail signs in at its server. */
    public static final String USER = Setting.VARIABLES + "SMTP_USER";

    public static final String PASSWORD = Setting.VARIABLES + "SMTP_PASSWORD";
    public static final String TOKEN = Setting.VARIABLES + "SMTP_TOKEN";
    private static final String EXAMPLES = "as ann@example.com or Ann <ann@example.com>, or none";
    private static final String TIMES = "a number of s, m, h or d such as 30m";

    /** Servers limit the recipients of a message; RFC 5321 4.5.3.1.8 has them take a hundred. */
    private static final int MOST_RECIPIENTS = 100;

    public static final Setting<Optional<SmtpServer>> SERVER = new Setting<>(
            SECTION,
            "server",
            Setting.Form.TEXT,
            "address",
            "smtp://HOST (STARTTLS, port 587), smtps://HOST (TLS, port 465), smtp+plain://127.0.0.1 (this machine"
                    + " only, port 25), each with :PORT or without, or none",
            Values.NONE,
            null,
            "The server that takes the mail; TLS is required, except on this machine.",
            text -> orNone(text, SmtpServer::of),
            text -> fault(text, SmtpServer::of));

    public static final Setting<Optional<Mailbox>> FROM = new Setting<>(
            SECTION,
            "from",
            Setting.Form.TEXT,
            "address",
            EXAMPLES,
            Values.NONE,
            null,
            "Who the mail is from; the server is told the same, and bounces go there.",
            text -> orNone(text, Mailbox::of),
            text -> fault(text, Mailbox::of));

    public static final Setting<List<Mailbox>> TO = new Setting<>(
            SECTION,
            "to",
            Setting.Form.TEXTS,
            "address or several",
            "each " + EXAMPLES,
            Values.NONE,
            null,
            "Who the mail is sent to, and nobody else; at most 100, who see one another.",
            MailSettings::recipients,
            MailSettings::faultOfRecipients);

    public static final Setting<String> WHEN = word(
            "when",
            "always or not_passed",
            "always",
            "Whether a night that passed the gate is sent, too.",
            List.of("always", "not_passed"));

    public static final Setting<String> THREAD = word(
            "thread",
            "none, week or stream",
            "week",
            "Which nights a mail program shows as one conversation.",
            List.of("none", "week", "stream"));

    public static final Setting<Duration> CONNECT_TIMEOUT =
            time("connect_timeout", "10s", "How long a connection to the server may take.");

    public static final Setting<Duration> TIMEOUT = time(
            "timeout", "2m", "How long one of at most three tries may take, from the connection to the last answer.");

    static final List<Setting<?>> ALL = List.of(SERVER, FROM, TO, WHEN, THREAD, CONNECT_TIMEOUT, TIMEOUT);

    private MailSettings() {}

    static Configuration.Mail in(Map<String, String> texts) {
        return new Configuration.Mail(
                SERVER.in(texts).orElse(null),
                FROM.in(texts).orElse(null),
                TO.in(texts),
                WHEN.in(texts),
                THREAD.in(texts),
                CONNECT_TIMEOUT.in(texts),
                TIMEOUT.in(texts));
    }

    private static <T> Optional<Optional<T>> orNone(String text, Function<String, T> reader) {
        if (text.equals(Values.NONE)) {
            return Optional.of(Optional.empty());
        }
        try {
            return Optional.of(Optional.of(reader.apply(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One a line. */
    private static Optional<List<Mailbox>> recipients(String text) {
        List<String> lines = lines(text);
        if (lines.equals(List.of(Values.NONE))) {
            return Optional.of(List.of());
        }
        return lines.isEmpty()
                        || lines.size() > MOST_RECIPIENTS
                        || !faultOfEach(lines).isEmpty()
                ? Optional.empty()
                : Optional.of(lines.stream().map(Mailbox::of).distinct().toList());
    }

    /** What is said of recipients that are not taken; never the text. */
    private static String faultOfRecipients(String text) {
        List<String> lines = lines(text);
        return lines.size() > MOST_RECIPIENTS
                ? lines.size() + " of them, more than a message may have"
                : faultOfEach(lines);
    }

    private static String faultOfEach(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String fault = fault(lines.get(i), Mailbox::of);
            if (!fault.isEmpty()) {
                return fault + (lines.size() == 1 ? "" : ", as no. " + (i + 1));
            }
        }
        return "";
    }

    /** What is said of a text that {@code reader} does not take, empty if it does; never the text, which may be a secret. */
    private static String fault(String text, Function<String, ?> reader) {
        try {
            Object taken = reader.apply(text);
            return taken == null ? "nothing" : "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    private static Setting<String> word(
            String name, String range, String byDefault, String meaning, List<String> words) {
        return new Setting<>(
                SECTION,
                name,
                Setting.Form.TEXT,
                "word",
                range,
                byDefault,
                null,
                meaning,
                text -> Optional.of(text).filter(words::contains));
    }

    private static Setting<Duration> time(String name, String byDefault, String meaning) {
        return new Setting<>(
                SECTION, name, Setting.Form.TEXT, "time", TIMES, byDefault, null, meaning, Values::duration);
    }
}
