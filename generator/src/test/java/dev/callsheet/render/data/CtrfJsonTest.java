package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.HostileText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CtrfJsonTest {

    private static final String CALL_TEXT = "I need my money back";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aScenarioIsATestAndItsRunsOfTonightAreItsAttempts() {
        JsonNode ctrf = ctrf(
                scenario("s")
                        .named("Book a cleaning")
                        .category("booking")
                        .required()
                        .asserting("a", "says the price"),
                tonight("1").lasting(60_000),
                tonight("2").lasting(30_000),
                tonight("3"),
                tonight("4"),
                tonight("5").failed().lasting(1_000).check("a", Verdict.FAILED, CALL_TEXT));
        JsonNode test = ctrf.at("/results/tests/0");
        assertThat(test.get("name").stringValue()).isEqualTo("Book a cleaning");
        assertThat(test.get("status").stringValue()).isEqualTo("passed");
        assertThat(test.get("flaky").booleanValue()).isTrue();
        assertThat(test.get("duration").longValue()).isEqualTo(91_000);
        assertThat(test.get("rawStatus").stringValue()).isEqualTo("PASSED, FAILED");
        assertThat(test.get("tags").toString()).isEqualTo("[\"required\",\"booking\"]");
        assertThat(test.get("retries").intValue()).isEqualTo(4);
        assertThat(test.get("retryAttempts")).hasSize(5);
        assertThat(test.at("/retryAttempts/4/message").stringValue()).isEqualTo("says the price");
        assertThat(test.at("/retryAttempts/4/extra/run_id").stringValue()).isEqualTo("5");
        assertThat(ctrf.at("/results/summary/flaky").intValue()).isEqualTo(1);
    }

    @Test
    void tonightStandsBesideTheEarlierNights() {
        JsonNode ctrf = ctrf(new GivenSuite().runs("a", 4, "PPPPF").night("a", 5, "PPFFF"));
        JsonNode insights = ctrf.at("/results/tests/0/insights");
        assertThat(insights.at("/passRate/current").doubleValue()).isEqualTo(0.4);
        assertThat(insights.at("/passRate/baseline").doubleValue()).isEqualTo(0.8);
        assertThat(insights.at("/passRate/change").doubleValue()).isEqualTo(-0.4, within(1e-12));
        assertThat(insights.at("/failRate/current").doubleValue()).isEqualTo(0.6);
        assertThat(insights.at("/flakyRate/current").doubleValue()).isEqualTo(1);
        assertThat(insights.at("/executedInRuns").intValue()).isEqualTo(5);
        assertThat(ctrf.at("/insights/passRate/baseline").doubleValue()).isEqualTo(0.8);
        assertThat(ctrf.at("/insights/runsAnalyzed").intValue()).isEqualTo(5);
    }

    @Test
    void theCountsAreThoseOfTheTests() {
        JsonNode ctrf = ctrf(
                scenario("never").named("Never"),
                tonight("1").of("passed"),
                tonight("2").of("failed").failed(),
                tonight("3").of("error").errored(),
                tonight("4").of("running").running());
        JsonNode summary = ctrf.at("/results/summary");
        for (String status : List.of("passed", "failed", "other", "pending", "skipped")) {
            assertThat(summary.get(status).intValue()).as(status).isEqualTo(1);
        }
        assertThat(summary.get("tests").intValue()).isEqualTo(5);
    }

    @Test
    void withoutAnyRunItIsValidAllTheSame() {
        JsonNode ctrf = ctrf();
        assertThat(ctrf.at("/results/tests")).isEmpty();
        assertThat(ctrf.at("/results/summary/start").longValue()).isPositive();
    }

    @Test
    void ofManyRunsThoseThatFailedAreShownAndTheOthersCounted() {
        List<Given> records = new ArrayList<>();
        IntStream.range(0, 30).forEach(i -> records.add(tonight("p" + i)));
        records.add(tonight("z").failed());
        JsonNode test = ctrf(corpora.of(records), new GivenFindings()).at("/results/tests/0");
        assertThat(test.get("retryAttempts")).hasSize(20);
        assertThat(test.at("/retryAttempts/19/attempt").intValue()).isEqualTo(31);
        assertThat(test.at("/extra/attempts_left_out").intValue()).isEqualTo(11);
    }

    @Test
    void pagesHaveAddressesWhereTheSiteHasOne() {
        JsonNode ctrf = ctrf(
                corpora.of(tonight("1").failed()), new GivenFindings().at(URI.create("https://acme.example/voice/")));
        assertThat(ctrf.at("/results/tests/0/extra/page").stringValue())
                .isEqualTo("https://acme.example/voice/scenarios/s-043a7187.html");
        assertThat(ctrf.at("/extra/report").stringValue()).isEqualTo("https://acme.example/voice/");
    }

    @Test
    void noTextOfACallStandsInIt() {
        assertThat(ctrf(
                                tonight("1")
                                        .failed()
                                        .says(CALL_TEXT)
                                        .check("a", Verdict.FAILED, CALL_TEXT)
                                        .error(CALL_TEXT),
                                tonight("2").errored().error(CALL_TEXT))
                        .toString())
                .doesNotContain("money");
    }

    @Test
    void whateverTheNamesAParserReadsThemBack() {
        List<Given> records = new ArrayList<>();
        for (String name : HostileText.ALL) {
            String id = "id " + name;
            records.add(scenario(id).named(name).category(name).asserting("a", name));
            records.add(tonight("run " + name).of(id).failed().check("a", Verdict.FAILED, name));
            records.add(tonight("other " + name).of(id).status(name));
        }
        Set<String> names = new HashSet<>();
        ctrf(corpora.of(records), new GivenFindings())
                .at("/results/tests")
                .forEach(test -> names.add(test.get("name").stringValue()));
        assertThat(names).hasSize(HostileText.ALL.size()).noneMatch(name -> name.matches(".*[\\p{Cc}\\p{Cs}].*"));
    }

    private static GivenRun tonight(String id) {
        return run(id).at("2026-04-14");
    }

    private JsonNode ctrf(Given... records) {
        return ctrf(corpora.of(records), new GivenFindings());
    }

    private static JsonNode ctrf(Corpus corpus, GivenFindings findings) {
        JsonNode document =
                JsonMapper.shared().readTree(Written.of(corpus, findings).text("ctrf.json"));
        try (InputStream schema = CtrfJsonTest.class.getResourceAsStream("/ctrf.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(Objects.requireNonNull(schema))
                            .validate(document))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return document;
    }
}
