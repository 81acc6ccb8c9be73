package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.metrics.CostOracles;
import dev.callsheet.metrics.DecisionOracles;
import dev.callsheet.metrics.FailureOracles;
import dev.callsheet.metrics.NodeOracles;
import dev.callsheet.metrics.SetOracles;
import dev.callsheet.metrics.ToneOracles;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the numbers with vectors made by independent implementations (scipy, statsmodels, numpy, R). Reads every
 * *.json of the directory named by {@code -Doracles}, by default the copy among the test resources. A file whose metric
 * has no code fails, except those left out.
 */
class OracleTest {

    private static final String RULE =
            "|actual-expected| <= tolerance for every number in expected; 0 = exact; null = undefined/not shown";
    private static final Map<String, Function<JsonNode, Object>> BY_NAME = Stream.of(
                    RateOracles.BY_NAME,
                    TestOracles.BY_NAME,
                    DecisionOracles.BY_NAME,
                    CostOracles.BY_NAME,
                    SetOracles.BY_NAME,
                    ToneOracles.BY_NAME,
                    NodeOracles.BY_NAME,
                    FailureOracles.BY_NAME)
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What this program does not compute: no decision of its rests on these. */
    private static final Set<String> LEFT_OUT =
            Set.of("barnard_boschloo_optional", "tone_weights_nnls", "log_odds_dirichlet");

    // Decimals stay decimals: the product reads them so, too.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    List<DynamicNode> numbersAgreeWithTheVectors() throws Exception {
        try (Stream<Path> files = Files.list(directory())) {
            List<DynamicNode> nodes = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .filter(OracleTest::isComputed)
                    .map(OracleTest::vectorsOf)
                    .toList();
            assertThat(nodes).as("vector files in %s", directory()).isNotEmpty();
            return nodes;
        }
    }

    @Test
    void everyMetricWithCodeHasVectors() throws Exception {
        for (String metric : BY_NAME.keySet()) {
            assertThat(ownCopy().resolve(metric + ".json")).exists();
        }
    }

    private static Path directory() throws URISyntaxException {
        String given = System.getProperty("oracles");
        return given == null ? ownCopy() : Path.of(given);
    }

    private static Path ownCopy() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(OracleTest.class.getResource("/oracles")).toURI());
    }

    private static boolean isComputed(Path path) {
        return !LEFT_OUT.contains(JSON.readTree(path.toFile()).path("metric").asString());
    }

    private static DynamicNode vectorsOf(Path path) {
        JsonNode file = JSON.readTree(path.toFile());
        String metric = file.path("metric").asString();
        Function<JsonNode, Object> code = BY_NAME.get(metric);
        if (code == null) {
            return DynamicTest.dynamicTest(metric, () -> fail("no code for the metric '%s'", metric));
        }
        assertThat(file.path("tolerance_rule").asString()).isEqualTo(RULE);
        assertThat(file.path("vectors")).as("vectors of %s", metric).isNotEmpty();
        return DynamicContainer.dynamicContainer(
                metric,
                file.path("vectors")
                        .valueStream()
                        .map(vector -> DynamicTest.dynamicTest(
                                vector.path("id").asString(), () -> check(vector, code.apply(vector.path("input"))))));
    }

    private static void check(JsonNode vector, Object actual) {
        compare(
                vector.path("expected"),
                JSON.valueToTree(actual),
                vector.path("tolerance").doubleValue(),
                vector.path("id").asString());
    }

    private static void compare(JsonNode expected, JsonNode actual, double tolerance, String place) {
        if (expected.isObject()) {
            for (String name : expected.propertyNames()) {
                assertThat(actual.has(name)).as("%s/%s is given", place, name).isTrue();
                compare(expected.path(name), actual.path(name), tolerance, place + "/" + name);
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as("length of %s", place).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(expected.path(i), actual.path(i), tolerance, place + "/" + i);
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber())
                    .as("%s is a number: %s", place, actual)
                    .isTrue();
            assertThat(actual.doubleValue()).as(place).isCloseTo(expected.doubleValue(), within(tolerance));
        } else {
            assertThat(actual).as(place).isEqualTo(expected);
        }
    }
}
