package dev.callsheet.render.data;

import dev.callsheet.report.HistoryNumbers;
import java.util.List;
import java.util.stream.Collectors;

/** The report's memory: where it came from, and what is kept for the next one. */
final class HistoryJson {

    private final JsonMembers json;

    HistoryJson(JsonMembers json) {
        this.json = json;
    }

    void members(HistoryNumbers history) {
        List<String> read = history.sources().stream()
                .filter(source -> source.failure() == null)
                .map(HistoryNumbers.Source::name)
                .toList();
        json.text("source", read.isEmpty() ? null : read.stream().collect(Collectors.joining(", ")));
        json.number("nights", history.nights());
        json.number("runs", history.runs());
        json.text("stream", history.stream());
        json.objects("sources", history.sources(), this::source);
        json.object("kept", () -> kept(history.kept()));
        json.object("pages", () -> pages(history.pages()));
    }

    private void source(HistoryNumbers.Source source) {
        json.text("name", source.name());
        json.text("failure", source.failure());
        json.number("nights", source.nights());
        json.number("runs", source.runs());
        json.text("newest", source.newest());
    }

    private void kept(HistoryNumbers.Kept kept) {
        json.bool("readonly", kept.readonly());
        json.number("nights", kept.nights().size());
        json.number("bytes", kept.bytes());
        json.texts(
                "sealed_nights",
                kept.nights().stream()
                        .filter(HistoryNumbers.Night::sealed)
                        .map(HistoryNumbers.Night::night)
                        .toList());
        json.texts("dropped", kept.dropped());
    }

    private void pages(HistoryNumbers.Pages pages) {
        json.text("first_night", pages.first());
        json.number("without_page", pages.without());
    }
}
