package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of a fetch.json, and what is said of one that is broken. */
class FetchParserTest {

    private static final String WHOLE = """
            {"schema": "callsheet.fetch/1", "generator": {"name": "callsheet", "version": "0.1.0"},
             "api": "https://api.bland.ai", "began_at": "2026-04-15T02:00:00Z", "ended_at": "2026-04-15T02:03:10Z",
             "complete": true, "asked": {"everything": true, "runs": []},
             "runs": {"asked": 500, "received": 499, "fetched": 300, "cached": 199, "unfinished": 2, "gone": 1, "missing": 0},
             "scenarios": %1$s, "batches": %1$s, "simulation_sets": %1$s,
             "missing": [], "gone": [{"kind": "run", "id": "r9"}],
             "requests": {"sent": 5400, "answers": {"200": 5012}}, "redaction": {"email": 3}}
            """.formatted(counts(0, 0, 0));

    private static final String SHORT = WHOLE.replace("\"complete\": true", "\"complete\": false")
            .replace("\"received\": 499", "\"received\": 481")
            .replace("\"gone\": 1, \"missing\": 0", "\"gone\": 1, \"missing\": 18");

    private static String counts(int asked, int received, int missing) {
        return "{\"asked\": %d, \"received\": %d, \"fetched\": 0, \"cached\": 0, \"unfinished\": 0, \"gone\": 0, \"missing\": %d}"
                .formatted(asked, received, missing);
    }

    private static CollectingSink read(String from, String to) {
        assertThat(WHOLE).contains(from);
        return CollectingSink.of(WHOLE.replace(from, to));
    }

    @Test
    void aWholeFetchIsReadAndIsNoTestResult() {
        CollectingSink sink = CollectingSink.of(WHOLE);

        Fetch fetch = sink.onlyFetch();
        assertThat(sink.problems).isEmpty();
        assertThat(sink.counts()).containsOnly(0);
        assertThat(fetch.complete()).isTrue();
        assertThat(fetch.api()).isEqualTo("https://api.bland.ai");
        assertThat(fetch.beganAt()).isEqualTo(Instant.parse("2026-04-15T02:00:00Z"));
        assertThat(fetch.endedAt()).isEqualTo(Instant.parse("2026-04-15T02:03:10Z"));
        assertThat(fetch.counts())
                .containsEntry(Kind.RUN, new Counts(500, 499, 300, 199, 2, 1, 0))
                .containsEntry(Kind.BATCH, Counts.NONE)
                .containsOnlyKeys(Kind.RECORDS);
        assertThat(fetch.missing()).isEmpty();
    }

    @Test
    void whereItsSchemaStandsAndWhatItIsInMakesNoDifference() {
        String last = WHOLE.replace("{\"schema\": \"callsheet.fetch/1\", ", "{")
                .replace("\"redaction\":", "\"schema\": \"callsheet.fetch/1\", \"redaction\":");

        assertThat(CollectingSink.of(last).fetches).isEqualTo(CollectingSink.of(WHOLE).fetches);
        assertThat(CollectingSink.of("[" + WHOLE + ", " + SHORT + "]").fetches).hasSize(2);
    }

    @Test
    void whatIsMissingIsNamedWithItsReason() {
        CollectingSink sink = CollectingSink.of(SHORT.replace("\"missing\": []", """
                "missing": [{"kind": "run", "id": "r1", "why": "answers 500 (asked 6 times)"},
                 {"kind": "list", "id": "runs", "why": "  "}, {"kind": "simulation_set", "id": "set"}]"""));

        assertThat(sink.onlyFetch().complete()).isFalse();
        assertThat(sink.onlyFetch().missing())
                .extracting(m -> m.kind().id() + " " + m.id() + " " + m.why() + " " + m.place())
                .containsExactly(
                        "run r1 answers 500 (asked 6 times) -#/missing/0",
                        "list runs null -#/missing/1",
                        "simulation_set set null -#/missing/2");
        assertThat(sink.onlyFetch().of(Kind.RUN)).isEqualTo(new Counts(500, 481, 300, 199, 2, 1, 18));
    }

