package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {

    @TempDir
    Path folder;

    private static String run(String id) {
        return "{\"id\": \"" + id + "\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}";
    }

    @Test
    void aBadLineCostsItselfOnly() {
        CollectingSink sink = CollectingSink.of(run("r1") + "\r\n\r\n" + run("r2")
                + "\n{\"id\": \n5\n{\"id\": \"r3\"}\n" + run("r4") + "}\n" + run("r5"));

        assertThat(sink.runs).extracting(run -> run.facts().id()).containsExactly("r1", "r2", "r5");
        assertThat(sink.runs).extracting(run -> run.facts().place().line()).containsExactly(1, 3, 8);
        assertThat(sink.problems).extracting(p -> p.place().line()).containsExactly(4, 5, 6, 7);
        assertThat(sink.problems.get(0).hint()).isEqualTo("the other lines are not affected");
    }

    @Test
    void badBytesCostTheirLineOnly() {
        byte[] bytes = (run("r1") + "\n" + run("r?") + "\n" + run("r3")).getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xE9;

        CollectingSink sink = CollectingSink.of(bytes);

        assertThat(sink.runs).extracting(run -> run.facts().id()).containsExactly("r1", "r3");
        assertThat(sink.problems).extracting(p -> p.place().line()).containsExactly(2);
    }

    @Test
    void linesAreToldFromContentWhenTheSecondBeginsAnotherObject() {
        assertThat(CollectingSink.of(run("r{\\\"}1") + "\n" + run("r2")).runs)
                .extracting(run -> run.facts().place().line())
                .containsExactly(1, 2);
        assertThat(CollectingSink.of(run("r1")).onlyRun().facts().place().line())
                .isNull();
        assertThat(CollectingSink.of(run("r1") + run("r2") + "\n" + run("r3")).runs)
                .extracting(run -> run.facts().place().line())
                .containsExactly(null, null, null);
    }

    @Test
    void aNameOfLinesIsBelieved() throws IOException {
        Path file = Files.writeString(folder.resolve("runs.JSONL"), "oops\n" + run("r1") + "\n");

        CollectingSink sink = CollectingSink.of(file);

        assertThat(sink.onlyRun().facts().place()).hasToString("runs.JSONL:2");
        assertThat(sink.problems).extracting(p -> p.place().line()).containsExactly(1);
    }

    @Test
    void anyDocumentMayStandOnALine() {
        CollectingSink sink = CollectingSink.of("""
                {"data": {"id": "m1", "statistics": {}}, "errors": null}
                {"runs": [%s], "total_count": 1}
                """.formatted(run("r1")));

        assertThat(sink.counts()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void anEmptyFileOfLinesIsAFault() throws IOException {
        assertThat(CollectingSink.of(Files.createFile(folder.resolve("a.ndjson"))).problems)
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.SYNTAX);
    }

    @Test
    void ofVeryManyBadLinesTheFirstThousandAreNamed() {
        CollectingSink sink =
                CollectingSink.of(run("r1") + "\n" + run("r2") + "\n" + "oops\n".repeat(1500) + run("r3") + "\n");

        assertThat(sink.runs).hasSize(3);
        assertThat(sink.problems).hasSize(1001);
        assertThat(sink.problems.get(1000).found()).isEqualTo("500 more that were left out");
    }

    @Test
    void aLineLongerThanTheBufferIsRead() throws IOException {
        byte[] text = ("a".repeat(50_000) + "\nb\n\nc").getBytes(StandardCharsets.UTF_8);
        Lines lines = new Lines(new ByteArrayInputStream(text));

        assertThat(lines.next()).isTrue();
        assertThat(lines.readAllBytes()).hasSize(50_000);
        assertThat(lines.next()).isTrue();
        assertThat(lines.read()).isEqualTo('b');
        assertThat(lines.next()).isTrue();
        assertThat(lines.read()).isEqualTo(-1);
        assertThat(lines.next()).isTrue();
        assertThat(lines.readAllBytes()).containsExactly('c');
        assertThat(lines.next()).isFalse();
    }
}
