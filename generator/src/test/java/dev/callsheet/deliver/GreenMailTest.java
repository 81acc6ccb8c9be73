package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.callsheet.testing.Certificate;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail server that is not ours takes what is sent. */
class GreenMailTest {

    private static final String KEY_STORE = "greenmail.tls.keystore.file";

    @TempDir
    static Path temporary;

    private static Certificate certificate;

    private GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** The server reads it once, when it first speaks TLS. */
    @BeforeAll
    static void setCertificate() {
        certificate = Certificate.of(temporary, "dns:localhost,ip:127.0.0.1");
        System.setProperty(KEY_STORE, certificate.file().toString());
    }

    @AfterAll
    static void clearCertificate() {
        System.clearProperty(KEY_STORE);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void exactlyTheConfiguredRecipientsReceiveTheMessage() throws Exception {
        server.start();
        assertThat(Sending.to("smtp+plain://127.0.0.1", server.getSmtp().getPort())
                        .send(Sending.ANN, Sending.BOB))
                .isNull();
        assertReceivedByBoth();
    }

    @Test
    void aPasswordIsTaken() {
        server.start();
        server.setUser("ann@example.com", "ann", "geheim");
        Sending sending = Sending.to("smtp+plain://localhost", server.getSmtp().getPort());
        assertThat(sending.with(Credentials.password("ann", "geheim")).send(Sending.ANN))
                .isNull();
        assertThat(sending.with(Credentials.password("ann", "falsch")).failure(Sending.ANN))
                .isEqualTo("refused the sign-in with a password (PLAIN, LOGIN): 535 5.7.8");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(sending.again).isEmpty();
    }

    @Test
    void aTokenIsTaken() {
        server.start();
        server.setUser("ann@example.com", "ann", "ya29.geheim");
        Sending sending = Sending.to("smtp+plain://localhost", server.getSmtp().getPort());
        assertThat(sending.with(Credentials.token("ann", "ya29.geheim")).send(Sending.ANN))
                .isNull();
        assertThat(sending.with(Credentials.token("ann", "ya29.old")).failure(Sending.ANN))
                .isEqualTo("refused the sign-in with an access token (XOAUTH2): 535 5.7.8");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void overTlsToo() throws Exception {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        server.setUser("ann@example.com", "ann", "geheim");
        assertThat(Sending.to("smtps://localhost", server.getSmtps().getPort())
                        .trusting(certificate.trusting())
                        .with(Credentials.password("ann", "geheim"))
                        .send(Sending.ANN, Sending.BOB))
                .isNull();
        assertReceivedByBoth();
    }

    @Test
    void butNotWhenItsCertificateIsUnknown() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        Sending sending = Sending.to("smtps://localhost", server.getSmtps().getPort())
                .with(Credentials.password("ann", "geheim"));
        assertThat(sending.failure(Sending.ANN))
                .isEqualTo("cannot be trusted: its certificate is by nobody whom Java trusts, or not valid now; it was"
                        + " sent neither credentials nor the message");
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(sending.again).isEmpty();
    }

    /** A copy each, addressed to both; the body as it was. */
    private void assertReceivedByBoth() throws Exception {
        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        for (MimeMessage message : received) {
            assertThat(message.getHeader("From")).containsExactly("Callsheet <callsheet@example.com>");
            assertThat(message.getHeader("To")).containsExactly("ann@example.com, \"Bob, QA\" <bob@example.org>");
            assertThat(message.getAllRecipients()).hasSize(2);
            assertThat(message.getRecipients(RecipientType.BCC)).isNull();
            assertThat(message.getMessageID()).isEqualTo("<callsheet.main.2026-04-14.0123abcd@callsheet.invalid>");
            assertThat(GreenMailUtil.getBody(message))
                    .contains("tonight 4 of 10 =E2=80=93 \r\n.hidden dot\r\n.\r\n--b1--");
        }
        assertThat(server.getUserManager().listUser())
                .extracting(GreenMailUser::getEmail)
                .containsExactlyInAnyOrder("ann@example.com", "bob@example.org");
        for (GreenMailUser user : server.getUserManager().listUser()) {
            assertThat(server.getManagers().getImapHostManager().getInbox(user).getMessages())
                    .hasSize(1);
        }
    }
}
