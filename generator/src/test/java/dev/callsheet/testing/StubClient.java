package dev.callsheet.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Asks a stub, once a time: no attempt is repeated. */
public record StubClient(StubApi api, HttpClient http) {

    public StubClient(StubApi api) {
        this(api, HttpClient.newHttpClient());
    }

    /** The answer to what stands behind {@code /v1/agent-testing/}, asked for with the key {@code any}. */
    HttpResponse<String> get(String what) throws IOException, InterruptedException {
        return http.send(request(what).header("authorization", "any").build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create(api.address() + "/v1/agent-testing/" + what));
    }

    JsonNode json(String what) throws IOException, InterruptedException {
        return StubResults.JSON.readTree(get(what).body());
    }

    JsonNode data(String what) throws IOException, InterruptedException {
        return json(what).path("data");
    }

    /** The ids on a page of runs. */
    public List<String> runs(String query) throws IOException, InterruptedException {
        return ids(data("runs" + query).path("runs"));
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}
