package dev.callsheet.render.chart;

import static dev.callsheet.render.chart.Geometry.heights;
import static dev.callsheet.render.chart.Geometry.max;
import static dev.callsheet.render.chart.Geometry.min;
import static dev.callsheet.render.chart.Geometry.numbers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartRendererTest {

    private static ChartRenderer renderer;

    @BeforeAll
    static void loadFont() throws ChartsUnavailableException {
        renderer = ChartRenderer.create();
    }

    static Stream<ChartSpec> charts() {
        return Stream.of(
                Specs.nights(30),
                Specs.nights(365, night -> night % 31 > 2 && night % 7 != 3),
                Specs.nights(5),
                Specs.nights(1),
                Specs.of(30, Specs.bare(7, 1)),
                Specs.usually(0.7, 9, Specs.nights(30)),
                Specs.usually(0, 0.1, Specs.of(3, Specs.bare(0, 0), Specs.bare(2, 0))),
                Specs.usually(-9, 0.9, Specs.small(Specs.nights(90))),
                Specs.usually(0.5, 0.9, Specs.small(Specs.nights(3))),
                Specs.flagged(Specs.nights(120), 1, 2, 60, 119),
                Specs.flagged(Specs.small(Specs.nights(30)), 1, 15, 29),
                Specs.counts(0, 0, 1, 3, 2, 3),
                Specs.small(Specs.of(1, Specs.bare(0, 1))),
                Specs.longestCalls());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isAFileOfItsOwnThatScalesAndSaysTheSizeOfItsShape(ChartSpec spec) {
        assertThat(text(spec)).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        Element root = draw(spec).expectFirst("svg");
        String width = Integer.toString(spec.shape().width());
        String height = Integer.toString(spec.shape().height());
        assertThat(root.attr("viewBox")).isEqualTo("0 0 " + width + " " + height);
        assertThat(root.attr("width")).isEqualTo(width);
        assertThat(root.attr("height")).isEqualTo(height);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void holdsShapesOfKnownClassesAndNothingElse(ChartSpec spec) {
        Set<String> classes = Set.of(
                "grid",
                "axis",
                "usual",
                "edge",
                "band",
                "bar",
                "line",
                "fine",
                "dot",
                "label",
                "value",
                "version",
                "version-label",
                "worse",
                "worse-label",
                "better",
                "better-label");
        Element root = draw(spec).expectFirst("svg");
        assertThat(root.child(0).tagName()).isEqualTo("style");
        for (Element shape : root.children().subList(1, root.childrenSize())) {
            assertThat(shape.tagName()).isIn("path", "circle");
            assertThat(shape.childrenSize()).isZero();
            assertThat(shape.className()).isIn(classes);
            assertThat(shape.attributes().asList())
                    .extracting(Attribute::getKey)
                    .isSubsetOf("class", "d", "cx", "cy", "r");
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void staysInThePictureWithTwoDecimalsAtMost(ChartSpec spec) {
        for (Element shape : draw(spec).select("path, circle")) {
            double[] numbers = numbers(shape.attr("d") + " " + shape.attr("cx") + " " + shape.attr("cy"));
            assertThat(numbers).isNotEmpty();
            for (int i = 0; i < numbers.length; i++) {
                assertThat(numbers[i]).isBetween(0.0, (double)
                        (i % 2 == 0 ? spec.shape().width() : spec.shape().height()));
            }
        }
        String shapes = text(spec).substring(text(spec).indexOf("</style>"));
        assertThat(shapes).doesNotContainPattern("\\.\\d{3}").doesNotContainPattern("\\de|NaN|Infinity");
    }

    @Test
    void bringsBothPalettesAndNoBackground() {
        Document svg = draw(Specs.nights(30));
        String style = svg.expectFirst("style").text();
        assertThat(style).contains(".line{stroke:#1c1b19").contains("@media (prefers-color-scheme:dark){");
        assertThat(style.substring(style.indexOf("@media"))).contains(".line{stroke:#ece8df}");
        assertThat(svg.select("rect, .canvas")).isEmpty();
    }

    @Test
    void isSmall() {
        assertThat(renderer.svg(Specs.nights(60))).hasSizeLessThan(40_000);
        assertThat(renderer.svg(Specs.usually(0.7, 0.9, Specs.nights(90)))).hasSizeLessThan(40_000);
        assertThat(renderer.svg(Specs.usually(0.7, 0.9, Specs.small(Specs.nights(90)))))
                .hasSizeLessThan(20_000);
        assertThat(renderer.svg(Specs.nights(400))).hasSizeLessThan(60_000);
        assertThat(renderer.svg(Specs.nights(400, night -> night % 2 == 0))).hasSizeLessThan(120_000);
    }

    @Test
    void drawsOneLineThroughAllNightsOverOneBand() {
        Document svg = draw(Specs.nights(30));
        assertThat(svg.select(".line")).hasSize(1);
        assertThat(corners(svg.expectFirst(".line"))).isEqualTo(30);
        assertThat(svg.select(".band")).hasSize(1);
        assertThat(svg.select(".bar")).isEmpty();
        assertThat(svg.expectFirst(".band").elementSiblingIndex())
                .isLessThan(svg.expectFirst(".line").elementSiblingIndex());
    }

    @Test
    void aMissedNightBreaksTheLineAndTheBand() {
        Document svg = draw(Specs.nights(30, night -> night != 10));
        assertThat(svg.select(".line").eachAttr("d")).hasSize(2);
        assertThat(corners(svg.select(".line").get(0))).isEqualTo(10);
        assertThat(corners(svg.select(".line").get(1))).isEqualTo(19);
        assertThat(svg.select(".band")).hasSize(2);
    }

    @Test
    void aMissedNightIsNeverDrawnAsZero() {
        Document svg = draw(Specs.nights(30, night -> night % 4 != 2));
        double bottom = numbers(svg.expectFirst(".axis").attr("d"))[1];
        for (Element line : svg.select(".line")) {
            double[] numbers = numbers(line.attr("d"));
            for (int i = 1; i < numbers.length; i += 2) {
                assertThat(numbers[i]).isLessThan(bottom - 50);
            }
        }
    }

    @Test
    void aNightBetweenTwoMissedOnesIsADotWithItsInterval() {
        Document svg = draw(Specs.nights(30, night -> night != 10 && night != 12));
        assertThat(svg.select(".line")).hasSize(2);
        assertThat(svg.select(".band")).hasSize(3);
        assertThat(svg.select(".dot")).as("the night alone and the last night").hasSize(2);
        assertThat(draw(Specs.nights(30, night -> night != 28)).select(".dot")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void fewerThanSixPointsAreDotsWithBars(int nights) {
        Document svg = draw(Specs.nights(nights));
        assertThat(svg.select(".dot")).hasSize(nights);
        assertThat(svg.select(".bar")).hasSize(nights);
        assertThat(svg.select(".line, .band")).isEmpty();
    }

    @Test
    void sixPointsAreALine() {
        Document svg = draw(Specs.nights(6));
        assertThat(svg.select(".line, .band")).hasSize(2);
        assertThat(svg.select(".dot")).as("the last night").hasSize(1);
    }

    @Test
    void withoutIntervalsThereIsNoBand() {
        Point[] points = Stream.iterate(0, i -> i + 1)
                .limit(9)
                .map(i -> Specs.bare(i, 1))
                .toArray(Point[]::new);
        assertThat(draw(Specs.of(9, points)).select(".band, .bar")).isEmpty();
        assertThat(draw(Specs.of(9, points[0], points[4])).select(".band, .bar"))
                .isEmpty();
    }

    @Test
    void aMissingIntervalBreaksTheBandOnly() {
        List<Point> points = Specs.nights(9).points();
        Point[] changed = points.toArray(Point[]::new);
        changed[4] = Specs.bare(4, 0.8);
        Document svg = draw(Specs.of(9, changed));
        assertThat(svg.select(".line")).hasSize(1);
        assertThat(svg.select(".band")).hasSize(2);
    }

    @Test
    void anIntervalIsCutAtTheEndsOfTheAxis() {
        Document svg = draw(Specs.of(1, new Point(0, 0.5, -3.0, 4.0)));
        assertThat(svg.expectFirst(".bar").attr("d")).matches("M\\S+ 170L\\S+ 12");
    }

    @Test
    void valuesLieOnTheirScale() {
        assertThat(dotHeight(0)).isEqualTo(170);
        assertThat(dotHeight(0.5)).isEqualTo(91);
        assertThat(dotHeight(1)).isEqualTo(12);
    }

    @Test
    void theLastValueIsWrittenBesideItsPoint() {
        Document svg = draw(Specs.nights(30, night -> night < 20));
        Element dot = svg.expectFirst(".dot");
        double[] text = numbers(svg.expectFirst(".value").attr("d"));
        assertThat(text[0]).isBetween(Double.parseDouble(dot.attr("cx")), Double.parseDouble(dot.attr("cx")) + 15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.59, 0.8, 0.95, 1})
    void noLineCrossesAValueWithinTheAxis(double value) {
        Document svg = draw(Specs.usually(0.7, 0.86, Specs.of(3, Specs.bare(2, value))));
        double dot = Double.parseDouble(svg.expectFirst(".dot").attr("cy"));
        double[] text = heights(svg.expectFirst(".value"));
        assertThat((min(text) + max(text)) / 2).isBetween(dot - 10, dot + 10);
        for (Element level : svg.select(".grid, .edge, .axis")) {
            double[] height = heights(level);
            assertThat(min(height) > max(text) || max(height) < min(text)).isTrue();
        }
    }

    @Test
    void theUsualRangeLiesAcrossTheAxisBehindEverything() {
        Document svg = draw(Specs.usually(0.25, 0.75, Specs.nights(30)));
        Element wash = svg.expectFirst(".usual");
        assertThat(wash.elementSiblingIndex()).as("first after the style sheet").isEqualTo(1);
        assertThat(min(heights(wash))).isEqualTo(12 + 158 / 4.0);
        assertThat(max(heights(wash))).isEqualTo(12 + 158 * 3 / 4.0);
        double[] axis = numbers(svg.expectFirst(".axis").attr("d"));
        double[] ends = numbers(wash.attr("d"));
        assertThat(ends).contains(axis[0], axis[2]);
    }

    @Test
    void theUsualRangeHasEdgesThatIntervalsDoNotHide() {
        Document svg = draw(Specs.usually(0.25, 0.75, Specs.nights(30)));
        assertThat(svg.select(".edge")).hasSize(2);
        assertThat(svg.expectFirst(".edge").elementSiblingIndex())
                .isBetween(
                        svg.expectFirst(".band").elementSiblingIndex(),
                        svg.expectFirst(".line").elementSiblingIndex());
        assertThat(draw(Specs.nights(30)).select(".usual, .edge")).isEmpty();
    }

    @Test
    void whereTheUsualRangeIsCutOffItHasNoEdge() {
        Document above = draw(Specs.usually(0.9, 1.1, Specs.nights(30)));
        assertThat(above.select(".edge")).hasSize(1);
        assertThat(min(heights(above.expectFirst(".usual")))).isEqualTo(12);
        assertThat(draw(Specs.usually(-0.1, 1.1, Specs.nights(30))).select(".edge"))
                .isEmpty();
        assertThat(draw(Specs.usually(0.8, 0.8, Specs.nights(30))).select(".edge"))
                .hasSize(1);
    }

    @Test
    void aSmallChartHasTwoLabelsAndFourNumbersAtMost() {
        Document svg = draw(Specs.small(Specs.nights(30)));
        assertThat(svg.select(".label")).hasSize(2 + 3);
        assertThat(svg.select(".value")).hasSize(1);
        assertThat(svg.select(".line, .band, .dot")).hasSize(3);
    }

    @Test
    void manyNightsInASmallChartAreAFineLine() {
        Document svg = draw(Specs.small(Specs.nights(90)));
        assertThat(svg.select(".fine")).hasSize(1);
        assertThat(svg.select(".line")).isEmpty();
        assertThat(svg.expectFirst(".dot").attr("r")).isEqualTo("2");
    }

    @Test
    void aFewOfManyNightsInASmallChartAreDotsOfFullSize() {
        Document svg = draw(Specs.small(Specs.nights(90, night -> night % 30 == 5)));
        assertThat(svg.select(".dot").eachAttr("r")).containsExactly("3", "3", "3");
        assertThat(svg.select(".bar")).hasSize(3);
    }

    @Test
    void printsSixLabelsAndSixNumbersAtMost() {
        assertThat(draw(Specs.nights(365)).select(".label")).hasSizeBetween(8, 13);
        assertThat(draw(Specs.nights(3)).select(".label")).hasSize(3 + 6);
    }

    @Test
    void countsAreALineOverWholeNumbers() {
        Document svg = draw(Specs.counts(0, 0, 1, 3, 2, 3));
        assertThat(svg.select(".label")).hasSize(4 + 6);
        assertThat(svg.select(".line")).hasSize(1);
    }

    @Test
    void labelsOfAnyKindDoNoHarm() {
        String[] hostile = {
            "", " ", "\u0000", "\n", "<script>", "$\\int$", "\u200b", "\ud83d", "🙂", "\u202e12", "ı".repeat(9999)
        };
        for (String label : hostile) {
            ChartSpec spec = new ChartSpec(
                    "trend",
                    Shape.SMALL,
                    "<b>",
                    List.of(label, label),
                    Specs.SHARE,
                    null,
                    List.of(Specs.bare(0, 1), Specs.bare(1, 0)));
            assertThat(text(spec)).doesNotContain("<b>", "script").hasSizeLessThan(40_000);
            assertThat(Jsoup.parse(text(spec), Parser.xmlParser()).select(".dot"))
                    .hasSize(2);
        }
    }

    @Test
    void refusesAChartWithoutPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.svg(Specs.of(30)))
                .withMessage("chart trend has no points");
    }

    private static double dotHeight(double value) {
        return Double.parseDouble(
                draw(Specs.of(3, Specs.bare(1, value))).expectFirst(".dot").attr("cy"));
    }

    private static int corners(Element line) {
        return numbers(line.attr("d")).length / 2;
    }

    private static Document draw(ChartSpec spec) {
        return Jsoup.parse(text(spec), Parser.xmlParser());
    }

    private static String text(ChartSpec spec) {
        return new String(renderer.svg(spec), UTF_8);
    }
}
