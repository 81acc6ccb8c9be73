package dev.callsheet.history.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://a.example/",
        "https://a.example/, https://a.example/",
        "https://a.example/index.html, https://a.example/",
        "https://a.example/repo, https://a.example/repo/",
        "https://a.example/repo/, https://a.example/repo/",
        "https://a.example/repo/index.html, https://a.example/repo/",
        "https://a.example/repo/data/history, https://a.example/repo/",
        "https://a.example/repo/data/history/, https://a.example/repo/",
        "https://a.example/repo/data/history/index.json, https://a.example/repo/",
        "https://a.example/data/history/, https://a.example/",
        "https://a.example/my%20repo, https://a.example/my%20repo/",
        "https://a.example/tür, https://a.example/t%C3%BCr/",
        "HTTP://127.0.0.1:8080/repo/, http://127.0.0.1:8080/repo/",
        "http://[::1]:8080/repo, http://[::1]:8080/repo/",
    })
    void theFolderOfTheSiteIsFoundFromAnyOfItsAddresses(String given, String root) {
        SiteAddress address = SiteAddress.of(given);

        assertThat(address.root()).hasToString(root);
        assertThat(address.refusal()).isEmpty();
    }

    @Test
    void queryAndFragmentAreLeftOut() {
        SiteAddress address = SiteAddress.of("https://a.example/repo/index.html?token=secret#part");

        assertThat(address.shown()).isEqualTo("https://a.example/repo/index.html");
        assertThat(address.root()).hasToString("https://a.example/repo/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@a.example/repo/?secret",
                "https://secret@a.example/repo/",
                "https://user:se@cret@a.example/repo/",
                "https://user:secret%2F@a.example/repo/"
            })
    void aUserNameIsRefusedAndNeverShown(String given) {
        SiteAddress address = SiteAddress.of(given);

        assertThat(address.root()).isNull();
        assertThat(address.shown()).isEqualTo("https://a.example/repo/");
        assertThat(address.refusal())
                .isEqualTo("holds a user name or a password, which is neither sent nor printed:"
                        + " give the address without it, or download the site and give its directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https:/a.example/",
                "https:user:secret@a.example",
                "https://user:sec/ret@a.example/",
                "https://user:sec ret@a.example/",
                "https://a_b.example/",
                "https://a.example:0/",
                "https://a.example:65536/",
                "https://[::1/",
                "https://a.example/\nsecret"
            })
    void whatIsNoAddressIsNotRepeated(String given) {
        SiteAddress address = SiteAddress.of(given);

        assertThat(address.root()).isNull();
        assertThat(address.shown()).isEqualTo("https://…");
        assertThat(address.refusal()).isEqualTo("is no well-formed address");
    }

    @Test
    void onlyHttpAndHttpsAreTheWeb() {
        assertThat(SiteAddress.isWeb("HTTPS://a.example")).isTrue();
        assertThat(SiteAddress.isWeb("http:a")).isTrue();
        assertThat(SiteAddress.isWeb("ftp://a.example")).isFalse();
        assertThat(SiteAddress.isWeb("https-site")).isFalse();
        assertThat(SiteAddress.isWeb("site/http://a")).isFalse();
    }

    @Test
    void directionsInAPathAreSpelledOut() {
        assertThat(SiteAddress.of("https://a.example/\u202ex/").shown()).isEqualTo("https://a.example/\\u202Ex/");
    }
}
