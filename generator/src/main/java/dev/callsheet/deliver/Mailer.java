package dev.callsheet.deliver;

import dev.callsheet.deliver.UndeliveredException.Outlook;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends letters through a server: to all of their recipients, or to none. What may pass is tried again; what the server
 * refuses for good is not, nor is a message of which nobody knows whether it arrived.
 */
public final class Mailer {

    private final SmtpServer server;
    private final Credentials credentials;
    private final MailLimits limits;
    private final Consumer<String> again;
    private final SSLSocketFactory tls;

    /**
     * Trusts whom Java trusts, by {@code javax.net.ssl.trustStore} where that is set.
     *
     * @param again is told why a further attempt is made, and when
     */
    public Mailer(SmtpServer server, Credentials credentials, MailLimits limits, Consumer<String> again) {
        this(server, credentials, limits, again, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Mailer(
            SmtpServer server,
            Credentials credentials,
            MailLimits limits,
            Consumer<String> again,
            SSLSocketFactory tls) {
        this.server = server;
        this.credentials = credentials;
        this.limits = limits;
        this.again = again;
        this.tls = tls;
    }

    /**
     * Returns once the server has taken it.
     *
     * @throws UndeliveredException if the server did not take it for every recipient, or did not say so
     */
    public void send(Letter letter) throws UndeliveredException, InterruptedException {
        for (Duration wait : limits.waits()) {
            try {
                attempt(letter);
                return;
            } catch (UndeliveredException failure) {
                if (failure.outlook() != Outlook.PASSING) {
                    throw failure;
                }
                again.accept(server + " " + failure.words() + "; trying again in " + wait.toSeconds() + " s");
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            }
        }
        attempt(letter);
    }

    private void attempt(Letter letter) throws UndeliveredException {
        Letter.Outgoing outgoing = letter.outgoing();
        Failures failures = new Failures(server, credentials, limits);
        try (Connection connection = Connection.to(server, limits.connect())) {
            connection.closeAfter(limits.attempt());
            Client client = new Client(server, credentials, letter.from(), tls);
            try {
                client.connect(connection.secured(server, tls));
                if (credentials.areGiven() && !client.offersSignIn()) {
                    throw failures.noSignIn();
                }
                client.sendMessage(outgoing, letter.recipients());
            } catch (MessagingException | IOException failure) {
                throw failures.of(failure, client, connection, outgoing);
            } finally {
                close(client);
            }
        } catch (IOException unreachable) {
            throw failures.unreachable(unreachable);
        }
    }

    private static void close(Client client) {
        try {
            client.close();
        } catch (MessagingException e) {
            // It said what it had to say.
        }
    }
}
