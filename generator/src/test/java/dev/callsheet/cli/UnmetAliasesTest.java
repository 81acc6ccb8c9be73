package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.config.Alias;
import dev.callsheet.model.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnmetAliasesTest {

    @Test
    void anAliasThatJoinedNothingIsNamedWithItsLine() {
        List<Problem> problems = UnmetAliases.problems(
                List.of(
                        new Alias("callsheet.yml", 3, "met", "new"),
                        new Alias("callsheet.yml", 4, "greeting/v1", "greeting-v2")),
                Set.of("greeting/v1"),
                true);
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.place()).hasToString("callsheet.yml:4#/aliases/greeting~1v1");
        assertThat(problem.severity()).isEqualTo(Problem.Severity.INFO);
        assertThat(problem.recordId()).isEqualTo("greeting/v1");
        assertThat(problem.hint()).isEqualTo("nothing was joined to greeting-v2; is the id misspelt?");
    }

    @Test
    void nothingIsSaidOfAliasesThatJoinedSomething() {
        assertThat(UnmetAliases.problems(List.of(new Alias("callsheet.yml", 3, "old", "new")), Set.of(), true))
                .isEmpty();
    }
}
