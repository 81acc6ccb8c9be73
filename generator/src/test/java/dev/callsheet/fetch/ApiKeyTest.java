package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final String SECRET = "org_0123456789abcdef";

    @Test
    void itsValueGoesIntoOneHeader() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://api.example.com/"));
        new ApiKey(" " + SECRET + "\n").addTo(request);
        assertThat(request.build().headers().map()).hasSize(1);
        assertThat(request.build().headers().allValues("authorization")).containsExactly(SECRET);
    }

    @Test
    void itsValueIsInNoText() {
        assertThat(new ApiKey(SECRET)).hasToString("[key]");
        assertThat(String.valueOf(new Fetcher(
                        "1",
                        ApiAddress.PUBLIC,
                        new ApiKey(SECRET),
                        Given.LIMITS,
                        Given.NO_REDACTION,
                        Given.CLOCK,
                        new Given.Told())))
                .contains("[key]")
                .doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\n", "two s3crets", "s3cret\nX-Other: 1", "s3cret\u0000", "s3crét", "\u00a0s3cret"})
    void whatNoHeaderCanHoldIsRefusedAndNotRepeated(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(value))
                .withMessage("it is empty, or holds a blank or a character that no header can hold")
                .withNoCause();
    }

    @Test
    void itIsTakenOutOfWhatIsSentBack() {
        ApiKey key = new ApiKey(SECRET);
        assertThat(key.masked("no key " + SECRET + ", " + SECRET + "!")).isEqualTo("no key [key], [key]!");
        assertThat(key.masked("nothing of it")).isEqualTo("nothing of it");
    }

    @Test
    void oneThatIsShorterThanASecretIsNotLookedForInWords() {
        assertThat(new ApiKey("any").masked("any company")).isEqualTo("any company");
        assertThat(new ApiKey("1234567").masked("id 1234567")).isEqualTo("id 1234567");
        assertThat(new ApiKey("12345678").masked("id 12345678")).isEqualTo("id [key]");
    }
}
