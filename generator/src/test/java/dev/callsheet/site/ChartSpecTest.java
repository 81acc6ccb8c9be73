package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.callsheet.site.ChartSpec.Change;
import dev.callsheet.site.ChartSpec.Flag;
import dev.callsheet.site.ChartSpec.Kind;
import dev.callsheet.site.ChartSpec.Point;
import dev.callsheet.site.ChartSpec.Shape;
import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.Usual;
import dev.callsheet.site.ChartSpec.YAxis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSpecTest {

    private static final YAxis AXIS = new YAxis(0.5, 1, Unit.PERCENT);

    @Test
    void mayHaveGapsAndNoPoints() {
        assertThatNoException().isThrownBy(() -> spec(new Point(0, 0.9, null, null), new Point(2, 0.8, 0.1, 1.0)));
        assertThatNoException().isThrownBy(() -> spec());
    }

    @Test
    void refusesPointsOutOfOrderOrBesideThePlaces() {
        Point first = new Point(1, 0.9, null, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(first, new Point(0, 0.9, null, null)))
                .withMessageContaining("place 0 after place 1");
        assertThatIllegalArgumentException().isThrownBy(() -> spec(first, first));
        assertThatIllegalArgumentException().isThrownBy(() -> spec(new Point(3, 0.9, null, null)));
        assertThatIllegalArgumentException().isThrownBy(() -> spec(new Point(-1, 0.9, null, null)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, -1})
    void nothingBeginsBeforeTheFirstPlaceOrAfterTheLast(int place) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec().with(List.of(), List.of(new Flag(place, Kind.VERSION, "v2"))))
                .withMessageContaining("nothing begins at place " + place + " of 3 places");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec().with(List.of(new Change(place, true)), List.of()))
                .withMessageContaining("nothing begins at place " + place);
    }

    @Test
    void flagsAreInTheOrderOfTheirPlaces() {
        Flag later = new Flag(2, Kind.VERSION, "v3");
        Flag earlier = new Flag(1, Kind.WORSE, "1 worse");
        assertThat(spec().with(List.of(), List.of(later, earlier)).flags()).containsExactly(earlier, later);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.49, 1.01})
    void refusesAValueTheAxisCannotShow(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec(new Point(0, value, null, null)))
                .withMessageContaining("outside of the axis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "../trend", "trend.svg", "Trend 1", "ı"})
    void refusesNamesThatAreNoFileStem(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSpec(name, Shape.WIDE, "x", List.of(), AXIS, null, List.of()));
    }

    @Test
    void anAxisRisesBetweenFiniteEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new YAxis(1, 1, Unit.SCORE));
        assertThatIllegalArgumentException().isThrownBy(() -> new YAxis(Double.NaN, 1, Unit.SCORE));
        assertThatIllegalArgumentException().isThrownBy(() -> new YAxis(0, Double.POSITIVE_INFINITY, Unit.SCORE));
    }

    @Test
    void aPointIsANumberWithAWholeIntervalOrNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, Double.NaN, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5, 0.4, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5, null, 0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5, 0.6, 0.4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Point(0, 0.5, Double.NaN, 0.6));
    }

    @Test
    void theUsualRangeIsARangeOfNumbers() {
        assertThatNoException().isThrownBy(() -> new Usual(0.8, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0.9, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usual(Double.NaN, 0.8));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usual(0, Double.POSITIVE_INFINITY));
    }

    private static ChartSpec spec(Point... points) {
        return new ChartSpec("trend", Shape.WIDE, "Falling.", List.of("a", "b", "c"), AXIS, null, List.of(points));
    }
}
