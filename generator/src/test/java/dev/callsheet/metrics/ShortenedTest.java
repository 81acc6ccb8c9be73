package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void aTextThatFitsStaysAsItIs() {
        assertThat(Shortened.of("abc", 3)).isEqualTo("abc");
        assertThat(Shortened.of("😀😀😀", 3)).isEqualTo("😀😀😀");
    }

    @Test
    void theEllipsisOfALongerOneIsOfTheCharactersAllowed() {
        assertThat(Shortened.of("abcd", 3)).isEqualTo("ab…");
        assertThat(Shortened.of("😀😀😀", 2)).isEqualTo("😀…");
    }
}
