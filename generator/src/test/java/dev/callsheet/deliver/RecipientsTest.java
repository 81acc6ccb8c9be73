package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.ScriptedSmtp;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is sent the message: all who are named, and nobody else; or nobody at all. */
class RecipientsTest {

    private static final Mailbox EVE = Mailbox.of("eve@example.com");

    private final ScriptedSmtp server = ScriptedSmtp.plain();
    private final Sending sending = Sending.plainlyTo(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatTheHeadersSayIsNoReasonToSend() {
        String eml = Sending.EML.replace("Subject:", "Cc: eve@example.com\r\nBcc: mallory@example.com\r\nSubject:");
        Letter letter = new Letter(
                Sending.FROM, java.util.List.of(Sending.ANN), eml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(sending.send(letter)).isNull();
        assertThat(server.said().stream().filter(line -> line.startsWith("RCPT")))
                .containsExactly("RCPT TO:<ann@example.com>");
        assertThat(server.received().get(0)).doesNotContain("mallory");
    }

    @Test
    void withOneRefusedTheOthersAreSentNothing() {
        server.on("RCPT TO:<bob", "550-5.1.1 bob@example.org is\n550 5.1.1 unknown <bob@example.org>");
        UndeliveredException failure = Objects.requireNonNull(sending.send(Sending.ANN, Sending.BOB, EVE));
        assertThat(failure.words())
                .isEqualTo("refused a recipient at example.org: 550 5.1.1 …@example.org is unknown <…@example.org>;"
                        + " the message was sent to nobody");
        assertThat(failure.refused()).extracting(Mailbox::address).containsExactly("bob@example.org");
        assertThat(server.received()).isEmpty();
        assertThat(server.said()).contains("RCPT TO:<eve@example.com>").doesNotContain("DATA");
    }

    @Test
    void allWhoAreRefusedForGoodAreNamed() {
        server.on("RCPT TO:<ann", "550 5.1.1 no")
                .on("RCPT TO:<bob", "451 4.7.1 later")
                .on("RCPT TO:<eve", "553 no");
        UndeliveredException failure = Objects.requireNonNull(sending.send(Sending.ANN, Sending.BOB, EVE));
        assertThat(failure.words())
                .isEqualTo("refused 2 recipients at example.com: 550 5.1.1 no; the message was sent to nobody");
        assertThat(failure.refused())
                .extracting(Mailbox::address)
                .containsExactly("ann@example.com", "eve@example.com");
        assertThat(server.connections()).isOne();
    }

    @Test
    void whoIsRefusedForNowIsTriedAgainWithAllOfThem() {
        server.on("RCPT TO:<bob", "451 4.7.1 later", "250 ok");
        assertThat(sending.send(Sending.ANN, Sending.BOB)).isNull();
        assertThat(server.received()).hasSize(1);
        assertThat(sending.again).hasSize(1);
    }
}
