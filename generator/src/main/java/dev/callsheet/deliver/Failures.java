package dev.callsheet.deliver;

import dev.callsheet.deliver.UndeliveredException.Outlook;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Why a message was not sent, in words, and whether another attempt is worth it. */
record Failures(SmtpServer server, Credentials credentials, MailLimits limits) {

    private static final String NOTHING_SAID = "; it was sent neither credentials nor the message";

    /** The connection does not stand, or did not last for what was to be said first. */
    UndeliveredException unreachable(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return passing("cannot be reached: there is no host of that name");
        }
        if (failure instanceof SocketTimeoutException) {
            return passing("cannot be reached: no connection within " + words(limits.connect()));
        }
        return passing("cannot be reached"
                + (failure instanceof ConnectException ? ": the connection was refused" : ": there is no way to it"));
    }

    UndeliveredException noSignIn() {
        return lasting("offers no sign-in, though credentials are given; it was not sent them");
    }

    UndeliveredException of(Exception failure, Client client, Connection connection, Letter.Outgoing letter) {
        ServerAnswer answer =
                new ServerAnswer(client.getLastReturnCode(), String.valueOf(client.getLastServerResponse()));
        if (letter.isWritten() && !(failure instanceof SMTPSendFailedException && answer.isRefusal())) {
            return new UndeliveredException(
                    Outlook.UNKNOWN,
                    "was sent the whole message and did not say whether it takes it; it is not sent again, since it may"
                            + " have arrived");
        }
        if (connection.isLate()) {
            return passing("took more than " + words(limits.attempt()));
        }
        if (connection.isFlooded()) {
            return lasting("answers more than SMTP has to say");
        }
        List<Throwable> causes = causes(failure);
        if (has(causes, CertificateException.class)) {
            boolean unknown =
                    has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class);
            return lasting("cannot be trusted: its certificate is "
                    + (unknown ? "by nobody whom Java trusts, or not valid now" : "for another name")
                    + NOTHING_SAID);
        }
        if (has(causes, InvalidAlgorithmParameterException.class)) {
            return lasting("cannot be trusted: Java trusts nobody; javax.net.ssl.trustStore names a file that holds no"
                    + " certificate, or needs javax.net.ssl.trustStorePassword");
        }
        if (failure instanceof AuthenticationFailedException) {
            return signIn(answer);
        }
        if (has(causes, SSLException.class)) {
            return passing("cannot be reached: TLS failed, the connection broke or it speaks no TLS");
        }
        if (has(causes, IOException.class)) {
            return passing("broke the connection");
        }
        return refused(failure, answer, client);
    }

    /** Its words are never repeated: of all answers it is the one that may be about credentials. */
    private UndeliveredException signIn(ServerAnswer answer) {
        String how =
                credentials.mechanisms().equals("XOAUTH2") ? "an access token (XOAUTH2)" : "a password (PLAIN, LOGIN)";
        if (answer.isRefusal()) {
            return lasting("refused the sign-in with " + how + ": " + answer.codes());
        }
        return lasting(
                answer.code() / 100 == 2
                        ? "offers no sign-in with " + how + "; it was not sent the credentials"
                        : "did not accept the sign-in with " + how);
    }

    private UndeliveredException refused(Exception failure, ServerAnswer answer, Client client) {
        if (failure instanceof SendFailedException && !(failure instanceof SMTPSendFailedException)) {
            List<Refusal> refusals = refusals(failure);
            if (!refusals.isEmpty()) {
                return refused(refusals);
            }
        }
        if (answer.isRefusal()) {
            String what = failure instanceof SMTPSendFailedException sending
                    ? sending.getCommand().startsWith("MAIL") ? "refused the sender: " : "refused the message: "
                    : "answers ";
            String words = what + answer.words(credentials);
            return answer.isPassing() ? passing(words) : lasting(words);
        }
        if (server.security() == SmtpServer.Security.STARTTLS && !client.supportsExtension("STARTTLS")) {
            return answer.code() < 0 ? broken(answer) : lasting("offers no STARTTLS" + NOTHING_SAID);
        }
        return broken(answer);
    }

    private static UndeliveredException broken(ServerAnswer answer) {
        return answer.text().equals("[EOF]")
                ? passing("broke the connection")
                : lasting("does not answer as SMTP does");
    }

    /** With one recipient refused the others are sent nothing, either. */
    private UndeliveredException refused(List<Refusal> refusals) {
        List<Refusal> lasting =
                refusals.stream().filter(one -> !one.answer().isPassing()).toList();
        List<Refusal> named = lasting.isEmpty() ? refusals : lasting;
        String domains =
                named.stream().map(one -> one.mailbox().domain()).distinct().collect(Collectors.joining(", "));
        String words = "refused " + (named.size() == 1 ? "a recipient" : named.size() + " recipients") + " at "
                + domains + ": " + named.get(0).answer().words(credentials) + "; the message was sent to nobody";
        return new UndeliveredException(
                lasting.isEmpty() ? Outlook.PASSING : Outlook.LASTING,
                words,
                named.stream().map(Refusal::mailbox).toList());
    }

    private record Refusal(Mailbox mailbox, ServerAnswer answer) {}

    private static List<Refusal> refusals(Exception failure) {
        return causes(failure).stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .map(one -> new Refusal(
                        mailbox(one.getAddress()),
                        new ServerAnswer(one.getReturnCode(), String.valueOf(one.getMessage()))))
                .filter(one -> one.answer().isRefusal())
                .toList();
    }

    private static Mailbox mailbox(Address address) {
        return new Mailbox("", ((jakarta.mail.internet.InternetAddress) address).getAddress());
    }

    private static UndeliveredException passing(String words) {
        return new UndeliveredException(Outlook.PASSING, words);
    }

    private static UndeliveredException lasting(String words) {
        return new UndeliveredException(Outlook.LASTING, words);
    }

    private static String words(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static boolean has(List<Throwable> causes, Class<?> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause = cause.getCause();
        }
        return causes;
    }
}
