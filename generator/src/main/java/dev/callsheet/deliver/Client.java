package dev.callsheet.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Speaks SMTP over a connection that stands. */
final class Client extends SMTPTransport {

    private final SmtpServer server;
    private final Credentials credentials;

    Client(SmtpServer server, Credentials credentials, Mailbox from, SSLSocketFactory tls) {
        super(
                Session.getInstance(properties(server, credentials, from, tls)),
                new URLName("smtp", server.host(), server.port(), null, null, null));
        this.server = server;
        this.credentials = credentials;
    }

    /** Its own properties alone: those of the system may hold anything. */
    private static Properties properties(
            SmtpServer server, Credentials credentials, Mailbox from, SSLSocketFactory tls) {
        String startTls = String.valueOf(server.security() == SmtpServer.Security.STARTTLS);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.setProperty("mail.smtp.auth", String.valueOf(credentials.areGiven()));
        properties.setProperty("mail.smtp.auth.mechanisms", credentials.mechanisms());
        properties.setProperty("mail.smtp.from", from.address());
        // A name that is known to be one, instead of what the machine happens to be called.
        properties.setProperty("mail.smtp.localhost", from.domain());
        properties.setProperty("mail.smtp.sendpartial", "false");
        return properties;
    }

    @Override
    protected synchronized boolean protocolConnect(String host, int port, String user, String password)
            throws MessagingException {
        return credentials.areGiven()
                ? super.protocolConnect(server.host(), server.port(), credentials.user(), credentials.secret())
                : super.protocolConnect(server.host(), server.port(), null, null);
    }

    /** Whether the server lets a client sign in at all; where it does not, the library would go on without. */
    boolean offersSignIn() {
        return supportsExtension("AUTH") || supportsExtension("AUTH=LOGIN");
    }
}
