package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.KEEP;
import static dev.callsheet.history.HistoryFiles.NIGHT;
import static dev.callsheet.history.HistoryFiles.corpus;
import static dev.callsheet.history.HistoryFiles.lines;
import static dev.callsheet.history.HistoryFiles.raw;
import static dev.callsheet.history.HistoryFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.RunFacts;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file's content depends on nothing but what it says. */
class CanonicalFileTest {

    private static void assertSame(Kept file, Kept other) {
        assertThat(other.name()).isEqualTo(file.name());
        assertThat(other.content()).isEqualTo(file.content());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOrderOfRunsChangesNothing(int seed) {
        List<RunFacts> night = GivenFacts.night(300);
        List<RunFacts> shuffled = new ArrayList<>(night);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(shuffled).isNotEqualTo(night);
        assertSame(written(night), written(shuffled));
    }

    @Test
    void whatWasReadIsWrittenAgainAsItWas() {
        Kept file = written(GivenFacts.night(300));
        Recollection read = Recollection.of(raw(file));
        assertSame(file, WriterV1.runs(KEEP, NIGHT, List.of(), corpus(read.runs, true)));
    }

    @Test
    void talliesAreWrittenAgainAsTheyWereInWhateverOrder() {
        List<SealedRuns> tallies = IntStream.range(0, 20)
                .mapToObj(i -> new SealedRuns(
                        "s" + i % 7,
                        null,
                        null,
                        null,
                        i % 2 == 0 ? null : "b" + i,
                        "v" + i,
                        i,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of()))
                .toList();
        Kept file = WriterV1.tallies(KEEP, NIGHT, List.of(), tallies);
        List<SealedRuns> read =
                new ArrayList<>(Recollection.of(raw(file)).nights.get(0).tallies());
        Collections.reverse(read);
        assertSame(file, WriterV1.tallies(KEEP, NIGHT, List.of(), read));
    }

    @Test
    void anotherFactMakesAnotherName() {
        RunFacts run = GivenFacts.bare("r1").score("0.1").record().facts();
        RunFacts other = GivenFacts.bare("r1").score("0.2").record().facts();
        assertThat(written(run).name()).isNotEqualTo(written(other).name());
    }

    @Test
    void theNameSaysStreamNightAndTheHashOfTheContent() {
        Kept file = written(GivenFacts.night(3));
        byte[] content = (String.join("\n", lines(file.content())) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(file.name())
                .isEqualTo("main-2026-04-14-" + Sha256.hex(content).substring(0, 16) + ".ndjson.gz");
        assertThat(file.runs()).isEqualTo(3);
        assertThat(file.night()).isEqualTo(NIGHT);
    }

    @Test
    void theFirstLineSaysWhatTheFileIs() {
        assertThat(lines(written(GivenFacts.night(3)).content()).get(0))
                .isEqualTo(HistoryFiles.header(3).replace('\'', '"'));
    }

    @Test
    void aNightWithoutRunsIsAHeader() {
        Kept file = written();
        assertThat(lines(file.content())).hasSize(1);
        assertThat(Recollection.of(raw(file)).problems).isEmpty();
    }

    @Test
    void linesAreShortSoThatADamagedOneTakesLittleWithIt() {
        List<String> lines = lines(written(GivenFacts.night(2000)).content());
        assertThat(lines)
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(3_000));
    }

    @Test
    void aFileDoesNotLeadToACall() {
        RunFacts run = GivenFacts.whole("3fa85f64-5717-4562-b3fc-2c963f66afa6");
        assertThat(String.join("\n", lines(written(run).content()))).doesNotContain("5717-4562", "2c963f66afa6");
    }
}
