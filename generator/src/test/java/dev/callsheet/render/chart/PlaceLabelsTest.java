package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.render.chart.PlaceLabels.Label;
import dev.callsheet.site.ChartSpec;
import java.util.List;
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
        List<String> nights =
                IntStream.rangeClosed(1, 31).mapToObj(Integer::toString).toList();
        assertThat(thinned(nights)).extracting(Label::place).containsExactly(0, 5, 10, 15, 20, 25, 30);
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

    private static List<Label> thinned(List<String> labels) {
        ChartSpec spec = new ChartSpec("x", "x", labels, Specs.SHARE, List.of());
        return PlaceLabels.thinned(labels, new Frame(spec, 50, 470), lettering);
    }

    private static List<String> texts(List<Label> labels) {
        return labels.stream().map(Label::text).toList();
    }
}
