package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.PLACE;
import static dev.callsheet.history.HistoryFiles.lines;
import static dev.callsheet.history.HistoryFiles.pack;
import static dev.callsheet.history.HistoryFiles.raw;
import static dev.callsheet.history.HistoryFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.RunFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a kill, a full disk or a bad transfer has left behind costs what was lost, and nothing else. */
class DamagedFileTest {

    private static final Kept FILE = written(GivenFacts.night(60));
    private static final List<String> LINES = lines(FILE.content());
    private static final List<RunFacts> RUNS = Recollection.of(raw(FILE)).runs;
    private static final Set<RunFacts> RUN_SET = new HashSet<>(RUNS);

    /** The lines under the name of the whole file. */
    private static Recollection read(List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        return Recollection.of(raw(FILE.name(), pack(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static int lineOf(String name, int nth) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < LINES.size(); i++) {
            if (LINES.get(i).startsWith("{\"" + name + "\"")) {
                found.add(i);
            }
        }
        return found.get(nth);
    }

    @Test
    void aFileCutOffAnywhereGivesTheRunsBeforeTheCut() {
        for (int end = 0; end < FILE.content().length; end++) {
            Recollection read = Recollection.of(raw(FILE.name(), Arrays.copyOf(FILE.content(), end)));
            assertThat(read.runs).as("cut at %s", end).isEqualTo(RUNS.subList(0, read.runs.size()));
            assertThat(read.state()).as("cut at %s", end).isEqualTo(ReadFile.State.DAMAGED);
            assertThat(read.problems)
                    .as("cut at %s", end)
                    .singleElement()
                    .asString()
                    .contains(PLACE);
        }
    }

    @Test
    void aByteFlippedAnywhereIsNoticed() {
        byte[] content = FILE.content();
        int unnoticed = 0;
        for (int at = 0; at < content.length; at++) {
            byte[] flipped = content.clone();
            flipped[at] ^= 0x10;
            Recollection read = Recollection.of(raw(FILE.name(), flipped));
            if (read.state() == ReadFile.State.INTACT) {
                assertThat(read.runs).isEqualTo(RUNS);
                unnoticed++;
            } else {
                assertThat(read.problems).as("flipped at %s", at).isNotEmpty().allMatch(line -> line.contains(PLACE));
            }
        }
        // time, level and system in the head of a packed file say nothing of its content
        assertThat(unnoticed).isLessThanOrEqualTo(10);
    }

    @Test
    void aLastLineWithoutItsEndIsLeftOutAndNamed() {
        String last = LINES.get(LINES.size() - 1);
        String text = String.join("\n", LINES);
        Recollection read = Recollection.of(raw(FILE.name(), pack(text.getBytes(StandardCharsets.UTF_8))));
        assertThat(read.runs).hasSizeLessThan(RUNS.size()).isEqualTo(RUNS.subList(0, read.runs.size()));
        assertThat(read.problems)
                .containsExactly("UNREADABLE kept/file.ndjson.gz: a whole file / the end of the file inside a line");
        assertThat(last).startsWith("{\"runs\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "garbage", "[]", "{\"runs\":[0]} {}", "{\"runs\":[0,[]]}", "\u0000", "null", "{}"})
    void aDamagedLineOfRunsCostsItselfAndIsNamed(String garbage) {
        int damaged = lineOf("runs", 0);
        List<String> lines = new ArrayList<>(LINES);
        lines.set(damaged, garbage);
        Recollection read = read(lines);
        assertThat(read.runs).isNotEmpty().hasSizeLessThan(RUNS.size()).isSubsetOf(RUN_SET);
        assertThat(read.runs.get(read.runs.size() - 1)).isEqualTo(RUNS.get(RUNS.size() - 1));
        assertThat(read.problems)
                .singleElement()
                .asString()
                .matches("(REJECTED|SYNTAX) kept/file.ndjson.gz:" + (damaged + 1) + ": .*");
        assertThat(read.files.get(0).runs()).isEqualTo(read.runs.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuids", "nodes", "groups", "run_keys"})
    void aDamagedLineOfEntriesCostsWhatRefersToIt(String name) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(lineOf(name, 0), "{}");
        Recollection read = read(lines);
        assertThat(read.runs).hasSizeLessThan(RUNS.size()).isSubsetOf(RUN_SET);
        assertThat(read.state()).isEqualTo(ReadFile.State.DAMAGED);
        assertThat(read.problems).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("REJECTED " + PLACE + ":"));
    }

    @Test
    void runsThatReferToNothingLostAreKept() {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(lineOf("groups", 1), "{}");
        Recollection read = read(lines);
        assertThat(read.runs).isNotEmpty().hasSizeLessThan(RUNS.size()).isSubsetOf(RUN_SET);
    }

    @Test
    void aLineThatIsMissingIsNoticedByTheHashOfTheName() {
        List<String> lines = new ArrayList<>(LINES);
        lines.remove(lineOf("runs", 0));
        Recollection read = read(lines);
        assertThat(read.runs).isNotEmpty().isSubsetOf(RUN_SET);
        assertThat(read.problems).singleElement().asString().startsWith("DOUBTFUL kept/file.ndjson.gz: the content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuids", "nodes", "groups", "run_keys", "runs"})
    void aLineThatIsThereTwiceCountsOnce(String name) {
        List<String> lines = new ArrayList<>(LINES);
        int line = lineOf(name, 0);
        lines.add(line + 1, LINES.get(line));
        Recollection read = read(lines);
        assertThat(read.runs).isEqualTo(RUNS);
        assertThat(read.problems)
                .singleElement()
                .asString()
                .startsWith("REJECTED kept/file.ndjson.gz:" + (line + 2) + ": ")
                .contains("that are new");
    }

    @Test
    void manyBadLinesAreNamedOneByOneAtFirstAndThenCounted() {
        List<String> lines = new ArrayList<>(LINES);
        for (int i = 0; i < 30; i++) {
            lines.add("bad");
        }
        Recollection read = read(lines);
        assertThat(read.runs).isEqualTo(RUNS);
        assertThat(read.problems).hasSize(21);
        assertThat(read.problems.get(20))
                .isEqualTo("REJECTED kept/file.ndjson.gz: lines of the format / 10 more bad lines");
    }

    @Test
    void aFileThatWasCutOffAndPackedAnewSaysHowManyRunsItHad() {
        List<String> lines = LINES.subList(0, LINES.size() - 1);
        Recollection read = Recollection.of(HistoryFiles.of(lines.toArray(String[]::new)));
        assertThat(read.runs).isEqualTo(RUNS.subList(0, read.runs.size()));
        assertThat(read.problems)
                .containsExactly(
                        "INCOMPLETE kept/file.ndjson.gz: 60 runs, as it says itself / " + read.runs.size() + " runs");
    }
}
