package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.history.Reports.Report;
import dev.callsheet.site.SitePaths;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that were found: those of others, newer, foreign and damaged ones. */
class FoundFilesTest {

    private static final String FIRST = "2026-04-12";
    private static final String SECOND = "2026-04-13";
    private static final String THIRD = "2026-04-14";

    @RegisterExtension
    final Reports reports = new Reports();

    @Test
    void filesOfOtherStreamsAreHandedOnUnread() {
        Report branch = reports.first(Reports.stream("branch"), on("x", FIRST));
        Report now = reports.of(branch.files(), MAIN, on("a", FIRST));
        assertThat(now.corpus().runs()).hasSize(1);
        assertThat(now.plan().files()).extracting(Kept::stream).containsExactly("branch", "main");
        assertThat(now.names()).containsAll(branch.names());
        Report back = reports.of(now.files(), Reports.stream("branch"), on("y", SECOND));
        assertThat(back.corpus().runs()).hasSize(2);
        assertThat(back.names()).containsAll(now.names()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main-copy.ndjson.gz",
                "a..b-2026-04-12-0123456789abcdef.ndjson.gz",
                "con.x.ndjson.gz",
                "copy.ndjson.gz"
            })
    void aFileThatNoSiteCouldHoldUnderItsNameIsNamedAndNotHandedOn(String name) {
        RawFile branch = reports.first(Reports.stream("branch"), on("x", FIRST)).raw(FIRST);
        RawFile renamed = new RawFile(name, "data/history/" + name, branch.content());
        for (Keep keep : List.of(MAIN, Reports.readonly())) {
            Report now = reports.of(List.of(renamed), keep, on("a", SECOND));
            assertThat(now.names()).allSatisfy(SitePaths::history);
            assertThat(now.names().contains(name)).isEqualTo(name.startsWith("copy"));
            assertThat(now.corpus().problems()).hasSize(name.startsWith("copy") ? 0 : 1);
        }
    }

    @Test
    void aFileOfAnotherStreamThatHasTheNameOfOneOfOursIsNotWrittenOverIt() {
        Report before = reports.first(MAIN, on("a", FIRST));
        RawFile ours = before.raw(FIRST);
        RawFile branch = reports.first(Reports.stream("branch"), on("x", FIRST)).raw(FIRST);
        RawFile liar = new RawFile(ours.name(), "other/" + ours.name(), branch.content());
        assertThat(Reports.contents(
                        reports.of(List.of(ours, liar), MAIN, on("b", SECOND)).files()))
                .containsAllEntriesOf(Reports.contents(before.files()));
        assertThat(reports.of(List.of(ours, liar), MAIN, on("b", SECOND)).names())
                .doesNotHaveDuplicates();
    }

    @Test
    void aReaderHandsEverythingOnAndAddsNothing() {
        Report branch = reports.first(Reports.stream("branch"), on("x", FIRST));
        Report before = reports.of(branch.files(), MAIN, on("a", FIRST), on("b", SECOND));
        List<RawFile> found = new ArrayList<>(before.files());
        found.set(1, Reports.cut(found.get(1)));
        Report now = reports.of(found, Reports.readonly(), on("late", FIRST), on("c", THIRD));
        assertThat(Reports.contents(now.files())).isEqualTo(Reports.contents(found));
        assertThat(now.corpus().runs())
                .extracting(CorpusRun::id)
                .as("what it reports itself")
                .contains("late", "c");
    }

    @Test
    void whatIsNoHistoryFileIsNamedAndNotHandedOn() {
        RawFile foreign =
                Reports.edited(reports.first(MAIN, on("a", FIRST)).raw(FIRST), "callsheet.history/1", "something else");
        for (Keep keep : List.of(MAIN, Reports.readonly())) {
            Report now = reports.of(List.of(foreign), keep, on("b", SECOND));
            assertThat(now.names()).doesNotContain(foreign.name());
            assertThat(now.corpus().problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.place().file()).isEqualTo(foreign.place()));
        }
    }

    @Test
    void aFileOfANewerVersionIsHandedOnAndNamed() {
        RawFile newer = Reports.edited(
                reports.first(MAIN, on("a", FIRST)).raw(FIRST), "callsheet.history/1", "callsheet.history/99");
        Report now = reports.of(List.of(newer), MAIN, on("b", FIRST));
        assertThat(now.corpus().runs()).hasSize(1);
        assertThat(Reports.contents(now.files())).containsAllEntriesOf(Reports.contents(List.of(newer)));
        assertThat(now.names()).hasSize(2);
        assertThat(now.corpus().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint()).contains("newer callsheet"));
    }

    @Test
    void aDamagedFileIsWrittenAnewWithWhatCouldBeReadOfIt() {
        GivenRun[] many = new GivenRun[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = on("run-" + i * 7919, FIRST).turns(i);
        }
        Report before = reports.first(MAIN, many);
        Report now = reports.of(List.of(Reports.cut(before.raw(FIRST))), MAIN, on("b", SECOND));
        long left = now.file(FIRST).runs();
        assertThat(left).isBetween(1L, 199L);
        assertThat(now.names()).doesNotContain(before.file(FIRST).name());
        assertThat(now.corpus().problems())
                .isNotEmpty()
                .allMatch(problem ->
                        problem.place().file().endsWith(before.file(FIRST).name()));
        Report next = reports.of(now.files(), MAIN);
        assertThat(next.corpus().problems()).isEmpty();
        assertThat(next.file(FIRST).content()).isSameAs(now.file(FIRST).content());
    }

    @Test
    void aDamagedFileIsMadeWholeByACopyOfIt() {
        Report before = reports.first(MAIN, on("a", FIRST), on("b", FIRST).failed());
        RawFile whole = before.raw(FIRST);
        Report now = reports.of(List.of(Reports.cut(whole), Reports.from("other", whole)), MAIN);
        assertThat(Reports.contents(now.files())).isEqualTo(Reports.contents(before.files()));
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsNamedAndLeftBehind() {
        Report before = reports.first(MAIN, on("a", FIRST), on("b", SECOND));
        RawFile first = before.raw(FIRST);
        RawFile broken = new RawFile(first.name(), first.place(), new byte[] {1, 2, 3});
        Report now = reports.of(List.of(broken, before.raw(SECOND)), MAIN);
        assertThat(now.names()).containsExactly(before.file(SECOND).name());
        assertThat(now.corpus().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().file()).isEqualTo(broken.place()));
    }

    private static GivenRun on(String id, String night) {
        return run(id).at(night + "T02:00:00Z").in(id + ".json");
    }
}
