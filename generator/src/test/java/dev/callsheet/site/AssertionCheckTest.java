package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionCheckTest {

    @ParameterizedTest
    @CsvSource({
        "contains, transcript, TEXT",
        "contains, , TEXT",
        "CONTAINS, transcript, TEXT",
        "not_contains, , TEXT",
        "contains, nodes_visited, NODE",
        "contains, variables_extracted, VARIABLE",
        "STRING_CHECK, , TEXT",
        "node_visited, nodes_visited, NODE",
        "NODE_REACHED, , NODE",
        "variable_equals, variables_extracted, VARIABLE",
        "VARIABLE_EXTRACTED, , VARIABLE",
        "LLM_JUDGE, transcript, OTHER",
        ", , OTHER",
    })
    void theTypeSaysWhatIsLookedAt(@Nullable String type, @Nullable String target, AssertionCheck.Subject subject) {
        assertThat(AssertionCheck.of(new AssertionKey("a", type, target, "day", "Tuesday"), null))
                .isEqualTo(new AssertionCheck(subject, "day", "Tuesday"));
    }

    @Test
    void aResultWithoutWordsTakesThoseOfTheDefinition() {
        AssertionKey key = new AssertionKey("a", null, null, null, null);
        assertThat(AssertionCheck.of(key, definition("STRING_CHECK", "target", "transcript", "value", "is cancelled")))
                .isEqualTo(new AssertionCheck(AssertionCheck.Subject.TEXT, null, "is cancelled"));
        assertThat(AssertionCheck.of(key, definition("NODE_REACHED", "node_id", "closing")))
                .isEqualTo(new AssertionCheck(AssertionCheck.Subject.NODE, null, "closing"));
        assertThat(AssertionCheck.of(key, definition("VARIABLE_EXTRACTED", "variableName", "day", "value", "Tuesday")))
                .isEqualTo(new AssertionCheck(AssertionCheck.Subject.VARIABLE, "day", "Tuesday"));
        assertThat(AssertionCheck.of(key, definition("LLM_JUDGE", "value", "0.7"))
                        .expected())
                .isNull();
    }

    @Test
    void theResultIsBelievedBeforeTheDefinition() {
        AssertionKey key = new AssertionKey("a", "contains", null, null, "was cancelled");
        assertThat(AssertionCheck.of(key, definition("NODE_REACHED", "value", "is cancelled")))
                .isEqualTo(new AssertionCheck(AssertionCheck.Subject.TEXT, null, "was cancelled"));
    }

    private static AssertionDefinition definition(String type, String... config) {
        List<Variable> settings = IntStream.range(0, config.length / 2)
                .mapToObj(i -> new Variable(config[2 * i], config[2 * i + 1]))
                .toList();
        return new AssertionDefinition("a", type, null, settings, true, BigDecimal.ONE);
    }
}
