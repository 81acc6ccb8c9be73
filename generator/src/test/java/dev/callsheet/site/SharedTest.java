package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTest {

    @Test
    void whatIsInUseIsNotMadeAgain() {
        AtomicInteger made = new AtomicInteger();
        Shared<StringBuilder> shared = new Shared<>(() -> new StringBuilder("made " + made.incrementAndGet()));
        assertThat(made).hasValue(0);
        StringBuilder first = shared.get();
        assertThat(shared.get()).isSameAs(first).hasToString("made 1");
    }
}
