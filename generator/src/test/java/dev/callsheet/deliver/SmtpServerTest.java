package dev.callsheet.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail.example.com, mail.example.com:587 (STARTTLS)",
        "smtp://mail.example.com:25, mail.example.com:25 (STARTTLS)",
        "SMTPS://Mail.Example.com/, mail.example.com:465 (TLS)",
        "smtps://[2001:db8::1]:2465, [2001:db8::1]:2465 (TLS)",
        "smtp+plain://localhost:1025, localhost:1025 (no TLS)",
        "smtp+plain://127.0.0.1, 127.0.0.1:25 (no TLS)",
        "smtp+plain://127.8.9.10, 127.8.9.10:25 (no TLS)",
        "smtp+plain://[::1]:25, [::1]:25 (no TLS)",
    })
    void theSchemeSaysHowItIsProtectedAndWhichPortIsUsual(String text, String shown) {
        assertThat(SmtpServer.of(text)).hasToString(shown);
    }

    @Test
    void anAddressHasNoBracketsOnceItIsRead() {
        assertThat(SmtpServer.of("smtp+plain://[::1]")).isEqualTo(new SmtpServer(SmtpServer.Security.PLAIN, "::1", 25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com",
                "127.0.0.1",
                "10.0.0.1",
                "127.0.0.1.example.com",
                "localhost.example.com",
                "localhost.",
                "[2001:db8::1]",
                "[::ffff:10.0.0.1]",
                "0.0.0.0",
            })
    void withoutTlsItMustBeThisMachineByTheWayItIsWritten(String host) {
        if (host.equals("127.0.0.1")) {
            assertThat(SmtpServer.of("smtp+plain://" + host).host()).isEqualTo(host);
        } else {
            assertThatThrownBy(() -> SmtpServer.of("smtp+plain://" + host))
                    .hasMessageContaining("another machine without TLS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://ann:geheim@example.com",
                "smtps://geheim@example.com:465",
                "smtp://ann:geheim@",
                "smtp://example.com/geheim@x",
                "geheim://example.com",
                "example.com:587",
                "smtp://",
                "smtp:///geheim",
                "smtp://example.com:0",
                "smtp://example.com:65536",
                "smtp://example.com:99999999999",
                "smtp://exa mple.com",
                "smtp://ex\u00e4mple.com",
                "smtp://example.com/geheim",
                "smtp://example.com?password=geheim",
                "smtp://example.com#geheim",
                "smtp+plain://2130706433",
                "smtp://example.com\r\nQUIT",
                "",
            })
    void othersAreRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> SmtpServer.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).startsWith("a ").doesNotContain("geheim"));
    }
}
