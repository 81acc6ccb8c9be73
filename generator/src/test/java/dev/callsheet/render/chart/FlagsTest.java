package dev.callsheet.render.chart;

import static dev.callsheet.render.chart.Geometry.evens;
import static dev.callsheet.render.chart.Geometry.heights;
import static dev.callsheet.render.chart.Geometry.max;
import static dev.callsheet.render.chart.Geometry.min;
import static dev.callsheet.render.chart.Geometry.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Flag;
import dev.callsheet.site.ChartSpec.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Versions and changes of scenarios, marked in a chart. */
class FlagsTest {

    private static ChartRenderer renderer;

    @BeforeAll
    static void loadFont() throws ChartsUnavailableException {
        renderer = ChartRenderer.create();
    }

    @Test
    void aFlagStandsBeforeItsPlaceBetweenTheAxisAndItsLabels() {
        Document svg = draw(Specs.flagged(Specs.nights(30), 10));
        double[] line = numbers(svg.expectFirst(".line").attr("d"));
        double[] tick = numbers(svg.expectFirst(".version").attr("d"));
        double[] text = heights(svg.expectFirst(".version-label"));
        double axis = numbers(svg.expectFirst(".axis").attr("d"))[1];
        assertThat(tick[0]).isBetween(line[18], line[20]);
        assertThat(min(text)).isGreaterThan(axis);
        for (Element label : svg.select(".label")) {
            double[] heights = heights(label);
            assertThat(min(heights) > max(text)
                            || max(heights) < min(text)
                            || max(evens(numbers(label.attr("d")))) < tick[0])
                    .isTrue();
        }
    }

    @Test
    void whatHappenedToScenariosStandsAboveTheValues() {
        Document svg = draw(Specs.flagged(Specs.nights(30), 10, 21));
        assertThat(svg.select(".worse, .better")).hasSize(2);
        for (Element label : svg.select(".worse-label, .better-label")) {
            assertThat(max(heights(label))).isLessThan(min(heights(svg.expectFirst(".grid, .line"))));
            assertThat(min(heights(label))).isPositive();
        }
    }

    @Test
    void ofManyFlagsAllHaveATickAndTheNewestALabel() {
        int[] places = IntStream.range(1, 120).toArray();
        Document svg = draw(Specs.flagged(Specs.nights(120), places));
        assertThat(svg.select(".version")).hasSize(119);
        assertThat(svg.select(".version-label")).hasSizeBetween(5, 20);
        double[] newest = numbers(svg.expectFirst(".version").attr("d"));
        assertThat(newest[3] - newest[1]).isEqualTo(20);
        List<double[]> labels = svg.select(".version-label").stream()
                .map(label -> numbers(label.attr("d")))
                .toList();
        for (int i = 1; i < labels.size(); i++) {
            assertThat(max(evens(labels.get(i)))).isLessThan(min(evens(labels.get(i - 1))));
        }
        assertThat(renderer.svg(Specs.flagged(Specs.nights(120), places))).hasSizeLessThan(120_000);
    }

    @Test
    void aLabelThatIsWiderThanThePictureIsLeftOut() {
        Document svg = draw(Specs.nights(9)
                .with(List.of(), List.of(new Flag(4, Kind.VERSION, "x".repeat(99)), new Flag(8, Kind.VERSION, ""))));
        assertThat(svg.select(".version")).hasSize(2);
        assertThat(svg.select(".version-label")).isEmpty();
    }

    private static Document draw(ChartSpec spec) {
        return Jsoup.parse(new String(renderer.svg(spec), StandardCharsets.UTF_8), Parser.xmlParser());
    }
}
