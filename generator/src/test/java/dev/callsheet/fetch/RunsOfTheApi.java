package dev.callsheet.fetch;

import com.github.tomakehurst.wiremock.http.Request;
import dev.callsheet.testing.FaultyApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The list of runs of an API, which may change between two pages and may count wrongly. */
final class RunsOfTheApi {

    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> created = new LinkedHashMap<>();
    private final Map<Integer, Runnable> before = new LinkedHashMap<>();
    private int most = 100;
    private boolean ignoresOffset;
    private UnaryOperator<String> total = count -> count;
    private int asked;

    /** @param ids as they stand in the list */
    static RunsOfTheApi of(String... ids) {
        RunsOfTheApi runs = new RunsOfTheApi();
        runs.ids.addAll(List.of(ids));
        return runs;
    }

    /** Never has more on a page, whatever the limit says. */
    RunsOfTheApi onPagesOf(int runs) {
        most = runs;
        return this;
    }

    RunsOfTheApi ignoringOffset() {
        ignoresOffset = true;
        return this;
    }

    /** @param wrong makes the JSON of the total from the right one */
    RunsOfTheApi counting(UnaryOperator<String> wrong) {
        total = wrong;
        return this;
    }

    /** Changes before a request for a page, of which the first is 1, is answered. */
    RunsOfTheApi before(int request, Runnable change) {
        before.put(request, change);
        return this;
    }

    RunsOfTheApi created(String id, String moment) {
        created.put(id, moment);
        return this;
    }

    void add(int place, String id) {
        ids.add(place, id);
    }

    void remove(String id) {
        ids.remove(id);
    }

    /** How often a page was asked for. */
    int asked() {
        return asked;
    }

    /** Serves the list, and each run that is or ever was in it. */
    RunsOfTheApi at(FaultyApi api) {
        ids.forEach(id -> api.on("runs/" + id, FaultyApi.ok(FaultyApi.run(id, "PASSED"))));
        api.live("runs", this::page);
        return this;
    }

    private synchronized String page(Request request) {
        asked++;
        Runnable change = before.get(asked);
        if (change != null) {
            change.run();
        }
        int limit = Integer.parseInt(request.queryParameter("limit").firstValue());
        int offset = ignoresOffset
                ? 0
                : Integer.parseInt(request.queryParameter("offset").firstValue());
        int from = Math.min(offset, ids.size());
        int to = Math.min(from + Math.min(limit, most), ids.size());
        return FaultyApi.page(
                total.apply(Integer.toString(ids.size())),
                ids.subList(from, to).stream().map(this::entry).toArray(String[]::new));
    }

    private String entry(String id) {
        String moment = created.get(id);
        return moment == null
                ? FaultyApi.entry(id, "PASSED")
                : "{\"id\": \"" + id + "\", \"status\": \"PASSED\", \"created_at\": \"" + moment + "\"}";
    }
}
