package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Run;
import dev.callsheet.source.CollectingSink;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What reaches the disk of what people said. */
class KeepingTest {

    private static final String CANARY = "canary";
    private static final long CANARY_NUMBER = 987_001;
    private static final String PERSONAL = "canary@example.com or +1 415 555 2671";
    private static final long TELEPHONE = 4_155_552_671L;
    private static final String SECRET = "swordfish-swordfish";

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void noTextOfACallSurvivesNone(RecordKind kind) {
        ObjectNode given = Documents.of(kind, CANARY, CANARY_NUMBER);
        String kept = kept(Transcripts.NONE, kind, given).toString();
        assertThat(given.toString()).contains(CANARY);
        assertThat(kept).doesNotContain(CANARY).doesNotContain(Long.toString(CANARY_NUMBER));
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void nothingPersonalSurvivesRedacted(RecordKind kind) {
        JsonNode kept = kept(Transcripts.REDACTED, kind, Documents.of(kind, PERSONAL, TELEPHONE));
        assertThat(kept.toString()).doesNotContain("canary@").doesNotContain("or +1 415");
        Documents.leaves(kept).forEach((place, value) -> {
            if (place.contains("caller") || place.contains("metadata") || place.contains("variables_extracted")) {
                assertThat(place + value).as(place).doesNotContain(Long.toString(TELEPHONE));
            }
        });
    }

    @Test
    void aNumberThatIsATelephoneNumberIsText() {
        ObjectNode given = Given.json("{\"id\": \"R\", \"caller\": 4155552671, \"seconds\": 12.50}");
        assertThat(kept(Transcripts.REDACTED, RecordKind.RUN, given))
                .hasToString("{\"id\":\"R\",\"caller\":\"[phone 1]\",\"seconds\":12.50}");
    }

    @ParameterizedTest
    @CsvSource({
        "RUN, REDACTED",
        "RUN, NONE",
        "BATCH, REDACTED",
        "BATCH, NONE",
        "SCENARIO, REDACTED",
        "SCENARIO, NONE",
        "SIMULATION_SET, REDACTED",
        "SIMULATION_SET, NONE"
    })
    void whatIsNoTextOfACallStaysByteForByte(RecordKind kind, Transcripts transcripts) {
        ObjectNode given = Documents.of(kind, CANARY, CANARY_NUMBER);
        Map<String, String> kept = Documents.leaves(kept(transcripts, kind, given));
        assertThat(Documents.leaves(given).entrySet())
                .filteredOn(leaf -> !isOfTheCall(leaf.getKey(), leaf.getValue()))
                .hasSizeGreaterThan(10)
                .allSatisfy(leaf -> assertThat(kept).contains(leaf));
    }

    private static boolean isOfTheCall(String place, String value) {
        return place.contains(CANARY)
                || value.contains(CANARY)
                || value.equals(Long.toString(CANARY_NUMBER))
                || place.endsWith("/turn");
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void fullKeepsEverything(RecordKind kind) {
        ObjectNode given = Documents.of(kind, PERSONAL, TELEPHONE);
        assertThat(kept(Transcripts.FULL, kind, given)).hasToString(given.toString());
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void theKeyIsNeverKept(RecordKind kind) {
        ObjectNode given = Documents.of(kind, "a " + SECRET + " b", 1);
        given.put("created_at", SECRET).put(SECRET, "x");
        given.putArray("nodes_visited").add(SECRET);
        for (Transcripts transcripts : Transcripts.values()) {
            assertThat(kept(transcripts, kind, given).toString())
                    .doesNotContain(SECRET)
                    .contains("[key]");
        }
    }

    @ParameterizedTest
    @EnumSource(Transcripts.class)
    void aReportHasTheSameFactsOfWhatWasKept(Transcripts transcripts) {
        assertThat(CollectingSink.of(run(transcripts)).onlyRun().facts())
                .isEqualTo(original(RecordKind.RUN).onlyRun().facts());
        assertThat(CollectingSink.of(run(transcripts)).told())
                .isEqualTo(original(RecordKind.RUN).told());
        CollectingSink batch = loaded(transcripts, RecordKind.BATCH);
        assertThat(batch.onlyBatch()).isEqualTo(original(RecordKind.BATCH).onlyBatch());
        assertThat(batch.runs)
                .extracting(Run::facts)
                .containsExactly(original(RecordKind.BATCH).onlyRun().facts());
        assertThat(loaded(transcripts, RecordKind.SCENARIO).onlyScenario())
                .usingRecursiveComparison()
                .ignoringFields("description", "testerPrompt")
                .isEqualTo(original(RecordKind.SCENARIO).onlyScenario());
        assertThat(loaded(transcripts, RecordKind.SIMULATION_SET).onlySet())
                .usingRecursiveComparison()
                .ignoringFields("perScenario.failureModes")
                .isEqualTo(original(RecordKind.SIMULATION_SET).onlySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"R\",\"scenario_id\":\"S\",\"status\":\"ERROR\",\"chat_history\":[],\"error_message\":null}",
                "{\"id\":\"R\",\"scenario_id\":\"S\",\"status\":\"ERROR\",\"variables_extracted\":{},\"error_message\":\"x\"}",
                "{\"id\":\"R\",\"scenario_id\":\"S\",\"status\":\"ERROR\",\"bland_tone_score\":null,\"chat_history\":[{}]}",
                "{\"id\":\"R\",\"scenario_id\":\"S\",\"status\":\"PASSED\",\"assertion_results\":[]}",
            })
    void alsoOfARunThatSaysLittle(String run) {
        String kept = kept(Transcripts.NONE, RecordKind.RUN, Given.json(run)).toString();
        assertThat(CollectingSink.of(kept).onlyRun().facts())
                .isEqualTo(CollectingSink.of(run).onlyRun().facts());
    }

    @Test
    void emptyListsAndObjectsOfARecordStayAndThoseOfTheCallGo() {
        ObjectNode given = Given.json("""
                {"id": "R", "chat_history": [], "nodes_visited": [], "variables_extracted": {"Ann": {}, "Ben": [], "Cy": null},
                 "metadata": {"Ann": {}}, "error_message": null}
                """);
        assertThat(kept(Transcripts.NONE, RecordKind.RUN, given))
                .hasToString("{\"id\":\"R\",\"chat_history\":[],\"nodes_visited\":[],\"error_message\":null}");
        assertThat(kept(Transcripts.REDACTED, RecordKind.RUN, given)).hasToString(given.toString());
    }

    @Test
    void namesThatBecomeTheSameStayApart() {
        ObjectNode given = Given.json("""
                {"id": "R", "variables_extracted":
                  {"ann@example.com": 1, "[email 1]": 2, "ANN@example.com": 3, "[email 1] (2)": 4}}
                """);
        JsonNode variables = kept(Transcripts.REDACTED, RecordKind.RUN, given).path("variables_extracted");
        assertThat(variables.propertyNames()).hasSize(4).noneMatch(name -> name.contains("@"));
        assertThat(variables.valueStream().map(JsonNode::intValue)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsTheSameInARecordIsTheSameInWhatIsKept() {
        ObjectNode given = Given.json("""
                {"id": "R", "chat_history": [{"role": "user", "content": "a@example.com, b@example.com"},
                 {"role": "user", "content": "b@example.com"}], "error_message": "a@example.com"}
                """);
        assertThat(kept(Transcripts.REDACTED, RecordKind.RUN, given).toString())
                .contains("[email 1], [email 2]", "\"content\":\"[email 2]\"", "\"error_message\":\"[email 1]\"");
    }

    @Test
    void replacementsAreCounted() {
        Redaction redaction = Given.redaction();
        Keeping keeping = new Keeping(Transcripts.REDACTED, redaction, new ApiKey(SECRET));
        keeping.of(RecordKind.RUN, Given.json("{\"id\": \"R\", \"error_message\": \"a@example.com b@example.com\"}"));
        keeping.of(RecordKind.BATCH, Given.json("{\"id\": \"B\", \"note\": \"a@example.com\"}"));
        assertThat(redaction.counts()).containsEntry("email", 3L).containsEntry("phone", 0L);
    }

    @Test
    void whatWasGivenStaysAsItIs() {
        ObjectNode given = Documents.of(RecordKind.RUN, PERSONAL, TELEPHONE);
        String before = given.toString();
        kept(Transcripts.REDACTED, RecordKind.RUN, given);
        kept(Transcripts.NONE, RecordKind.RUN, given);
        assertThat(given).hasToString(before);
    }

    private static String run(Transcripts transcripts) {
        return kept(transcripts, RecordKind.RUN, Documents.of(RecordKind.RUN, PERSONAL, TELEPHONE))
                .toString();
    }

    private static CollectingSink loaded(Transcripts transcripts, RecordKind kind) {
        return CollectingSink.of(
                kept(transcripts, kind, Documents.of(kind, PERSONAL, TELEPHONE)).toString());
    }

    private static CollectingSink original(RecordKind kind) {
        return CollectingSink.of(Documents.of(kind, PERSONAL, TELEPHONE).toString());
    }

    private static ObjectNode kept(Transcripts transcripts, RecordKind kind, ObjectNode document) {
        return new Keeping(transcripts, Given.redaction(), new ApiKey(SECRET)).of(kind, document);
    }
}