    @Test
    void oneThatDidNotEndIsNoContradiction() {
        CollectingSink sink = CollectingSink.of(SHORT.replace("\"2026-04-15T02:03:10Z\"", "null"));

        assertThat(sink.onlyFetch().endedAt()).isNull();
        assertThat(sink.onlyFetch().known()).isTrue();
        assertThat(sink.problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callsheet.fetch/2", "callsheet.fetch/", "callsheet.fetch/1.1", "callsheet.fetch/\\nx"})
    void oneOfAnotherVersionIsNamedAndNotTrusted(String schema) {
        CollectingSink sink = read("callsheet.fetch/1", schema);

        assertThat(sink.onlyFetch()).isEqualTo(Fetch.unknown(sink.onlyFetch().place()));
        assertThat(sink.told())
                .singleElement()
                .asString()
                .startsWith("REJECTED -#/schema: the text \"callsheet.fetch/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callsheet.report/1", "callsheet.fetches/1", "callsheet.fetch"})
    void otherFilesOfCallsheetArePassedOver(String schema) {
        CollectingSink sink = read("callsheet.fetch/1", schema);

        assertThat(sink.fetches).isEmpty();
        assertThat(sink.told()).containsExactly("SKIPPED -: a file of a Callsheet report");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"complete\": true, | `` | VALUE -#/complete: nothing",
                "\"complete\": true | \"complete\": \"yes\" | VALUE -#/complete: the text \"yes\"",
                "\"missing\": [], | `` | VALUE -#/missing: nothing",
                "\"missing\": [] | \"missing\": 3 | VALUE -#/missing: a number",
                "\"missing\": [] | \"missing\": [3] | VALUE -#/missing/0: a number",
                "\"missing\": [] | \"missing\": [{\"kind\": \"call\", \"id\": \"r\"}] | VALUE -#/missing/0/kind: the text \"call\"",
                "\"missing\": [] | \"missing\": [{\"kind\": \"run\", \"id\": \" \"}] | VALUE -#/missing/0/id: the text \" \"",
                "\"missing\": [] | \"missing\": [{\"kind\": \"run\"}] | VALUE -#/missing/0/id: nothing",
                "\"runs\": { | \"calls\": { | VALUE -#/runs: nothing",
                "\"gone\": 1, \"missing\": 0 | \"gone\": 1, \"missing\": -1 | VALUE -#/runs/missing: the number -1",
                "\"gone\": 1, \"missing\": 0 | \"gone\": 1 | VALUE -#/runs/missing: nothing",
                "\"received\": 499 | \"received\": 1e999999999 | VALUE -#/runs/received: the number 1E+999999999",
                "\"2026-04-15T02:03:10Z\" | \"yesterday\" | VALUE -#/ended_at: the text \"yesterday\"",
            })
    void whatCannotBeReadIsNamedAndTheFetchIsNotTrustedAsComplete(String from, String to, String told) {
        CollectingSink sink = read(from, to);

        assertThat(sink.onlyFetch().complete()).isFalse();
        assertThat(sink.onlyFetch().known()).isTrue();
        assertThat(sink.told()).contains(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@api.bland.ai",
                "https://api.bland.ai/?key=secret",
                "javascript:secret()",
                "secret"
            })
    void anAddressThatMayHoldASecretIsLeftOutAndNotRepeated(String address) {
        CollectingSink sink = read("https://api.bland.ai", address);

        assertThat(sink.onlyFetch().api()).isNull();
        assertThat(sink.onlyFetch().complete()).isTrue();
        assertThat(sink.told()).containsExactly("VALUE -#/api: another text");
    }

    @Test
    void aCompleteFetchWithoutAnEndOrWithSomethingMissingContradictsItself() {
        CollectingSink running = read("\"2026-04-15T02:03:10Z\"", "null");
        assertThat(running.onlyFetch().complete()).isFalse();
        assertThat(running.told()).containsExactly("CONFLICT -#/complete: true");

        CollectingSink list = read("\"missing\": []", "\"missing\": [{\"kind\": \"list\", \"id\": \"runs\"}]");
        assertThat(list.onlyFetch().complete()).isFalse();
        assertThat(list.told()).containsExactly("CONFLICT -#/complete: true");
    }

    @Test
    void countsThatDoNotFitAreTakenForTheWorse() {
        CollectingSink fewer = read("\"received\": 499", "\"received\": 400");
        assertThat(fewer.onlyFetch().of(Kind.RUN)).isEqualTo(new Counts(500, 400, 300, 199, 2, 1, 99));
        assertThat(fewer.onlyFetch().complete()).isFalse();
        assertThat(fewer.told()).contains("CONFLICT -#/runs: 500 asked, 400 received, 1 gone, 0 missing, 0 listed");

        CollectingSink more = read("\"asked\": 500", "\"asked\": 5");
        assertThat(more.onlyFetch().of(Kind.RUN)).isEqualTo(new Counts(500, 499, 300, 199, 2, 1, 0));
        assertThat(more.onlyFetch().complete()).isFalse();

        CollectingSink listed = read("\"missing\": []", "\"missing\": [{\"kind\": \"run\", \"id\": \"r1\"}]");
        assertThat(listed.onlyFetch().of(Kind.RUN)).isEqualTo(new Counts(501, 499, 300, 199, 2, 1, 1));
    }

    @Test
    void aRecordThatIsListedTwiceIsMissingOnce() {
        CollectingSink sink = CollectingSink.of(
                SHORT.replace(
                        "\"missing\": []",
                        "\"missing\": [{\"kind\": \"run\", \"id\": \"r1\", \"why\": \"a\"},"
                                + " {\"kind\": \"run\", \"id\": \"r1\", \"why\": \"b\"}, {\"kind\": \"batch\", \"id\": \"r1\"}]"));

        assertThat(sink.onlyFetch().missing()).extracting(Fetch.Missing::why).containsExactly("a", null);
        assertThat(sink.told()).contains("DOUBTFUL -#/missing/1: the same again");
    }

    @Test
    void aKeyThatStandsTwiceCostsTheStatementButNotThatThereWasAFetch() {
        for (String twice : new String[] {
            WHOLE.replace("\"missing\": []", "\"missing\": [], \"missing\": []"),
            WHOLE.replace("\"asked\": 500", "\"asked\": 500, \"asked\": 5")
        }) {
            CollectingSink sink = CollectingSink.of(twice);
            assertThat(sink.onlyFetch().known()).isFalse();
            assertThat(sink.told())
                    .singleElement()
                    .asString()
                    .startsWith("REJECTED -#/")
                    .endsWith(": a key that stands twice");
        }
    }

    @Test
    void aListMayBeMissingForSeveralReasons() {
        CollectingSink sink = read(
                "\"missing\": []",
                "\"missing\": [{\"kind\": \"list\", \"id\": \"runs\", \"why\": \"a\"},"
                        + " {\"kind\": \"list\", \"id\": \"runs\", \"why\": \"b\"}]");

        assertThat(sink.onlyFetch().missing()).extracting(Fetch.Missing::why).containsExactly("a", "b");
        assertThat(sink.told()).containsExactly("CONFLICT -#/complete: true");
    }

    @Test
    void runsInAStatementAreNoRuns() {
        CollectingSink sink = read(
                "\"runs\": {",
                "\"runs\": [{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}], \"other\": {");

        assertThat(sink.counts()).containsOnly(0);
        assertThat(sink.onlyFetch().complete()).isFalse();
        assertThat(sink.told()).containsExactly("VALUE -#/runs: a list", "CONFLICT -#/complete: true");
    }

    @Test
    void textsAreCleanedAndTheFilesBesideItAreNotAffected() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED"}
                %s
                {"id": "r2", "scenario_id": "s1", "status": "FAILED"}
                """.formatted(SHORT.replace("\n", " ")
                .replace(
                        "\"missing\": []",
                        "\"missing\": [{\"kind\": \"run\", \"id\": \"r3\", \"why\": \"a\\u0007\\nb\"}]")));

        assertThat(sink.runs).hasSize(2);
        assertThat(sink.onlyFetch().missing()).extracting(Fetch.Missing::why).containsExactly("a\uFFFD b");
    }

    @Test
    void manyMissingAreAllTaken() {
        String all = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"kind\": \"run\", \"id\": \"r" + i + "\", \"why\": \"answers 500\"}")
                .collect(Collectors.joining(", "));
        CollectingSink sink = CollectingSink.of(SHORT.replace("\"missing\": []", "\"missing\": [" + all + "]"));

        assertThat(sink.onlyFetch().missing()).hasSize(20_000);
        assertThat(sink.onlyFetch().of(Kind.RUN).missing()).isEqualTo(20_000);
    }

    @Test
    void ofManyBadEntriesTheFirstAreNamed() {
        String all = String.join(", ", Collections.nCopies(5_000, "7"));
        CollectingSink sink = CollectingSink.of(SHORT.replace("\"missing\": []", "\"missing\": [" + all + "]"));

        assertThat(sink.problems).hasSize(101);
        assertThat(Stream.of(sink.problems.get(100).found())).containsExactly("4900 more problems");
    }
}
