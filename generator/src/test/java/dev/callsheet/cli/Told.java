package dev.callsheet.cli;

import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/**
 * A site and what its files for programs say.
 *
 * @param scenarios of report.json by the path of their page
 * @param changes rows of changes.csv by scenario id
 */
record Told(Site site, JsonNode report, SortedMap<String, JsonNode> scenarios, SortedMap<String, CSVRecord> changes) {

    static Told of(Site site) {
        JsonNode report = site.report();
        SortedMap<String, JsonNode> scenarios = new TreeMap<>();
        report.get("scenarios").forEach(scenario -> scenarios.put(page(text(scenario, "id")), scenario));
        SortedMap<String, CSVRecord> changes = new TreeMap<>();
        rows(site, "changes.csv").forEach(row -> changes.put(row.get("scenario_id"), row));
        return new Told(site, report, scenarios, changes);
    }

    static String page(String scenarioId) {
        return SitePaths.scenario(scenarioId).value();
    }

    JsonNode scenario(String id) {
        return Objects.requireNonNull(scenarios.get(page(id)), id);
    }

    String night() {
        return text(report, "night");
    }

    String verdict(JsonNode scenario) {
        CSVRecord row = changes.get(text(scenario, "id"));
        return row == null ? "" : row.get("verdict");
    }

    long verdicts(String verdict) {
        return changes.values().stream()
                .filter(row -> row.get("verdict").equals(verdict))
                .count();
    }

    /** How many scenarios have a headline. */
    long headlines(String headline) {
        return scenarios.values().stream()
                .filter(scenario -> text(scenario, "headline").equals(headline))
                .count();
    }

    List<CSVRecord> rows(String file) {
        return rows(site, file);
    }

    private static List<CSVRecord> rows(Site site, String file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser =
                CSVParser.parse(Files.readString(site.root().resolve("data").resolve(file)), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headline of a page; empty when the site has no such page. */
    String headline(String page) {
        return Files.exists(site.root().resolve(page))
                ? site.page(page).select("h1").text()
                : "";
    }

    /** The scenario that the list of all calls so; a summary cuts long names. */
    JsonNode labelled(String label) {
        Predicate<String> isIt =
                label.endsWith("…") ? name -> name.startsWith(label.substring(0, label.length() - 1)) : label::equals;
        Element row = site.page("scenarios/index.html").select("tr:has(th[scope=row] a)").stream()
                .filter(candidate -> isIt.test(candidate.select("th").text()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label));
        return Objects.requireNonNull(scenarios.get(linked("scenarios/index.html", row)), label);
    }

    /** The page that a row of a page is about. */
    static String linked(String page, Element row) {
        return Path.of(page)
                .resolveSibling(row.select("th a").attr("href"))
                .normalize()
                .toString()
                .replace('\\', '/');
    }

    /** Rows of the tables of the summary by column, as a reader sees them. */
    List<Map<String, String>> summaryRows() {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> head = List.of();
        for (String line : lines("summary.md")) {
            List<String> cells = Stream.of(line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1))
                    .map(cell -> Parser.unescapeEntities(cell, false).replace("\u200B", ""))
                    .toList();
            if (!line.startsWith("| ")) {
                head = List.of();
            } else if (head.isEmpty()) {
                head = cells;
            } else if (!line.startsWith("| :--") && !line.startsWith("| --:")) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < head.size(); i++) {
                    row.put(head.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(site.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member as a cell of a CSV file has it. */
    static String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }
}
