package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TrialsTest {

    @Test
    void aShareIsComparedAsADecimal() {
        assertThat(new Trials(14, 25).isAtLeast(0.56)).isTrue();
        assertThat(new Trials(51, 75).isAtLeast(0.68)).isTrue();
        assertThat(new Trials(13, 25).isAtLeast(0.56)).isFalse();
        assertThat(new Trials(4, 5).isAtLeast(0.8)).isTrue();
        assertThat(new Trials(0, 0).isAtLeast(0.8))
                .as("nothing falls short of anything")
                .isTrue();
    }

    @Test
    void ofNoTrialsThereIsNoRate() {
        assertThat(new Trials(0, 0).rate()).isNull();
        assertThat(new Trials(1, 4).rate()).isEqualTo(0.25);
    }

    @Test
    void moreCannotPassThanWereTried() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trials(2, 1)).withMessageContaining("2 of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Trials(-1, 1));
    }
}
