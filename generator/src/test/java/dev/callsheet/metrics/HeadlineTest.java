package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HeadlineTest {

    @ParameterizedTest
    @EnumSource(State.class)
    void aChangeComesBeforeTheState(State state) {
        assertThat(Headline.of(state, Event.REGRESSED)).isEqualTo(Headline.REGRESSED);
        assertThat(Headline.of(state, Event.FIXED)).isEqualTo(Headline.FIXED);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void otherwiseTheStateIsSaid(State state) {
        assertThat(Headline.of(state, Event.NONE).name()).isEqualTo(state.name());
        assertThat(Headline.of(state, Event.IMPROVED).name()).isEqualTo(state.name());
    }

    @ParameterizedTest
    @CsvSource({"INSUFFICIENT, NEW", "BROKEN, BROKEN", "FLAKY, FLAKY", "RELIABLE, RELIABLE", "SUSPECT, SUSPECT"})
    void newIsSaidOfWhatIsNotKnownYet(State state, Headline headline) {
        assertThat(Headline.of(state, Event.NEW)).isEqualTo(headline);
    }
}
