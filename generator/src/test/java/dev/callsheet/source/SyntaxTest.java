package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTest {

    private static final String RUN = """
            {
             "id": "r1", "scenario_id": "s1", "status": "PASSED",
             "overall_score": 0.9
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "callback({});",
                "id: r1\nstatus: PASSED\n",
                "<html></html>",
                "{'id': 1}",
                "{\"id\" 1}",
                "{\"id\": 1,}",
                "{\"id\": 01}",
                "{\"id\": 1.}",
                "{\"id\": .5}",
                "{\"id\": +1}",
                "{\"id\": NaN}",
                "{\"id\": -Infinity}",
                "{\"id\": 0,92}",
                "{/* x */}",
                "{\"id\": \"a\nb\"}",
                "{\"id\": \"\\q\"}",
                "{\"id\": tru}",
                "{\u0000}",
                "{\"id\": \"a",
                "{\"id\": [1,",
                "}",
                "{},{}",
                "{}x"
            })
    void whatIsNotStrictJsonIsNamedOnceWithItsPlace(String json) {
        CollectingSink sink = CollectingSink.of(json);

        assertThat(sink.counts()).containsOnly(0);
        assertThat(sink.problems).hasSize(1);
        assertThat(sink.problems.get(0).kind()).isEqualTo(Problem.Kind.SYNTAX);
        assertThat(sink.problems.get(0).found()).contains("line ", "column ");
        assertThat(sink.problems.get(0).hint()).isEqualTo("nothing of it was used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "]", "x", ", {}", "\u0000"})
    void garbageBehindARecordCostsTheRecord(String garbage) {
        CollectingSink sink = CollectingSink.of(RUN + garbage);

        assertThat(sink.runs).isEmpty();
        assertThat(sink.problems).hasSize(1);
    }

    @Test
    void recordsBeforeTheLastWholeOneStay() {
        CollectingSink sink = CollectingSink.of("[%s, %s, %s".formatted(RUN, RUN.replace("r1", "r2"), RUN));

        assertThat(sink.runs).extracting(run -> run.facts().id()).containsExactly("r1", "r2");
        assertThat(sink.problems).extracting(Problem::hint).containsExactly("what stands before it was used");
    }

    @Test
    void aBrokenDocumentBehindAWholeOneCostsItselfOnly() {
        assertThat(CollectingSink.of(RUN + "{\"id\"").runs).hasSize(1);
    }

    @Test
    void aBrokenBatchIsLeftOutAsAWhole() {
        CollectingSink sink =
                CollectingSink.of("{\"id\": \"b1\", \"trigger_source\": \"ci\", \"runs\": [" + RUN + ", {");

        assertThat(sink.counts()).containsOnly(0);
        assertThat(sink.problems).extracting(p -> p.place().pointer()).containsExactly("/runs/1");
    }

    @ParameterizedTest
    @CsvSource({"null, null", "12, the number 12", "true, true", "'\"x\"', 'the text \"x\"'"})
    void aScalarIsNoDocument(String json, String found) {
        assertThat(CollectingSink.of(json).told()).containsExactly("REJECTED -: " + found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void everyUnicodeEncodingIsReadWithAMarkAndWithout(String charset) {
        String json = RUN.replace("r1", "naïve-日本");
        Charset encoding = Charset.forName(charset);

        for (String text : List.of(json, "\uFEFF" + json)) {
            assertThat(CollectingSink.of(text.getBytes(encoding))
                            .onlyRun()
                            .facts()
                            .id())
                    .isEqualTo("naïve-日本");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"e9", "c080", "eda080", "e080af", "f7bfbfbf", "f4908080", "80", "ff", "c3"})
    void bytesThatAreNoUtf8AreRefused(String hex) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("{\"id\": \"".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes("\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}".getBytes(StandardCharsets.UTF_8));

        CollectingSink sink = CollectingSink.of(bytes.toByteArray());

        assertThat(sink.runs).isEmpty();
        assertThat(sink.problems).extracting(Problem::expected).containsExactly("valid UTF-8, UTF-16 or UTF-32");
    }

    @Test
    void aHalfCharacterInUtf16IsRefused() {
        byte[] bytes = RUN.replace("r1", "x\uD83Dx").getBytes(StandardCharsets.UTF_16LE);
        // The encoder writes a replacement for the half; put the half itself in its place.
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            if (bytes[i] == (byte) 0xFD && bytes[i + 1] == (byte) 0xFF) {
                bytes[i] = 0x3D;
                bytes[i + 1] = (byte) 0xD8;
            }
        }

        assertThat(CollectingSink.of(bytes).problems)
                .extracting(Problem::expected)
                .containsExactly("valid UTF-8, UTF-16 or UTF-32");
    }

    @Test
    void messagesNeverQuoteTheBrokenText() {
        CollectingSink sink = CollectingSink.of("{\"chat_history\": [{\"content\": John Smith 555-0100}]}");

        assertThat(sink.problems.toString()).doesNotContain("John").doesNotContain("555");
    }
}
