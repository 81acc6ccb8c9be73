package dev.callsheet.cli;

import static dev.callsheet.cli.Told.text;
import static dev.callsheet.cli.ToldVerdict.sentence;
import static dev.callsheet.cli.ToldVerdict.when;
import static dev.callsheet.cli.ToldVerdict.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reader of any page, of the summary and of the files for programs gets the same verdict on a scenario, and the same
 * counts.
 */
class OneVerdictEverywhereTest {

    private static final Path GOLDEN = Path.of("generator/src/test/resources/golden");

    @TempDir
    static Path temporary;

    private static final Map<String, Told> TOLD = new TreeMap<>();

    static List<String> sites() {
        return List.of("samples", "story", "first-night", "no-tone", "errors-only-tonight", "only-a-simulation-set");
    }

    @BeforeAll
    static void build() {
        for (String name : sites()) {
            Path source = name.equals("samples")
                    ? Path.of("samples")
                    : GOLDEN.resolve(name).resolve("input");
            TOLD.put(name, Told.of(new Site(Program.build(temporary.resolve(name), source))));
        }
    }

    @Test
    void theSitesHaveVerdictsOfManyKinds() {
        assertThat(TOLD.values().stream()
                        .flatMap(told -> told.scenarios().values().stream())
                        .map(scenario -> text(scenario, "headline")))
                .contains("REGRESSED", "FLAKY", "SUSPECT", "RELIABLE", "INSUFFICIENT", "NEW", "FIXED", "NO_DATA");
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theCsvFilesHaveTheVerdictsOfTheReport(String name) {
        Told told = told(name);
        List<CSVRecord> rows = told.rows("scenarios.csv");
        assertThat(rows).hasSameSizeAs(told.scenarios().values());
        for (CSVRecord row : rows) {
            JsonNode scenario = told.scenario(row.get("scenario_id"));
            for (String key : List.of("state", "event", "headline", "event_since", "runs_to_decide")) {
                assertThat(row.get(key)).as(key).isEqualTo(text(scenario, key));
            }
            for (String key : List.of("since", "passed", "n")) {
                assertThat(row.get("regime_" + key)).as(key).isEqualTo(text(scenario.at("/regime"), key));
            }
            for (String key : List.of("p_state", "p_event")) {
                JsonNode p = scenario.at("/evidence/" + key);
                assertThat(row.get(key).isEmpty()).as(key).isEqualTo(p.isNull());
                assertThat(p.isNull() || Double.parseDouble(row.get(key)) == p.asDouble())
                        .as(key)
                        .isTrue();
            }
        }
        told.changes().forEach((id, row) -> {
            assertThat(row.get("event")).isEqualTo(text(told.scenario(id), "event"));
            assertThat(row.get("event_since")).isEqualTo(text(told.scenario(id), "event_since"));
        });
    }

    @ParameterizedTest
    @MethodSource("sites")
    void everyPageCallsAScenarioTheSame(String name) {
        Told told = told(name);
        List<String> listed = new ArrayList<>();
        List<String> ranked = new ArrayList<>();
        for (Claim claim : claims(told)) {
            JsonNode scenario = Objects.requireNonNull(told.scenarios().get(claim.scenario));
            if (claim.words.equals("cannot tell")) {
                assertThat(told.verdict(scenario)).as(claim.toString()).isEmpty();
            } else if (claim.words.startsWith("real,")) {
                assertThat(told.verdict(scenario)).as(claim.toString()).isNotEmpty();
                assertThat(claim.words).as(claim.toString()).isEqualTo("real," + when(scenario, told.night()));
            } else {
                assertThat(claim.words).as(claim.toString()).isEqualTo(words(scenario, told.night()));
                if (claim.page.startsWith("scenarios/index")) {
                    listed.add(claim.scenario);
                } else if (claim.page.startsWith("flakiness")) {
                    ranked.add(claim.scenario);
                }
            }
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(told.scenarios().keySet());
        assertThat(ranked)
                .containsAll(told.scenarios().entrySet().stream()
                        .filter(scenario -> text(scenario.getValue(), "outcome").equals("mixed"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("sites")
    void aScenariosPageOpensWithItsVerdictAndTheRunsThatItIsAbout(String name) {
        Told told = told(name);
        told.scenarios().forEach((page, scenario) -> {
            assertThat(told.headline(page)).containsPattern(sentence(scenario, told.night()));
            JsonNode judged = scenario.at("/regime");
            if (judged.isObject()) {
                assertThat(told.site().page(page).select(".verdict").text())
                        .contains(text(judged, "passed") + " of " + text(judged, "n"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theFirstPageHasTheRunsBeforeAndAfterThatTheFileHas(String name) {
        Told told = told(name);
        long fallen = told.changes().values().stream()
                .filter(row ->
                        row.get("verdict").equals("worse") || row.get("fact").equals("newly_failing"))
                .count();
        List<Element> rows = told.site().page("index.html").select("tr:has(td[data-label=Before])");
        assertThat(rows).hasSize((int) Math.min(5, fallen));
        for (Element row : rows) {
            JsonNode scenario = Objects.requireNonNull(told.scenarios().get(Told.linked("index.html", row)));
            CSVRecord change = Objects.requireNonNull(told.changes().get(text(scenario, "id")));
            assertThat(row.select("td[data-label=Before]").text())
                    .isEqualTo(fraction(change.get("before_passed"), change.get("before_n")));
            assertThat(row.select("td[data-label=After]").text())
                    .isEqualTo(fraction(change.get("after_passed"), change.get("after_n")));
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theFilesCountTheSame(String name) {
        Told told = told(name);
        JsonNode changes = told.report().get("changes");
        assertThat(told.rows("scenarios.csv").stream()
                        .filter(row -> row.get("headline").equals("FLAKY"))
                        .count())
                .isEqualTo(told.headlines("FLAKY"));
        assertThat(told.report().at("/flakiness/flaky_count").asLong()).isEqualTo(told.headlines("FLAKY"));
        assertThat(told.headlines("REGRESSED")).isEqualTo(told.verdicts("worse"));
        assertThat((long) changes.get("worse").size()
                        + changes.get("worse_since_earlier").size())
                .isEqualTo(told.verdicts("worse"));
        assertThat((long) changes.get("better").size()
                        + changes.get("better_since_earlier").size())
                .isEqualTo(told.verdicts("better"));
        List<CSVRecord> tonight = told.rows("nights.csv").stream()
                .filter(row -> row.get("night").equals(told.night()))
                .toList();
        assertThat(tonight).hasSize(told.night().isEmpty() ? 0 : 1);
        for (CSVRecord row : tonight) {
            for (String headline : List.of("FLAKY", "REGRESSED", "BROKEN")) {
                assertThat(row.get(headline.toLowerCase(Locale.ROOT)))
                        .as(headline)
                        .isEqualTo(Long.toString(told.headlines(headline)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theHeadlinesOfPagesCountAsTheFiles(String name) {
        Told told = told(name);
        String flakiness = told.headline("flakiness.html");
        assertThat(number(flakiness, "(\\d+) scenarios? (?:is|are) flaky")).isEqualTo(told.headlines("FLAKY"));
        assertThat(number(flakiness, "(\\d+)(?: more| scenarios?)? (?:is|are) mixed"))
                .isEqualTo(told.headlines("SUSPECT"));
        String verdict = told.headline("index.html");
        long worseTonight = told.report().at("/changes/worse").size();
        if (told.report().at("/pass_rate/n").asLong() == 0) {
            assertThat(verdict).containsAnyOf("cannot be judged", "No finished run");
            assertThat(worseTonight).isZero();
            return;
        }
        assertThat(number(verdict, "(\\d+) scenarios? got worse tonight")).isEqualTo(worseTonight);
        assertThat(number(verdict, "(\\d+)(?: more| scenarios?) (?:is|are) worse"))
                .isEqualTo(told.report().at("/changes/worse_since_earlier").size());
        assertThat(number(verdict, "(\\d+)(?: scenarios?)? (?:was|were) fixed")
                        + number(verdict, "(\\d+)(?: scenarios?)? got better"))
                .isEqualTo(told.verdicts("better"));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theSummaryOpensWithTheVerdictOfTheFirstPage(String name) throws IOException {
        Told told = told(name);
        assertThat(Files.readAllLines(told.site().root().resolve("summary.md")))
                .startsWith("<!-- callsheet:summary -->", "## " + told.headline("index.html"));
        assertThat(told.site().page("index.html").title()).contains(told.headline("index.html"));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theGateSaysTheSameSentenceEverywhere(String name) throws IOException {
        Told told = told(name);
        JsonNode gate = told.report().get("gate");
        String sentence = text(gate, "sentence");
        assertThat(told.site().page("index.html").select(".verdict").text()).contains(sentence);
        assertThat(Parser.unescapeEntities(Files.readString(told.site().root().resolve("summary.md")), false)
                        .replace("\u200B", ""))
                .contains("\n\n" + sentence + "\n\n");
        Program.Outcome read = Program.run("gate", told.site().root().toString());
        assertThat(read.out()).startsWith(sentence + "\n");
        assertThat(read.code())
                .isEqualTo(
                        switch (text(gate, "verdict")) {
                            case "pass" -> 0;
                            case "fail" -> 3;
                            default -> 4;
                        });
        if (!told.night().isEmpty()) {
            assertThat(told.site()
                            .page("nights/" + told.night() + ".html")
                            .select(".verdict p")
                            .eachText())
                    .first()
                    .isEqualTo(sentence);
            List<String> evidence = new ArrayList<>();
            gate.get("rules").forEach(rule -> evidence.add(text(rule, "sentence")));
            assertThat(told.site()
                            .page("nights/" + told.night() + ".html")
                            .select("td[data-label=Evidence]")
                            .eachText())
                    .isEqualTo(evidence);
        }
        gate.get("rules").forEach(rule -> {
            if (!text(rule, "verdict").equals("pass")) {
                assertThat(read.out()).contains(": " + text(rule, "sentence") + "\n");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theFilesForCiSayOfTheGateAndOfEachScenarioWhatTheReportSays(String name) throws IOException {
        Told told = told(name);
        Path data = told.site().root().resolve("data");
        JsonNode gate = told.report().get("gate");
        String verdict = text(gate, "verdict");
        String word = verdict.equals("pass") || verdict.equals("fail") ? verdict + "ed" : verdict;
        JsonNode ctrf = JsonMapper.shared().readTree(data.resolve("ctrf.json").toFile());
        JsonNode badge = JsonMapper.shared().readTree(data.resolve("badge.json").toFile());
        Document junit = Jsoup.parse(Files.readString(data.resolve("junit.xml")), Parser.xmlParser());
        assertThat(text(badge, "message")).startsWith(word);
        assertThat(text(ctrf.get("extra"), "gate")).isEqualTo(word);
        assertThat(junit.select("property[name=callsheet.gate]").attr("value")).isEqualTo(word);
        Set<String> named = new HashSet<>();
        gate.get("rules")
                .valueStream()
                .filter(rule -> text(rule, "verdict").equals("fail"))
                .forEach(rule -> rule.get("scenarios").forEach(id -> named.add(id.stringValue())));
        Set<String> failed = new HashSet<>();
        ctrf.at("/results/tests")
                .valueStream()
                .filter(test -> text(test, "status").equals("failed"))
                .forEach(test -> failed.add(text(test.get("extra"), "scenario_id")));
        assertThat(junit.select("testcase:has(> failure)")).hasSameSizeAs(failed);
        told.scenarios().values().forEach(scenario -> {
            String id = text(scenario, "id");
            boolean ran = scenario.at("/tonight/n").asLong() > 0;
            boolean nonePassed = scenario.at("/tonight/passed").asLong() == 0;
            assertThat(failed.contains(id)).as(id).isEqualTo(ran && (named.contains(id) || nonePassed));
        });
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theMailAndTheBadgeSayWhatTheGateSays(String name) throws IOException {
        Told told = told(name);
        Path root = told.site().root();
        JsonNode gate = told.report().get("gate");
        String sentence = text(gate, "sentence");
        String word = switch (text(gate, "verdict")) {
            case "pass" -> "passed";
            case "fail" -> "failed";
            default -> "inconclusive";
        };
        String mail = told.site().page("mail/summary.html").text();
        assertThat(mail).contains("Gate " + word, sentence);
        assertThat(Files.readString(root.resolve("mail/summary.txt")).replaceAll("\\s+", " "))
                .contains("Gate " + word, sentence);
        assertThat(Jsoup.parse(Files.readString(root.resolve("data/badge.svg")), "", Parser.xmlParser())
                        .select("title")
                        .text())
                .contains(": " + word);
    }

    @ParameterizedTest
    @MethodSource("sites")
    void theSummaryCallsAScenarioAsThePagesDo(String name) {
        Told told = told(name);
        int worse = 0;
        for (Map<String, String> row : told.summaryRows()) {
            if (row.containsKey("Verdict")) {
                JsonNode scenario = told.labelled(row.getOrDefault("Scenario", ""));
                assertThat(row.get("Verdict")).isEqualTo(words(scenario, told.night()));
            } else if (row.containsKey("Real?")) {
                JsonNode scenario = told.labelled(row.getOrDefault("Scenario", ""));
                CSVRecord change = Objects.requireNonNull(told.changes().get(text(scenario, "id")));
                boolean real = change.get("verdict").equals("worse");
                worse += real ? 1 : 0;
                assertThat(row.get("Real?")).isEqualTo(real ? "real," + when(scenario, told.night()) : "cannot tell");
                assertThat(row.get("Before")).isEqualTo(fraction(change.get("before_passed"), change.get("before_n")));
                assertThat(row.get("After")).isEqualTo(fraction(change.get("after_passed"), change.get("after_n")));
            }
        }
        assertThat(worse).isEqualTo((int) told.verdicts("worse"));
    }

    private static Told told(String name) {
        return Objects.requireNonNull(TOLD.get(name), name);
    }

    /** What a table of a page claims of the scenario of a row: words that lead to a rule for scenarios. */
    private record Claim(String page, String scenario, String words) {}

    private static List<Claim> claims(Told told) {
        List<Claim> claims = new ArrayList<>();
        for (String page : told.site().files().keySet()) {
            if (page.endsWith(".html") && !page.startsWith("runs/")) {
                for (Element row : told.site().page(page).select("tr:has(th[scope=row] a)")) {
                    String scenario = Told.linked(page, row);
                    if (told.scenarios().containsKey(scenario)) {
                        row.select("td a[href*=method.html#rule-3-]")
                                .forEach(label -> claims.add(new Claim(page, scenario, label.text())));
                    }
                }
            }
        }
        return claims;
    }

    private static String fraction(String passed, String n) {
        return n.equals("0") ? "—" : passed + "/" + n;
    }

    /** The number that a sentence gives, 0 where it gives none. */
    private static long number(String sentence, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(sentence);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
