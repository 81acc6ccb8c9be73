package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.model.Problem;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedAddressesTest {

    // Found by search: nothing of them can stand in an address, and their hashes begin with the same 32 bits.
    private static final String ONE = "!!#>,";
    private static final String OTHER = "!$}+]";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void twoIdsMadeToAgreeAreNamed() {
        assertThat(SitePaths.run(ONE)).isEqualTo(SitePaths.run(OTHER));
        assertThat(SharedAddresses.of(analysis(ONE, OTHER)))
                .extracting(Problem::recordId, Problem::found)
                .containsExactly(tuple(OTHER, "the address of " + ONE));
    }

    @Test
    void otherIdsHaveAddressesOfTheirOwn() {
        assertThat(SharedAddresses.of(analysis("a", "A", "a ", "ä"))).isEmpty();
    }

    private Analysis analysis(String... runIds) {
        List<GivenRun> runs = Arrays.stream(runIds).map(Given::run).toList();
        return Analyst.analyse(
                corpora.of(runs),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-14T06:00:00Z"),
                Rules.DEFAULT);
    }
}
