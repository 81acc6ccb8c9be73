package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssertionWordsTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"quoted\" \u202e";

    @Test
    void anAssertionIsSaidInWords() {
        assertThat(words("contains", "transcript", null, "hello")).isEqualTo("transcript contains “hello”");
        assertThat(words("CONTAINS", null, null, "")).isEqualTo("text contains “”");
        assertThat(words("node_visited", "nodes_visited", null, "closing")).isEqualTo("node “closing” visited");
        assertThat(words("variable_equals", "variables_extracted", "day", "Tuesday"))
                .isEqualTo("day equals “Tuesday”");
        assertThat(words("LLM_JUDGE", null, null, null)).isEqualTo("LLM_JUDGE");
        assertThat(words("contains", "transcript", null, null)).isEqualTo("contains transcript");
        assertThat(words(null, null, null, null)).isEqualTo("assertion a");
        assertThat(AssertionWords.of(new AssertionKey(null, null, null, null, null), null))
                .isEqualTo("an assertion without a description");
    }

    @Test
    void theNameOfTheDefinitionGoesFirst() {
        AssertionKey key = new AssertionKey("a", "contains", "transcript", null, "hello");
        assertThat(AssertionWords.of(key, definition("Greets"))).isEqualTo("Greets");
        assertThat(AssertionWords.of(key, definition(null))).isEqualTo("transcript contains “hello”");
    }

    @Test
    void hostileWordsPassUnchanged() { // escaping is the renderer's
        assertThat(words("contains", HOSTILE, null, HOSTILE)).isEqualTo(HOSTILE + " contains “" + HOSTILE + "”");
        assertThat(words(HOSTILE, null, null, null)).isEqualTo(HOSTILE);
    }

    private static String words(
            @Nullable String type, @Nullable String target, @Nullable String field, @Nullable String expected) {
        return AssertionWords.of(new AssertionKey("a", type, target, field, expected), null);
    }

    private static AssertionDefinition definition(@Nullable String name) {
        return new AssertionDefinition("a", "contains", name, List.of(), true, BigDecimal.ONE);
    }
}
