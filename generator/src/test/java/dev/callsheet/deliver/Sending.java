package dev.callsheet.deliver;

import dev.callsheet.testing.ScriptedSmtp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sends a letter to a server of a test, and keeps what came of it. */
final class Sending {

    static final Mailbox FROM = Mailbox.of("Callsheet <callsheet@example.com>");
    static final Mailbox ANN = Mailbox.of("ann@example.com");
    static final Mailbox BOB = Mailbox.of("\"Bob, QA\" <bob@example.org>");

    static final String EML = String.join(
            "\r\n",
            "Date: Tue, 14 Apr 2026 06:00:00 +0000",
            "From: Callsheet <callsheet@localhost>",
            "To: undisclosed-recipients:;",
            "Message-ID: <callsheet.main.2026-04-14.0123abcd@callsheet.invalid>",
            "References: <callsheet.main.2026-W16@callsheet.invalid>",
            "Subject: =?UTF-8?Q?1_got_worse_=E2=80=93_main?=",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"b1\"",
            "",
            "--b1",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Refund, tonight 4 of 10 =E2=80=93 ",
            ".hidden dot",
            ".",
            "--b1--",
            "");

    private final SmtpServer server;
    private Credentials credentials = Credentials.NONE;
    private MailLimits limits = new MailLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), List.of(Duration.ofMillis(1), Duration.ofMillis(1)));
    private @Nullable SSLSocketFactory tls;

    final List<String> again = new ArrayList<>();

    private Sending(SmtpServer server) {
        this.server = server;
    }

    /** @param url of the server but for its port */
    static Sending to(String url, int port) {
        return new Sending(SmtpServer.of(url + ":" + port));
    }

    static Sending plainlyTo(ScriptedSmtp server) {
        return to("smtp+plain://127.0.0.1", server.port());
    }

    Sending with(Credentials given) {
        credentials = given;
        return this;
    }

    Sending within(Duration attempt, Duration... waits) {
        limits = new MailLimits(limits.connect(), attempt, List.of(waits));
        return this;
    }

    Sending trusting(SSLSocketFactory trust) {
        tls = trust;
        return this;
    }

    /** Why it was not sent; null if it was. */
    @Nullable
    UndeliveredException send(Mailbox... to) {
        return send(new Letter(FROM, List.of(to), EML.getBytes(StandardCharsets.UTF_8)));
    }

    @Nullable
    UndeliveredException send(Letter letter) {
        SSLSocketFactory trust = tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
        try {
            new Mailer(server, credentials, limits, again::add, trust).send(letter);
            return null;
        } catch (UndeliveredException failure) {
            return failure;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What was said of the failure. */
    String failure(Mailbox... to) {
        UndeliveredException failure = send(to);
        return failure == null ? "sent" : failure.words();
    }
}
