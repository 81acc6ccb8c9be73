package dev.callsheet.render.data;

import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import java.util.function.Function;

/** How the input was fetched: what was asked for, what came, and what is missing. */
final class FetchJson {

    private final JsonMembers json;

    FetchJson(JsonMembers json) {
        this.json = json;
    }

    void members(FetchNumbers fetch) {
        json.bool("complete", fetch.complete());
        json.bool("ended", fetch.ended());
        counts(fetch::of);
        json.objects("missing", fetch.missing(), this::missing);
        json.objects("sources", fetch.sources(), this::source);
    }

    private void source(Fetch source) {
        json.text("file", source.place().file());
        json.bool("known", source.known());
        json.text("api", source.api());
        json.text("began_at", source.beganAt());
        json.text("ended_at", source.endedAt());
        json.bool("complete", source.complete());
        counts(source::of);
    }

    private void counts(Function<Kind, Counts> counts) {
        for (Kind kind : Kind.RECORDS) {
            json.object(kind.member(), () -> counts(counts.apply(kind)));
        }
    }

    private void counts(Counts counts) {
        json.number("asked", counts.asked());
        json.number("received", counts.received());
        json.number("fetched", counts.fetched());
        json.number("cached", counts.cached());
        json.number("unfinished", counts.unfinished());
        json.number("gone", counts.gone());
        json.number("missing", counts.missing());
    }

    private void missing(Missing missing) {
        json.text("kind", missing.kind().id());
        json.text("id", missing.id());
        json.text("why", missing.why());
    }
}
