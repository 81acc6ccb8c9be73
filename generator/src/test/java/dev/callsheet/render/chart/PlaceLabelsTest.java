package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.render.chart.PlaceLabels.Label;
import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Shape;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceLabelsTest {

    private static Lettering lettering;

    @BeforeAll
    static void loadFont() throws Exception {
        lettering = new Lettering(ChartFont.load());
    }

    @Test
    void aFewShortLabelsAreAllPrinted() {
        assertThat(texts(thinned(List.of("1", "2", "3", "4", "5")))).containsExactly("1", "2", "3", "4", "5");
        assertThat(texts(thinned(List.of("16 Mar")))).containsExactly("16 Mar");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 11, 30, 31, 60, 365, 400})
    void firstAndLastAlwaysStandAndNoneTouches(int places) {
        List<String> labels =
                IntStream.range(0, places).mapToObj(i -> i + " September").toList();
        List<Label> printed = thinned(labels);
        assertThat(printed.get(0).place()).isZero();
        assertThat(printed.get(printed.size() - 1).place()).isEqualTo(places - 1);
        for (int i = 1; i < printed.size(); i++) {
            Label before = printed.get(i - 1);
            assertThat(printed.get(i).left()).isGreaterThan(before.left() + before.width() + 10);
        }
    }

    @Test
    void labelsAreSpreadEvenly() {
        assertThat(thinned(numbers(31))).extracting(Label::place).containsExactly(0, 5, 10, 15, 20, 25, 30);
        List<String> six =
                IntStream.rangeClosed(1, 6).mapToObj(i -> i + " February").toList();
        assertThat(thinned(six))
                .as("five steps have no even share")
                .extracting(Label::place)
                .containsExactly(0, 5);
    }

    @Test
    void labelsStayBelowTheAxis() {
        List<Label> printed = thinned(List.of("16 Mar", "", "", "", "", "", "", "14 Apr"));
        assertThat(printed.get(0).left()).isEqualTo(50);
        Label last = printed.get(printed.size() - 1);
        assertThat(last.left() + last.width()).isEqualTo(470);
    }

    @Test
    void longLabelsAreShortened() {
        assertThat(texts(thinned(List.of("the pathway of the ninth of April", " b "))))
                .containsExactly("the pathway of the…", "b");
    }

    @Test
    void twoLongLabelsLeaveEachOtherRoom() {
        List<Label> printed = thinned(List.of("W".repeat(30), "W".repeat(30)));
        assertThat(texts(printed)).allMatch(text -> text.matches("W+…"));
        assertThat(printed.get(1).left())
                .isGreaterThan(printed.get(0).left() + printed.get(0).width() + 10);
    }

    @Test
    void oneToTenAreAllPrinted() {
        assertThat(thinned(numbers(10))).hasSize(10);
        assertThat(texts(thinned(numbers(13))))
                .as("thirteen are too many")
                .containsExactly("1", "3", "5", "7", "9", "11", "13");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 90})
    void aSmallChartHasTheFirstAndTheLastOnly(int places) {
        List<Label> printed = PlaceLabels.thinned(new Frame(spec(Shape.SMALL, numbers(places)), 40, 210), lettering);
        assertThat(printed).extracting(Label::place).containsExactlyElementsOf(new TreeSet<>(List.of(0, places - 1)));
    }

    private static List<Label> thinned(List<String> labels) {
        return PlaceLabels.thinned(new Frame(spec(Shape.WIDE, labels), 50, 470), lettering);
    }

    private static ChartSpec spec(Shape shape, List<String> labels) {
        return new ChartSpec("x", shape, "x", labels, Specs.SHARE, null, List.of());
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    private static List<String> texts(List<Label> labels) {
        return labels.stream().map(Label::text).toList();
    }
}
