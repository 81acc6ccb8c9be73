package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestOnTheWireTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    @Test
    void everyRequestIsAGetWithTheBareKeyAndNoBody() {
        api.runs("a", "b");

        new Fetching(api, directory).everything();

        assertThat(api.asked()).hasSize(4).allSatisfy(request -> {
            assertThat(request.getMethod()).isEqualTo(RequestMethod.GET);
            assertThat(request.getHeaders().getHeader("authorization").values()).containsExactly(Fetching.KEY);
            assertThat(request.getHeader("Accept")).isEqualTo("application/json");
            assertThat(request.getHeader("User-Agent")).isEqualTo("callsheet");
            assertThat(request.getBody()).isEmpty();
            assertThat(request.containsHeader("Transfer-Encoding")).isFalse();
            assertThat(request.containsHeader("Cookie")).isFalse();
        });
    }

    @Test
    void theKeyStandsInNoAddressAndNoOtherHeader() {
        api.runs("a");

        new Fetching(api, directory).everything();

        for (LoggedRequest request : api.asked()) {
            assertThat(request.getUrl()).doesNotContain(Fetching.KEY);
            assertThat(request.getHeaders().all())
                    .filteredOn(header -> header.values().contains(Fetching.KEY))
                    .singleElement()
                    .satisfies(header -> assertThat(header.key()).isEqualToIgnoringCase("authorization"));
        }
    }

    @Test
    void theListOfRunsIsAskedForInPagesOfAHundred() {
        api.runs("a");

        new Fetching(api, directory).everything();

        assertThat(api.asked("runs"))
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/v1/agent-testing/runs?limit=100&offset=0");
        assertThat(api.asked("scenarios"))
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/v1/agent-testing/scenarios");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "../../etc/passwd, ..%2F..%2Fetc%2Fpasswd",
        ".., %2E%2E",
        "., %2E",
        "a b, a%20b",
        "a+b, a%2Bb",
        "a?limit=1, a%3Flimit%3D1",
        "a#b, a%23b",
        "a%2Fb, a%252Fb",
        "Grüße, Gr%C3%BC%C3%9Fe",
        "通話, %E9%80%9A%E8%A9%B1",
        "🙂, %F0%9F%99%82",
    })
    void anIdStaysOnePartOfThePath(String id, String sent) {
        Fetched fetched = new Fetching(api, directory).runs(id);

        assertThat(api.asked()).extracting(LoggedRequest::getUrl).containsExactly("/v1/agent-testing/runs/" + sent);
        assertThat(fetched.why(id)).isEqualTo("answers 404, there is no such run");
    }

    @Test
    void aRunUnderAStrangeIdIsFetched() {
        String id = "../Grüße 🙂";
        api.on("runs/..%2FGr%C3%BC%C3%9Fe%20%F0%9F%99%82", ok(run(id, "PASSED")));

        Fetched fetched = new Fetching(api, directory).runs(id);

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run(id).path("id").stringValue()).isEqualTo(id);
    }
}
