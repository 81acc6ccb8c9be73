package dev.callsheet.cli;

import dev.callsheet.cli.Rounds.Night;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts documents into one file a night, by the day of their date in UTC; those without a date go with the first. */
final class SampleNights {

    private SampleNights() {}

    /** The files, oldest night first. */
    static List<Night> of(Path samples, Path directory) throws IOException {
        List<String> undated = new ArrayList<>();
        SortedMap<String, List<String>> byNight = new TreeMap<>();
        for (String document : documents(samples)) {
            String date = date(JsonMapper.shared().readTree(document));
            (date.isEmpty() ? undated : byNight.computeIfAbsent(date, key -> new ArrayList<>())).add(document);
        }
        byNight.values().iterator().next().addAll(undated);
        List<Night> nights = new ArrayList<>();
        for (Map.Entry<String, List<String>> night : byNight.entrySet()) {
            String date = night.getKey();
            Path file = Files.write(directory.resolve(date + ".ndjson"), night.getValue());
            nights.add(new Night(file, Instant.parse(date + "T06:00:00Z")));
        }
        return nights;
    }

    /** The documents, a line each. */
    private static List<String> documents(Path samples) throws IOException {
        List<String> documents = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(samples)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.contains(".ndjson")) {
                    text(path).lines().forEach(documents::add);
                } else if (name.contains(".json")) {
                    documents.add(text(path).replace('\n', ' '));
                }
            }
        }
        return documents;
    }

    private static String text(Path path) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Of a list the date of its first run; definitions have none that counts. */
    private static String date(JsonNode document) {
        JsonNode record = document.path("data").isObject() ? document.path("data") : document;
        if (record.has("tester_persona_prompt")) {
            return "";
        }
        String date = record.path("created_at")
                .asString(record.at("/runs/0/created_at").asString(""));
        return date.isEmpty() ? "" : date.substring(0, "2026-04-14".length());
    }
}
