package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.testing.ScriptedSmtp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A finished message goes on its way with a sender and recipients, and otherwise as it is. */
class LetterTest {

    @Test
    void nothingButSenderAndRecipientsChanges() {
        assertThat(sent(Sending.EML, Sending.FROM, Sending.ANN, Sending.BOB))
                .isEqualTo(Sending.EML
                        .replace("From: Callsheet <callsheet@localhost>", "From: Callsheet <callsheet@example.com>")
                        .replace("To: undisclosed-recipients:;", "To: ann@example.com, \"Bob, QA\" <bob@example.org>"));
    }

    @Test
    void linesThatEndInAnotherWayAreMended() {
        assertThat(sent(Sending.EML.replace("\r\n", "\n"), Sending.FROM, Sending.ANN))
                .isEqualTo(sent(Sending.EML, Sending.FROM, Sending.ANN));
    }

    @Test
    void whatLacksSenderAndRecipientsGetsThem() {
        assertThat(sent("Subject: x\r\n\r\nbody\r\n", Sending.FROM, Sending.ANN))
                .contains("From: Callsheet <callsheet@example.com>\r\n", "To: ann@example.com\r\n", "\r\n\r\nbody\r\n");
    }

    @Test
    void aNameIsEncodedAndMakesNoHeader() {
        Mailbox wide = Mailbox.of("\u760d\u760aBcc\uff1a evil \u00fc <a@example.com>");
        String sent = sent(Sending.EML, wide, wide);
        assertThat(sent.lines().filter(line -> line.startsWith("From: ") || line.startsWith("To: ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("=?UTF-8?").endsWith(" <a@example.com>"));
        assertThat(sent).doesNotContainIgnoringCase("\nbcc");
    }

    @Test
    void manyRecipientsAreFoldedIntoShortLines() {
        Mailbox[] many = IntStream.range(0, 100)
                .mapToObj(i -> Mailbox.of("\"" + "N\u00e4me, ".repeat(12) + "\" <recipient" + i + "@example.com>"))
                .toArray(Mailbox[]::new);
        String sent = sent(Sending.EML, Sending.FROM, many);
        assertThat(sent.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(200));
        assertThat(sent.split("<recipient\\d+@example.com>", -1)).hasSize(101);
    }

    @Test
    void tellsItsSubjectAndId() {
        Letter letter = letter(Sending.EML);
        assertThat(letter.subject()).isEqualTo("1 got worse \u2013 main");
        assertThat(letter.id()).isEqualTo("<callsheet.main.2026-04-14.0123abcd@callsheet.invalid>");
        assertThat(letter.size()).isEqualTo(Sending.EML.length());
        assertThat(letter("\r\nno headers").subject()).isEmpty();
        assertThat(letter("").id()).isEmpty();
    }

    @Test
    void needsARecipient() {
        assertThatThrownBy(() -> new Letter(Sending.FROM, List.of(), new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Letter letter(String eml) {
        return new Letter(Sending.FROM, List.of(Sending.ANN), eml.getBytes(StandardCharsets.UTF_8));
    }

    private static String sent(String eml, Mailbox from, Mailbox... to) {
        try (ScriptedSmtp server = ScriptedSmtp.plain()) {
            assertThat(Sending.plainlyTo(server)
                            .send(new Letter(from, List.of(to), eml.getBytes(StandardCharsets.UTF_8))))
                    .isNull();
            assertThat(server.received()).hasSize(1);
            return server.received().get(0);
        }
    }
}
