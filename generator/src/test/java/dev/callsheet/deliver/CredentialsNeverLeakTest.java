package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.testing.ScriptedSmtp;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed in with is in one command and nowhere else, whatever the server does with it. */
class CredentialsNeverLeakTest {

    private static final String SECRET = "canary-5f2b7c1e9d";

    @ParameterizedTest
    @CsvSource({
        "AUTH, 535 5.7.8 %s is wrong",
        "MAIL, 550 5.7.1 %s",
        "RCPT, 550 5.1.1 %s",
        "RCPT, 450 4.1.1 %s",
        "DATA, 554 5.7.1 %s",
        "., 554 5.7.1 %s",
        "., %s",
        "DATA, %s",
        "MAIL, 451 4.7.1 %s",
    })
    void notWhenTheServerSaysThemAgain(String command, String answer) {
        for (Credentials credentials : List.of(Credentials.password("ann", SECRET), Credentials.token("ann", SECRET))) {
            for (String form : forms()) {
                assertNoLeak(command, answer.replace("%s", form), credentials);
            }
        }
    }

    @Test
    void norWhenTheAnswerTakesThemApart() {
        Credentials credentials = Credentials.password("ann", SECRET);
        String half = SECRET.substring(0, 8);
        String rest = SECRET.substring(8);
        for (String answer : List.of(
                "550-5.1.1 " + half + "\n550 " + rest, "550 " + half + " " + rest, "550 " + half + "\t" + rest)) {
            UndeliveredException failure = failure("RCPT", answer, credentials);
            assertThat(failure.words())
                    .contains("its words hold the credentials")
                    .doesNotContain(rest);
        }
    }

    @Test
    void norInTheirOwnWords() {
        for (Credentials credentials : List.of(Credentials.password("ann", SECRET), Credentials.token("ann", SECRET))) {
            assertThat(credentials).hasToString("[credentials]");
        }
        assertThat(Credentials.NONE).hasToString("[credentials]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "a\1b", "a\nb", "a\0b", "\u0085x"})
    void norWhenTheyCannotBeUsed(String text) {
        assertThatThrownBy(() -> Credentials.password(SECRET, text))
                .hasMessage("the password is empty or holds a control character");
        assertThatThrownBy(() -> Credentials.token(SECRET, text))
                .hasMessage("the access token is empty or holds a control character");
        assertThatThrownBy(() -> Credentials.password(text, SECRET))
                .hasMessage("the user name is empty or holds a control character");
    }

    @Test
    void aLineBreakAtTheEndIsNoPartOfThem() {
        assertThat(Credentials.password("ann\n", " with blanks \r\n").secret()).isEqualTo(" with blanks ");
    }

    @Test
    void whatTheServerSaysBesidesIsMadeHarmless() {
        String hostile =
                "550 5.1.1 \u001b[31m<script>\u202e ::error::\u0085 ann.lee+x@example.com, " + "w".repeat(1_200);
        UndeliveredException failure = failure("RCPT", hostile, Credentials.NONE);
        assertThat(failure.words())
                .matches("[ -~\u2026]*")
                .hasSizeLessThan(350)
                .contains("<script>", "\u2026@example.com")
                .doesNotContain("ann.lee");
    }

    private static void assertNoLeak(String command, String answer, Credentials credentials) {
        UndeliveredException failure = failure(command, answer, credentials);
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(forms()).noneMatch(form -> squeezed(failure.words() + trace).contains(squeezed(form)));
    }

    private static UndeliveredException failure(String command, String answer, Credentials credentials) {
        try (ScriptedSmtp server = ScriptedSmtp.plain().on(command, answer)) {
            Sending sending = Sending.plainlyTo(server).with(credentials);
            UndeliveredException failure = Objects.requireNonNull(sending.send(Sending.ANN), command);
            assertThat(sending.again).noneMatch(line -> forms().stream().anyMatch(line::contains));
            return failure;
        }
    }

    private static List<String> forms() {
        return Stream.of(
                        SECRET,
                        SECRET.toUpperCase(Locale.ROOT),
                        "x" + SECRET + "x",
                        base64(SECRET),
                        base64("\0ann\0" + SECRET),
                        base64("ann\0ann\0" + SECRET),
                        base64("user=ann\1auth=Bearer " + SECRET + "\1\1"))
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
