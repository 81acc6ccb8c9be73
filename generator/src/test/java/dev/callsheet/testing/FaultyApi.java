package dev.callsheet.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An API on a real connection that answers as it is told, also badly. At first it has nothing. */
public final class FaultyApi implements AutoCloseable {

    private static final String ROOT = "/v1/agent-testing/";
    private static final int LAST_RESORT = 10;

    private final Map<String, Function<Request, String>> live = new ConcurrentHashMap<>();
    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .gzipDisabled(true)
            .maxLoggedResponseSize(1_000)
            .extensions(new Live()));

    private volatile BooleanSupplier busy = () -> false;

    public FaultyApi() {
        server.start();
        server.stubFor(
                any(anyUrl()).atPriority(LAST_RESORT).willReturn(aResponse().withStatus(404)));
        on("scenarios", ok("{\"data\": [], \"errors\": null}"));
        on("runs", ok(page(0)));
    }

    /** Where it is, without a slash at the end. */
    public String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Answers for a resource, such as {@code runs/r1}, with one after the other, then for ever with the last. */
    public FaultyApi on(String resource, ResponseDefinitionBuilder... each) {
        String path = ROOT + resource;
        if (each.length == 1) {
            server.stubFor(get(urlPathEqualTo(path)).willReturn(each[0]));
            return this;
        }
        for (int n = 0; n < each.length; n++) {
            server.stubFor(get(urlPathEqualTo(path))
                    .inScenario(resource)
                    .whenScenarioStateIs(n == 0 ? Scenario.STARTED : "answered " + n)
                    .willSetStateTo("answered " + Math.min(n + 1, each.length - 1))
                    .willReturn(each[n]));
        }
        return this;
    }

    /** Answers for a resource with what is made when it is asked for. */
    public FaultyApi live(String resource, Function<Request, String> body) {
        live.put(ROOT + resource, body);
        return on(resource, ok(""));
    }

    /** Has these runs, which have passed, in one page. */
    public FaultyApi runs(String... ids) {
        for (String id : ids) {
            on("runs/" + id, ok(run(id, "PASSED")));
        }
        return on(
                "runs",
                ok(page(
                        ids.length,
                        Arrays.stream(ids).map(id -> entry(id, "PASSED")).toArray(String[]::new))));
    }

    /** Tells every request to come a second later, while that is so. */
    public FaultyApi throttleWhile(BooleanSupplier isBusy) {
        busy = isBusy;
        return this;
    }

    public List<LoggedRequest> asked() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    public List<LoggedRequest> asked(String resource) {
        return server.findAll(anyRequestedFor(urlPathEqualTo(ROOT + resource)));
    }

    /** Fails unless a resource was asked for so many times. */
    public void verify(int times, String resource) {
        server.verify(times, anyRequestedFor(urlPathEqualTo(ROOT + resource)));
    }

    @Override
    public void close() {
        server.stop();
    }

    public static ResponseDefinitionBuilder ok(String json) {
        return status(200, json);
    }

    public static ResponseDefinitionBuilder status(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(json);
    }

    /** An answer that is about a run. */
    public static String run(String id, String status) {
        return "{\"data\": " + entry(id, status) + ", \"errors\": null}";
    }

    /** A run, as lists have it. */
    public static String entry(String id, String status) {
        return "{\"id\": \"" + id + "\", \"status\": \"" + status + "\"}";
    }

    /** An answer with a page of runs. */
    public static String page(long total, String... runs) {
        return page(Long.toString(total), runs);
    }

    /**
     * The same with whatever total there is.
     *
     * @param total as it stands in the JSON
     */
    public static String page(String total, String... runs) {
        return Arrays.stream(runs)
                .collect(Collectors.joining(", ", "{\"runs\": [", "], \"total_count\": " + total + "}"));
    }

    private final class Live implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            if (busy.getAsBoolean()) {
                return status(429, "{}").withHeader("Retry-After", "1").build();
            }
            String path = event.getRequest().getUrl().replaceFirst("\\?.*", "");
            Function<Request, String> body = live.get(path);
            return body == null
                    ? event.getResponseDefinition()
                    : ResponseDefinitionBuilder.like(event.getResponseDefinition())
                            .but()
                            .withBody(body.apply(event.getRequest()))
                            .build();
        }

        @Override
        public String getName() {
            return "live";
        }
    }
}
