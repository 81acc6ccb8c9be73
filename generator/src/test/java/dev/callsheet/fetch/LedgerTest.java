package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchResult.Counts;
import dev.callsheet.fetch.FetchResult.Item;
import dev.callsheet.fetch.FetchResult.Missing;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void nothingIsAskedForTwice() {
        assertThat(ledger.ask(RecordKind.RUN, "a")).isTrue();
        assertThat(ledger.ask(RecordKind.RUN, "a")).isFalse();
        assertThat(ledger.ask(RecordKind.RUN, "A")).isTrue();
        assertThat(ledger.ask(RecordKind.BATCH, "a")).isTrue();
        ledger.received(RecordKind.RUN, "a", false, false);
        assertThat(ledger.ask(RecordKind.RUN, "a")).isFalse();
    }

    @Test
    void whatWasAskedForIsReceivedGoneOrMissing() {
        ledger.received(RecordKind.RUN, "fetched", false, false);
        ledger.received(RecordKind.RUN, "cached", true, false);
        ledger.received(RecordKind.RUN, "at work", false, true);
        ledger.gone(RecordKind.RUN, "gone");
        ledger.missing(RecordKind.RUN, "missing", "answers 500");
        assertThat(ledger.ask(RecordKind.RUN, "open")).isTrue();
        assertThat(ledger.ask(RecordKind.BATCH, "of another kind")).isTrue();
        Counts counts = ledger.counts(RecordKind.RUN);
        assertThat(counts).isEqualTo(new Counts(2, 1, 1, 1, 2));
        assertThat(counts.received()).isEqualTo(3);
        assertThat(counts.asked()).isEqualTo(6);
        assertThat(ledger.failed(RecordKind.RUN)).isEqualTo(2);
        assertThat(ledger.counts(RecordKind.SCENARIO)).isEqualTo(new Counts(0, 0, 0, 0, 0));
    }

    @Test
    void theLastWordCounts() {
        ledger.received(RecordKind.RUN, "a", false, true);
        assertThat(ledger.unfinished(RecordKind.RUN)).containsExactly("a");
        ledger.received(RecordKind.RUN, "a", false, false);
        assertThat(ledger.unfinished(RecordKind.RUN)).isEmpty();
        ledger.missing(RecordKind.RUN, "a", "answers 500");
        assertThat(ledger.counts(RecordKind.RUN)).isEqualTo(new Counts(0, 0, 0, 0, 1));
    }

    @Test
    void listsAreNamedFirstThenRecordsInOrder() {
        ledger.missing(RecordKind.SIMULATION_SET, "s", "answers 500");
        ledger.missing(RecordKind.RUN, "b", "answers 502");
        ledger.missing(RecordKind.RUN, "a", "answers 501");
        assertThat(ledger.ask(RecordKind.SCENARIO, "c")).isTrue();
        ledger.missingList("runs", "answers 503 after 100 of 200 runs", 100);
        assertThat(ledger.missing())
                .containsExactly(
                        new Missing("list", "runs", "answers 503 after 100 of 200 runs"),
                        new Missing("scenario", "c", "was not asked for to the end"),
                        new Missing("run", "a", "answers 501"),
                        new Missing("run", "b", "answers 502"),
                        new Missing("simulation_set", "s", "answers 500"));
    }

    @Test
    void aListThatFailsAlikeForSeveralFiltersIsNamedOnce() {
        ledger.missingList("runs", "answers 503", 3);
        ledger.missingList("runs", "answers 503", 4);
        ledger.missingList("runs", "answers 500", 0);
        assertThat(ledger.missing()).extracting(Missing::why).containsExactly("answers 503", "answers 500");
        assertThat(ledger.counts(RecordKind.RUN).missing()).isEqualTo(7);
    }

    @Test
    void runsThatAListStatesBeyondThoseThatWereMetAreMissingToo() {
        ledger.received(RecordKind.RUN, "a", false, false);
        ledger.missingList("runs", "answers 503", 18);
        ledger.missingList("scenarios", "answers 503", 0);
        assertThat(ledger.counts(RecordKind.RUN)).isEqualTo(new Counts(1, 0, 0, 0, 18));
        assertThat(ledger.counts(RecordKind.SCENARIO).missing()).isZero();
    }

    @Test
    void whatIsGoneIsNamedInOrder() {
        ledger.gone(RecordKind.BATCH, "b");
        ledger.gone(RecordKind.RUN, "z");
        ledger.gone(RecordKind.RUN, "a");
        assertThat(ledger.gone()).containsExactly(new Item("run", "a"), new Item("run", "z"), new Item("batch", "b"));
    }
}
