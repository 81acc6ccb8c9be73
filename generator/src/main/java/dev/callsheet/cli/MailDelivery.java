package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.MailSettings;
import dev.callsheet.config.Setting;
import dev.callsheet.deliver.Credentials;
import dev.callsheet.deliver.Letter;
import dev.callsheet.deliver.MailLimits;
import dev.callsheet.deliver.Mailbox;
import dev.callsheet.deliver.Mailer;
import dev.callsheet.deliver.SmtpServer;
import dev.callsheet.deliver.UndeliveredException;
import dev.callsheet.site.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends the summary that a site holds, if it is to be sent. What is missing to send anything is found when it is made,
 * so that a long night does not end with it. Logs may be public: of addresses the domains are named, unless the console
 * is verbose.
 */
final class MailDelivery {

    private static final String MESSAGE = "mail/summary.eml";
    private static final String REPORT = "data/report.json";
    private static final String NOT_PASSED = "not_passed";
    private static final String PASS = "pass";

    private final Configuration.Mail mail;
    private final SmtpServer server;
    private final Mailbox from;
    private final Credentials credentials;

    private MailDelivery(Configuration.Mail mail, SmtpServer server, Mailbox from, Credentials credentials) {
        this.mail = mail;
        this.server = server;
        this.from = from;
        this.credentials = credentials;
    }

    /**
     * What came of it.
     *
     * @param code {@code DONE} or {@code NOT_PUBLISHED}
     * @param letter null when the verdict is a reason to send none
     * @param why it was not sent; null when it was
     */
    record Outcome(
            ExitCode code,
            SmtpServer server,
            @Nullable Letter letter,
            @Nullable String why) {

        boolean isSent() {
            return why == null;
        }
    }

    /** Whether any of what only mail needs is configured. */
    static boolean isConfigured(Configuration.Mail mail) {
        return mail.server() != null || mail.from() != null || !mail.to().isEmpty();
    }

    /** @throws UsageException if something is missing */
    static MailDelivery of(Configuration.Mail mail, Map<String, String> environment) throws UsageException {
        required(MailSettings.TO, mail.to().isEmpty() ? null : mail.to());
        return new MailDelivery(
                mail,
                required(MailSettings.SERVER, mail.server()),
                required(MailSettings.FROM, mail.from()),
                MailSignIn.of(environment));
    }

    private static <T> T required(Setting<?> setting, @Nullable T value) throws UsageException {
        if (value == null) {
            throw new UsageException(setting.key() + " is not set, and no mail is sent without it: set it in"
                    + " callsheet.yml or by " + setting.variable());
        }
        return value;
    }

    /**
     * Sends it, and says so.
     *
     * @param site a published one
     * @param dry do everything but send
     * @throws NoSiteException if there is none, or its message is not what was written
     */
    Outcome deliver(Path site, boolean dry, Console console) throws NoSiteException, InterruptedException {
        PublishedSite published = PublishedSite.open(site);
        if (mail.when().equals(NOT_PASSED)
                && published
                        .json(REPORT)
                        .path("gate")
                        .path("verdict")
                        .asString("")
                        .equals(PASS)) {
            console.stage("mail: not sent: the gate passed, and mail.when is " + NOT_PASSED);
            return new Outcome(ExitCode.DONE, server, null, "passed");
        }
        Letter letter = new Letter(from, mail.to(), published.content(MESSAGE));
        if (console.isVerbose()) {
            letter.to().forEach(one -> console.stage("mail: to " + one.address()));
        }
        if (dry) {
            console.stage("mail: not sent: this is a dry run");
            return new Outcome(ExitCode.DONE, server, letter, "dry_run");
        }
        return send(letter, console);
    }

    private Outcome send(Letter letter, Console console) throws InterruptedException {
        Mailer mailer = new Mailer(
                server,
                credentials,
                MailLimits.of(mail.connectTimeout(), mail.timeout()),
                line -> console.stage("mail: " + line));
        try {
            mailer.send(letter);
        } catch (UndeliveredException failure) {
            console.error("mail: " + server + " " + failure.words());
            if (console.isVerbose()) {
                failure.refused().forEach(one -> console.stage("mail: refused: " + one.address()));
            }
            return new Outcome(ExitCode.NOT_PUBLISHED, server, letter, failure.words());
        }
        console.stage("mail: sent to " + recipients(letter) + " by " + server + ", message " + letter.id());
        return new Outcome(ExitCode.DONE, server, letter, null);
    }

    /** {@code 2 recipients at example.com, example.org}. */
    static String recipients(Letter letter) {
        return Format.count(letter.to().size(), "recipient") + " at " + String.join(", ", domains(letter));
    }

    static List<String> domains(Letter letter) {
        return letter.to().stream().map(Mailbox::domain).distinct().collect(Collectors.toList());
    }
}
