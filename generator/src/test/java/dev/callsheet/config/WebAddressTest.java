package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @Test
    void aSiteIsADirectory() {
        assertThat(WebAddress.ofDirectory("https://example.com/voice-tests"))
                .contains(Optional.of(URI.create("https://example.com/voice-tests/")));
        assertThat(WebAddress.ofDirectory("http://example.com/"))
                .contains(Optional.of(URI.create("http://example.com/")));
    }

    @Test
    void thereNeedBeNone() {
        assertThat(WebAddress.ofDirectory("none")).contains(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "ftp://example.com/",
                "https:///x",
                "https://exa mple.com/",
                "https://example.com/?a=b",
                "https://example.com/#a",
                "https://user:geheim@example.com/",
                "javascript:alert(1)",
                ""
            })
    void othersAreRefusedWithoutBeingRepeated(String text) {
        assertThat(WebAddress.ofDirectory(text)).isEmpty();
        assertThat(WebAddress.found(text)).startsWith("a URL ").doesNotContain("geheim");
    }
}
