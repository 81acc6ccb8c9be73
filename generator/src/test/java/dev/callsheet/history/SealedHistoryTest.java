package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.Reports.Report;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a sealed night its tally or the runs at hand are handed on, whichever knows more runs (design.md 4). */
class SealedHistoryTest {

    private static final String SEALED = "2026-01-01";
    private static final String OPEN = "2026-01-02";

    @RegisterExtension
    final Reports reports = new Reports();

    @Test
    void aSealedNightIsCarriedByteForByte() {
        Report before = sealed(3);
        Report now = reports.of(before.files(), MAIN, at("x", "2026-01-03"));
        assertThat(now.file(SEALED).content()).isSameAs(before.file(SEALED).content());
        assertThat(now.plan().sealedNow()).as("it was before").isEmpty();
    }

    @Test
    void fewerLateRunsThanTheTallyCountsChangeNothing() {
        Report before = sealed(3);
        Report now = reports.of(before.files(), MAIN, runs("late", 2));
        assertThat(now.file(SEALED).content()).isSameAs(before.file(SEALED).content());
        assertThat(now.nights()).containsExactly(SEALED, OPEN);
    }

    @Test
    void asManyRunsAsTheTallyCountsReplaceIt() {
        Report now = reports.of(sealed(3).files(), MAIN, runs("r", 3));
        assertThat(now.nights()).containsExactly(SEALED, OPEN);
        assertThat(now.sealedNights()).isEmpty();
        assertThat(now.file(SEALED).runs()).isEqualTo(3);
        Report next = reports.of(now.files(), MAIN);
        assertThat(next.corpus().sealedNights()).isEmpty();
        assertThat(next.corpus().runs()).hasSize(4);
    }

    @Test
    void aNightWhoseRunsCameBackIsSealedAgainAndThatIsSaid() {
        Report now = reports.of(sealed(3).files(), Reports.atMost(1, 1_000_000), runs("r", 4));
        assertThat(now.sealedNights()).containsExactly(SEALED);
        assertThat(now.file(SEALED).runs()).isEqualTo(4);
        assertThat(now.plan().sealedNow()).extracting(String::valueOf).containsExactly(SEALED);
    }

    @Test
    void oneJobSealedWhatAnotherStillHas() {
        Report base = reports.of(List.of(), MAIN, all(3));
        Report sealing = reports.of(base.files(), Reports.atMost(1, 1_000_000));
        Report merged = reports.of(both(sealing, base), MAIN);
        assertThat(Reports.contents(merged.files())).isEqualTo(Reports.contents(base.files()));
    }

    @Test
    void oneJobSealedMoreThanAnotherHas() {
        Report more = reports.of(List.of(), Reports.atMost(1, 1_000_000), all(5));
        Report less = reports.of(List.of(), MAIN, all(3));
        Report merged = reports.of(both(more, less), MAIN);
        assertThat(merged.nights()).containsExactly(SEALED, OPEN);
        assertThat(merged.file(SEALED).content()).isSameAs(more.file(SEALED).content());
        assertThat(merged.runs()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8})
    void ofTwoTalliesTheOneThatKnowsMoreRunsGoesOn(int runs) {
        Report more = sealed(runs);
        Report less = sealed(3);
        for (List<RawFile> history : List.of(both(more, less), both(less, more))) {
            Report merged = reports.of(history, MAIN);
            assertThat(merged.nights()).containsExactly(SEALED, OPEN);
            assertThat(merged.file(SEALED).content())
                    .isEqualTo(more.file(SEALED).content());
        }
    }

    @Test
    void aDamagedTallyIsWrittenAnewWithWhatCouldBeRead() {
        List<Given> records = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            records.add(at("r" + i, SEALED).of("scenario " + i * 7919));
        }
        records.add(at("o", OPEN));
        Report before = reports.of(List.of(), Reports.atMost(1, 1_000_000), records);
        RawFile cut = Reports.cut(before.raw(SEALED));
        Report now = reports.of(List.of(cut, before.raw(OPEN)), MAIN);
        assertThat(now.sealedNights()).containsExactly(SEALED);
        assertThat(now.file(SEALED).runs()).isBetween(1L, 399L);
        assertThat(now.file(SEALED).name()).isNotEqualTo(cut.name());
        assertThat(now.corpus().problems()).isNotEmpty();
        assertThat(reports.of(now.files(), MAIN).corpus().problems()).isEmpty();
    }

    private Report sealed(int runs) {
        return reports.of(List.of(), Reports.atMost(1, 1_000_000), all(runs));
    }

    private static List<Given> all(int runs) {
        List<Given> records = new ArrayList<>(List.of(runs("r", runs)));
        records.add(at("o", OPEN));
        return records;
    }

    private static GivenRun[] runs(String name, int count) {
        GivenRun[] runs = new GivenRun[count];
        for (int i = 0; i < count; i++) {
            runs[i] = at(name + i, SEALED);
        }
        return runs;
    }

    private static List<RawFile> both(Report one, Report other) {
        List<RawFile> files = new ArrayList<>(one.files());
        other.files().forEach(file -> files.add(Reports.from("other", file)));
        return files;
    }

    private static GivenRun at(String id, String night) {
        return run(id).at(night + "T02:00:00Z").in(id + ".json");
    }
}
