package dev.callsheet.render.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.GivenFindings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files for programs hold for a corpus, by path. */
record Written(Map<String, String> files) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static Written of(Corpus corpus) {
        return of(corpus, new GivenFindings());
    }

    static Written of(Corpus corpus, GivenFindings findings) {
        Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
        try {
            DataFiles.write(
                    findings.on(corpus),
                    corpus,
                    path -> streams.computeIfAbsent(path.value(), p -> new ByteArrayOutputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> files = new TreeMap<>();
        streams.forEach((path, bytes) -> files.put(path, bytes.toString(UTF_8)));
        return new Written(files);
    }

    String text(String name) {
        return Objects.requireNonNull(files.get("data/" + name), name);
    }

    /** The rows of a CSV file, read by a parser of RFC 4180. */
    List<CSVRecord> rows(String name) {
        try (CSVParser parser = CSVParser.parse(
                text(name),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One column of a CSV file. */
    List<String> column(String name, String column) {
        return rows(name).stream().map(row -> row.get(column)).toList();
    }

    JsonNode report() {
        return JSON.readTree(text("report.json"));
    }
}
