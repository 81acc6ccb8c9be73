package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {

    private static final ApiAddress API = ApiAddress.of("https://api.example.com");

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com",
        "https://api.example.com/, https://api.example.com",
        "https://api.example.com//, https://api.example.com",
        "https://api.example.com/v1, https://api.example.com",
        "https://api.example.com/v1/, https://api.example.com",
        "https://api.example.com//v1//, https://api.example.com",
        "https://proxy.example.com/bland/v1/, https://proxy.example.com/bland",
        "https://proxy.example.com/bland/av1, https://proxy.example.com/bland/av1",
        "https://proxy.example.com/v1/bland, https://proxy.example.com/v1/bland",
        "HTTPS://API.Example.COM/Path, https://api.example.com/Path",
        "' https://api.example.com:8443 ', https://api.example.com:8443",
        "https://10.0.0.7, https://10.0.0.7",
    })
    void theRootIsWithoutTheVersionThatEveryPathHas(String given, String root) {
        assertThat(ApiAddress.of(given)).isEqualTo(new ApiAddress(root)).hasToString(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8787",
                "http://LOCALHOST",
                "http://127.0.0.1:8787/v1",
                "http://127.8.9.10",
                "http://[::1]:8787",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void thisMachineMayBeAskedInTheClear(String given) {
        assertThat(ApiAddress.of(given).root()).startsWith("http://").doesNotEndWith("/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.bland.ai",
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://127.0.0.1example.com",
                "http://128.0.0.1",
                "http://0.0.0.0",
                "http://[::2]",
                "http://[::ffff:10.0.0.1]",
                "http://10.0.0.7",
                "http://2130706433",
                "HTTP://api.bland.ai"
            })
    void anyOtherIsAskedByHttpsOnly(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiAddress.of(given))
                .withMessageStartingWith("must begin with https://, since the key would be sent in the clear to ");
    }

    @ParameterizedTest
    @CsvSource({
        "'', must begin with https://",
        "api.bland.ai, must begin with https://",
        "//api.bland.ai, must begin with https://",
        "ftp://api.bland.ai, must begin with https://",
        "file:///etc/passwd, must begin with https://",
        "https:, is no well-formed address",
        "https://, is no well-formed address",
        "https:///v1, is no well-formed address",
        "https:api.bland.ai, is no well-formed address",
        "https://api.bland.ai:0, is no well-formed address",
        "https://api.bland.ai:65536, is no well-formed address",
        "https://api.bland.ai:port, is no well-formed address",
        "https://api bland ai, is no well-formed address",
        "https://bücher.example, is no well-formed address",
        "http://127.0.0.999, is no well-formed address",
        "'https://api.bland.ai/?key=x', 'has something after its path, from ? or # on; take it out'",
        "https://api.bland.ai?, 'has something after its path, from ? or # on; take it out'",
        "https://api.bland.ai/#top, 'has something after its path, from ? or # on; take it out'",
    })
    void whatIsNoneIsRefused(String given, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiAddress.of(given))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3cret@api.bland.ai",
                "https://user:s3cret@api.bland.ai",
                "http://user:s3cret@localhost",
                "https://@api.bland.ai",
                "https://user:s3cret@api_bland_ai",
                "https://user:s3 cret@api.bland.ai",
                "https://api.bland.ai?key=s3cret"
            })
    void aSecretInItIsRefusedAndNotRepeated(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiAddress.of(given))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3"));
    }

    @ParameterizedTest
    @CsvSource({
        "r-1, r-1",
        "a/b, a%2Fb",
        "., %2E",
        ".., %2E%2E",
        "..., ...",
        "../batches/x, ..%2Fbatches%2Fx",
        "a?limit=1#top, a%3Flimit%3D1%23top",
        "a b+c, a%20b%2Bc",
        "%2F, %252F",
        "é, %C3%A9",
    })
    void anIdNeverLeadsToAnotherResource(String id, String encoded) {
        assertThat(API.of(RecordKind.RUN, id))
                .hasToString("https://api.example.com/v1/agent-testing/runs/" + encoded)
                .satisfies(address -> assertThat(address.normalize()).isEqualTo(address));
    }

    @Test
    void everyKindHasItsResource() {
        assertThat(API.of(RecordKind.SCENARIO, "x")).hasPath("/v1/agent-testing/scenarios/x");
        assertThat(API.of(RecordKind.BATCH, "x")).hasPath("/v1/agent-testing/batches/x");
        assertThat(API.of(RecordKind.SIMULATION_SET, "x")).hasPath("/v1/agent-testing/simulation-sets/x");
    }

    @Test
    void aListHasItsFiltersInOrder() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("pathway_id", "a&b=c");
        query.put("limit", "100");
        query.put("offset", "0");
        assertThat(API.of(RecordKind.RUN, query))
                .hasToString("https://api.example.com/v1/agent-testing/runs?pathway_id=a%26b%3Dc&limit=100&offset=0");
        assertThat(API.of(RecordKind.SCENARIO, Map.of()))
                .hasToString("https://api.example.com/v1/agent-testing/scenarios");
    }
}
