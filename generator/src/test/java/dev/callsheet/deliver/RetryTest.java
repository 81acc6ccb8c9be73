package dev.callsheet.deliver;

import static dev.callsheet.testing.ScriptedSmtp.DOT;
import static dev.callsheet.testing.ScriptedSmtp.DRIP;
import static dev.callsheet.testing.ScriptedSmtp.DROP;
import static dev.callsheet.testing.ScriptedSmtp.FLOOD;
import static dev.callsheet.testing.ScriptedSmtp.GREETING;
import static dev.callsheet.testing.ScriptedSmtp.SILENCE;
import static dev.callsheet.testing.ScriptedSmtp.STALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.ScriptedSmtp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, how often, and what never is. */
class RetryTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String UNKNOWN =
            "was sent the whole message and did not say whether it takes it; it is not sent"
                    + " again, since it may have arrived";

    private final ScriptedSmtp server = ScriptedSmtp.plain();
    private final Sending sending = Sending.plainlyTo(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "<greeting>, 421 4.3.2 starting, answers 421 4.3.2 starting",
        "EHLO, 421 4.3.2 busy, answers 421 4.3.2 busy",
        "MAIL, 451 4.7.1 later, refused the sender: 451 4.7.1 later",
        "RCPT, 450 4.2.1 greylisted, refused a recipient at example.com: 450 4.2.1 greylisted; the message was sent to nobody",
        "DATA, 452 4.3.1 disk full, refused the message: 452 4.3.1 disk full",
        "., 451 4.3.0 try later, refused the message: 451 4.3.0 try later",
        "<greeting>, <drop>, broke the connection",
        "EHLO, <drop>, broke the connection",
        "MAIL, <drop>, broke the connection",
        "RCPT, <drop>, broke the connection",
        "DATA, <drop>, broke the connection",
    })
    void whatMayPassIsTriedAgain(String command, String answer, String failure) {
        server.on(command, answer, usual(command));
        if (command.equals("EHLO")) {
            server.on("HELO", answer);
        }
        assertThat(sending.send(Sending.ANN)).isNull();
        assertThat(server.received()).hasSize(command.equals(DOT) ? 2 : 1);
        assertThat(sending.again)
                .containsExactly("127.0.0.1:" + server.port() + " (no TLS) " + failure + "; trying again in 0 s");
    }

    private static String usual(String command) {
        return switch (command) {
            case "<greeting>" -> "220 relay.example.com";
            case "DATA" -> "354 go ahead";
            default -> "250 ok";
        };
    }

    @Test
    void threeTimesInAll() {
        server.on("MAIL", "451 4.7.1 later");
        assertThat(sending.failure(Sending.ANN)).isEqualTo("refused the sender: 451 4.7.1 later");
        assertThat(server.connections()).isEqualTo(3);
        assertThat(sending.again).hasSize(2);
    }

    @Test
    void afterTenSecondsAndThenAMinute() {
        assertThat(MailLimits.of(SHORT, SHORT).waits()).containsExactly(Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "<greeting>, 554 5.7.1 blocked, answers 554 5.7.1 blocked",
        "AUTH, 535 5.7.8 wrong, 'refused the sign-in with a password (PLAIN, LOGIN): 535 5.7.8'",
        "AUTH, 454 4.7.0 later, 'refused the sign-in with a password (PLAIN, LOGIN): 454 4.7.0'",
        "AUTH, <drop>, 'did not accept the sign-in with a password (PLAIN, LOGIN)'",
        "MAIL, 550 5.7.60 not as this sender, refused the sender: 550 5.7.60 not as this sender",
        "RCPT, 550 5.1.1 no such user, refused a recipient at example.com: 550 5.1.1 no such user; the message was sent to nobody",
        "RCPT, 571 relaying denied, refused a recipient at example.com: 571 relaying denied; the message was sent to nobody",
        "DATA, 554 5.5.1 no, refused the message: 554 5.5.1 no",
        "., 552 5.3.4 too large, refused the message: 552 5.3.4 too large",
        "<greeting>, HTTP/1.1 400 Bad Request, does not answer as SMTP does",
        "MAIL, what?, does not answer as SMTP does",
    })
    void whatIsRefusedForGoodIsNot(String command, String answer, String failure) {
        server.on(command, answer);
        assertThat(sending.with(Credentials.password("ann", "geheim")).failure(Sending.ANN))
                .isEqualTo(failure);
        assertThat(server.connections()).isOne();
        assertThat(sending.again).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, SILENCE, DRIP, FLOOD, "what?", "354 go on"})
    void norIsAMessageThatMayHaveArrived(String answer) {
        server.on(DOT, answer);
        assertThat(sending.within(SHORT, Duration.ZERO).failure(Sending.ANN)).isEqualTo(UNKNOWN);
        assertThat(server.received()).hasSize(1);
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT", "DATA"})
    void aSilentServerIsLeft(String command) {
        server.on(command, SILENCE);
        long begin = System.nanoTime();
        assertThat(sending.within(SHORT, Duration.ZERO).failure(Sending.ANN)).isEqualTo("took more than 300 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void soIsOneThatDoesNotReadTheMessage() {
        server.on("DATA", STALL);
        byte[] large = (Sending.EML + "0123456789abcdef\r\n".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        UndeliveredException failure =
                sending.within(SHORT).send(new Letter(Sending.FROM, List.of(Sending.ANN), large));
        assertThat(failure).isNotNull().hasMessage("took more than 300 ms");
    }

    @Test
    void aServerThatDoesNotSayGoodbyeHasTheMessageAllTheSame() {
        server.on("QUIT", SILENCE);
        assertThat(sending.within(SHORT).send(Sending.ANN)).isNull();
        assertThat(server.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "AUTH", "RCPT"})
    void soIsOneThatSaysALetterAMoment(String command) {
        server.on(command, DRIP);
        assertThat(sending.with(Credentials.password("ann", "geheim"))
                        .within(SHORT)
                        .failure(Sending.ANN))
                .isEqualTo("took more than 300 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
    void soIsOneThatNeverEnds(String command) {
        server.on(command, FLOOD);
        assertThat(sending.with(Credentials.password("ann", "geheim")).failure(Sending.ANN))
                .isEqualTo("answers more than SMTP has to say");
        assertThat(server.connections()).isOne();
    }

    @Test
    void whereNobodyListensIsTriedAgain() {
        server.close();
        assertThat(sending.failure(Sending.ANN)).isEqualTo("cannot be reached: the connection was refused");
        assertThat(sending.again).hasSize(2);
    }

    @Test
    void soIsAHostThatHasNoAddress() {
        Sending nowhere = Sending.to("smtp://smtp.callsheet.invalid", 587);
        assertThat(nowhere.failure(Sending.ANN)).isEqualTo("cannot be reached: there is no host of that name");
        assertThat(nowhere.again).hasSize(2);
    }

    @Test
    void aServerThatSpeaksTlsWhereItShouldNotIsNoSmtp() {
        Sending wrong = Sending.to("smtps://localhost", server.port());
        assertThat(wrong.failure(Sending.ANN))
                .isEqualTo("cannot be reached: TLS failed, the connection broke or it speaks no TLS");
        assertThat(server.said()).noneMatch(line -> line.startsWith("EHLO"));
    }
}
