package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenSuite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BadgeFilesTest {

    private static final String ENDPOINT = """
            {
              "type": "object",
              "required": ["schemaVersion", "label", "message"],
              "additionalProperties": false,
              "properties": {
                "schemaVersion": {"const": 1},
                "label": {"type": "string", "minLength": 1},
                "message": {"type": "string", "minLength": 1},
                "color": {"type": "string", "pattern": "^#[0-9a-f]{6}$"}
              }
            }""";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itSaysTheGatesVerdictAndWhatMattersMost() {
        Corpus corpus = corpora.of(new GivenSuite()
                .runs("a", 7, "PPPPP")
                .night("a", 8, "PFFFF")
                .runs("b", 8, "PPPFF")
                .runs("c", 8, "PPPPP"));
        assertThat(message(corpus)).isEqualTo("failed · 1 got worse · 1 of 3 flaky");
        assertThat(badge(corpus).get("color").stringValue()).isEqualTo("#b3261e");
    }

    @Test
    void aGateThatPassesHasNothingToAdd() {
        assertThat(message(corpora.of(new GivenSuite().runs("a", 8, "PPPPP")))).isEqualTo("passed");
    }

    @Test
    void itHasAMessageWithoutAnyResult() {
        assertThat(message(corpora.of())).isEqualTo("inconclusive · no runs");
        assertThat(message(corpora.of(scenario("s")))).isEqualTo("inconclusive · no runs");
        assertThat(message(corpora.of(run("1").at("2026-04-14").errored()))).isEqualTo("inconclusive · no results");
    }

    @Test
    void thePictureSaysTheSameInWords() {
        Corpus corpus = corpora.of(new GivenSuite().runs("a", 8, "PPPPP"));
        Element svg = Xml.read(Written.of(corpus).text("badge.svg"));
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo("voice tests: passed");
        assertThat(Xml.children(svg, "title").get(0).getTextContent()).isEqualTo("voice tests: passed");
        assertThat(Xml.children(Xml.children(svg, "g").get(0)).stream().map(Element::getTextContent))
                .containsExactly("voice tests", "passed");
        List<Element> grounds = Xml.children(svg, "rect");
        assertThat(grounds.get(0).getAttribute("width")).isEqualTo(svg.getAttribute("width"));
        assertThat(grounds.get(0).getAttribute("fill")).isEqualTo("#1a7f37");
    }

    @Test
    void thePictureAsksForNothingAndHoldsNoStyle() {
        assertThat(Written.of(corpora.of()).text("badge.svg"))
                .doesNotContain("style")
                .doesNotContain("href")
                .doesNotContain("url(")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "x<y>&\"z\""})
    void anotherStreamIsNamed(String stream) {
        Written written = Written.of(corpora.of(), new GivenFindings().history(new GivenHistory().stream(stream)));
        String label = "voice tests (" + stream + ")";
        assertThat(JsonMapper.shared()
                        .readTree(written.text("badge.json"))
                        .get("label")
                        .stringValue())
                .isEqualTo(label);
        assertThat(Xml.read(written.text("badge.svg")).getAttribute("aria-label"))
                .startsWith(label + ": ");
    }

    @Test
    void aLongerTextTakesMoreRoom() {
        assertThat(BadgeFiles.width("voice tests")).isBetween(55, 75);
        assertThat(BadgeFiles.width("failed · 12 got worse")).isGreaterThan(BadgeFiles.width("failed · 1 got worse"));
    }

    private String message(Corpus corpus) {
        return badge(corpus).get("message").stringValue();
    }

    private static JsonNode badge(Corpus corpus) {
        String badge = Written.of(corpus).text("badge.json");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ENDPOINT)
                        .validate(JsonMapper.shared().readTree(badge)))
                .isEmpty();
        return JsonMapper.shared().readTree(badge);
    }
}
