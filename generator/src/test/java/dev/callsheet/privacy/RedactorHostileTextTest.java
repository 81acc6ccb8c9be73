package dev.callsheet.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of anything takes a fraction of a second; the limit leaves room for a slow machine. */
class RedactorHostileTextTest {

    private static final int MEGABYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "@",
                "a@",
                "a.a.a.",
                "(",
                "1(23(",
                "+",
                "1-",
                "0.1",
                "2026-04-",
                "415 555 267 ",
                "1 1 1 1 1 1 111 ",
                "1 2 3 4 5 6 7 8 9 0\n",
                "1234 56 78\n",
                "4111 ",
                "4111111111111111 ",
                "aaaaaaaa-",
                "sk-",
                "eyJaaaaaaaaa.a",
                "bearer abcdefgh1 ",
                "secret",
                "token: ",
                "[phone 1",
                "\\n1"
            })
    void takesTimeLinearInTheText(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        String redacted =
                assertTimeoutPreemptively(LIMIT, () -> new Redactor().session().redact(text));
        assertThat(redacted).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "@", "a.a.a.", "("})
    void doesNotHideANumberBehindIt(String piece) {
        String noise = piece.repeat(MEGABYTE / piece.length());
        assertThat(new Redactor().session().redact(noise + ", 202-555-0143")).endsWith(", [phone 1]");
    }
}
