package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.fetch;
import static dev.callsheet.testing.Given.problem;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Threshold;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ReportSchemaTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static JsonNode document = JSON.nullNode();

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @BeforeAll
    static void readSchema() throws IOException {
        document = JSON.readTree(Files.readString(Path.of("docs/report.schema.json")));
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    @Test
    void theSchemaIsOne() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(document))
                .isEmpty();
    }

    @Test
    void aReportOfNothingIsValid() {
        assertThat(schema().validate(Written.of(corpora.of()).report())).isEmpty();
    }

    @Test
    void aReportOfEverythingIsValid() {
        assertThat(schema().validate(full())).isEmpty();
    }

    @Test
    void theRulesAreTheThresholdsWithTheirRanges() {
        JsonNode rules = document.at("/properties/rules/properties");
        assertThat(rules.propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Threshold.values()).map(Threshold::key).toList());
        assertThat(Threshold.values()).allSatisfy(threshold -> {
            JsonNode rule = rules.get(threshold.key());
            Threshold.Range range = threshold.range();
            assertThat(rule.get("type").stringValue()).isEqualTo(range.whole() ? "integer" : "number");
            assertThat(rule.get("minimum").doubleValue()).isEqualTo(range.low());
            assertThat(rule.get("maximum").doubleValue()).isEqualTo(range.high());
        });
    }

    @Test
    void everyMissingKeyIsFound() {
        Schema schema = schema();
        JsonNode report = full();
        List<ObjectNode> objects = new ArrayList<>();
        collect(report, objects);
        objects.remove((ObjectNode) report.at("/redaction")); // its keys are kinds, whichever occurred
        List<String> unnoticed = new ArrayList<>();
        int dropped = 0;
        for (ObjectNode object : objects) {
            for (String key : List.copyOf(object.propertyNames())) {
                JsonNode value = object.remove(key);
                dropped++;
                if (schema.validate(report).isEmpty()) {
                    unnoticed.add(key);
                }
                object.set(key, value);
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(dropped).isGreaterThan(400);
    }

    @Test
    void everyKeyOfAReportIsDescribed() {
        JsonNode report = full();
        ((ObjectNode) report).remove("redaction");
        List<ObjectNode> objects = new ArrayList<>();
        collect(report, objects);
        List<ObjectNode> subschemas = new ArrayList<>();
        collect(document, subschemas);
        assertThat(objects.stream().flatMap(object -> object.propertyNames().stream()))
                .isSubsetOf(subschemas.stream()
                        .flatMap(subschema -> subschema.path("properties").propertyNames().stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/totals/runs",
                "/pass_rate/rate",
                "/scenarios/0/id",
                "/scenarios/0/outcome",
                "/scenarios/0/tone/empathy/n",
                "/simulation_sets/0/computed",
                "/changes/newly_failing",
                "/problems/0/kind",
                "/night_numbers/0/night",
                "/fetch/missing/0/kind",
                "/fetch/sources/0/runs/asked",
                "/nodes/0/with",
                "/failures/0/kind",
                "/tone/issues/0/count",
                "/tone/usual/empathy/low",
                "/tone/drift/0/since",
                "/tone/harm/contributions/empathy/change",
                "/tone/outcome/within/auc",
                "/tone/budget/spent",
                "/scenarios/0/state",
                "/scenarios/0/headline",
                "/scenarios/0/regime",
                "/scenarios/0/evidence/p_state",
                "/scenarios/0/evidence/tonight",
                "/scenarios/0/evidence/changes/0/night",
                "/scenarios/0/expected_failed_runs",
                "/changes/worse",
                "/changes/better_since_earlier",
                "/changes/compared/0/real",
                "/changes/paired/mean",
                "/changes/versions/0/now",
                "/flakiness/gate_flake_risk",
                "/flakiness/infra_minutes",
                "/flakiness/turn_limit/of_failed/hits",
                "/gate/verdict",
                "/gate/rules/0/count",
                "/gate/rules/0/scenarios"
            })
    void aValueOfTheWrongKindIsFound(String pointer) {
        JsonNode report = full();
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) report.at(pointer.substring(0, slash));
        parent.set(
                pointer.substring(slash + 1),
                JsonNodeFactory.instance.arrayNode().add(-1));
        assertThat(schema().validate(report)).isNotEmpty();
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    /** A report in which every list that can hold something does. */
    private JsonNode full() {
        AssertionKey key = new AssertionKey("a", "contains", "transcript", null, "Hello");
        List<Given> records = new ArrayList<>(List.of(
                scenario("s")
                        .named("Book a cleaning")
                        .category("booking")
                        .required()
                        .disabled()
                        .asserting("a", "Greets", "1.5"),
                batch("b").counts(2, 1, 1).at("2026-04-14T00:00:00Z"),
                set("x").on("2026-04-14")
                        .simulating(1, 2)
                        .overall("0.75", 1, 0, 4)
                        .with(figures("s")
                                .counts(2, 2, 0)
                                .rate("1.0")
                                .flaky(false)
                                .failureModes("Agent talked over the caller")
                                .confidence("medium")),
                problem("a.ndjson", 7, "{\"error\":1}"),
                run("0").pathway("pathway-1").version("1").at("2026-04-13")));
        for (int i = 1; i <= 2; i++) {
            records.add(run("s" + i)
                    .status(i == 1 ? "PASSED" : "FAILED")
                    .at("2026-04-14")
                    .version("2")
                    .batch("b")
                    .score("0." + i)
                    .turns(10 + i)
                    .lasting(1000L * i)
                    .tone(ToneDimension.EMPATHY, "0." + i)
                    .check(key, Verdict.FAILED));
            records.add(run("t" + i).of("t").at("2026-04-14"));
        }
        for (int night = 10; night < 30; night++) {
            records.add(run("tone" + night)
                    .at("2026-03-" + night)
                    .tone(ToneDimension.EMPATHY, night < 20 ? "0.9" + night : "0.7" + night));
        }
        records.add(fetch().runs(5, 2).missing(Fetch.Kind.RUN, "r9", "answers 500"));
        records.addAll(Fortnight.suite());
        Corpus corpus = corpora.of(records);
        GivenFindings findings = new GivenFindings()
                .usual(ToneDimension.EMPATHY, 0.7, 0.9)
                .issue("robotic", 5)
                .pathway("pathway-1", "greet", "farewell")
                .failedAssertion("says hello", corpus)
                .errorMessage("No answer", corpus)
                .mode("Agent talked over the caller");
        return Written.of(corpus, findings).report();
    }
}
