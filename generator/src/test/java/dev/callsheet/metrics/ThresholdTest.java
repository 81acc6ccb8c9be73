package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ThresholdTest {

    private static final List<RecordComponent> COMPONENTS = List.of(Rules.class.getRecordComponents());

    @Test
    void thereIsOneForEachComponentOfTheRules() {
        assertThat(Arrays.stream(Threshold.values()).map(Threshold::key))
                .containsExactlyElementsOf(COMPONENTS.stream()
                        .map(component ->
                                component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void readsItsOwnComponent(Threshold threshold) throws ReflectiveOperationException {
        List<Threshold> all = List.of(Threshold.values());
        Rules numbered = Threshold.rules(all::indexOf);
        int position = all.indexOf(threshold);
        assertThat(threshold.of(numbered).intValue()).isEqualTo(position);
        assertThat(COMPONENTS.get(position).getAccessor().invoke(numbered)).isEqualTo(threshold.of(numbered));
    }

    @Test
    void theDefaultsMadeAnewAreTheDefaults() {
        assertThat(Threshold.rules(threshold -> threshold.of(Rules.DEFAULT))).isEqualTo(Rules.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultLiesInTheRangeAndIsWholeWhereThatIs(Threshold threshold) {
        Number value = threshold.of(Rules.DEFAULT);
        assertThat(threshold.range().contains(value.doubleValue())).isTrue();
        assertThat(value).isInstanceOf(threshold.range().whole() ? Integer.class : Double.class);
    }

    @ParameterizedTest
    @EnumSource
    void theMeaningIsASentence(Threshold threshold) {
        assertThat(threshold.meaning()).matches("[A-Z][^.|]+\\.");
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOW_NIGHTS, 1, true",
        "WINDOW_NIGHTS, 365, true",
        "WINDOW_NIGHTS, 0, false",
        "WINDOW_NIGHTS, 366, false",
        "WINDOW_NIGHTS, 1.5, false",
        "MINIMUM_CHANGE, 0, true",
        "MINIMUM_CHANGE, -0.001, false",
        "ALPHA, 0, false",
        "ALPHA, 0.000001, true",
        "ALPHA, NaN, false",
        "ALPHA, Infinity, false",
    })
    void aRangeHoldsBothItsEnds(Threshold threshold, double value, boolean holds) {
        assertThat(threshold.range().contains(value)).isEqualTo(holds);
    }

    @Test
    void aRangeInWordsHasNoExponent() {
        assertThat(Threshold.ALPHA.range()).hasToString("0.000001 to 0.5");
        assertThat(Threshold.WINDOW_NIGHTS.range()).hasToString("1 to 365");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.30, 0.3", "1e-6, 0.000001", "0.1234567891, 0.1234567891", "1, 1"})
    void aValueIsShownAsItWouldBeWritten(double value, String text) {
        assertThat(Threshold.ALPHA.text(Threshold.rules(threshold -> value))).isEqualTo(text);
    }
}
