package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.history.Reports.Report;
import dev.callsheet.model.RunStatus;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What a report hands on to the next one. */
class HistoryPlanTest {

    private static final String FIRST = "2026-04-12";
    private static final String SECOND = "2026-04-13";
    private static final String THIRD = "2026-04-14";

    @RegisterExtension
    final Reports reports = new Reports();

    @Test
    void eachNightHasAFileThatIsNamedAfterItsContent() {
        Report report = reports.first(MAIN, on("a", FIRST), on("b", SECOND), on("c", SECOND));
        assertThat(report.names()).hasSize(2).allMatch(FileName::isName);
        assertThat(report.nights()).containsExactly(FIRST, SECOND);
        assertThat(report.plan().files()).extracting(Kept::runs).containsExactly(1L, 2L);
        assertThat(report.plan().files()).noneMatch(Kept::sealed);
        assertThat(report.plan().sealedNow()).isEmpty();
        assertThat(report.plan().dropped()).isEmpty();
    }

    @Test
    void aNightOfWhichNothingNewIsKnownIsCarriedByteForByte() {
        Report before = reports.first(MAIN, on("a", FIRST), on("b", SECOND));
        Report now = reports.of(before.files(), MAIN, on("c", THIRD));
        assertThat(now.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(Reports.contents(now.files())).containsAllEntriesOf(Reports.contents(before.files()));
        assertThat(now.file(FIRST).content()).isSameAs(before.file(FIRST).content());
    }

    @Test
    void aFileIsCarriedEvenWhereItWouldBeWrittenAnotherWay() {
        Report before = reports.first(MAIN, on("a", FIRST));
        RawFile repacked = Reports.edited(before.raw(FIRST), "PASSED", "PASSED");
        assertThat(repacked.content()).isNotEqualTo(before.raw(FIRST).content());
        Report now = reports.of(List.of(repacked), MAIN, on("b", SECOND));
        assertThat(now.file(FIRST).content()).isSameAs(repacked.content());
    }

    @Test
    void aLateRunReplacesTheFileOfItsNight() {
        Report before = reports.first(MAIN, on("a", FIRST), on("b", SECOND));
        Report now = reports.of(before.files(), MAIN, on("late", FIRST), on("c", THIRD));
        assertThat(now.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(now.names())
                .contains(before.file(SECOND).name())
                .doesNotContain(before.file(FIRST).name());
        assertThat(now.file(FIRST).runs()).isEqualTo(2);
    }

    @Test
    void aRunThatWasStillUnderWayIsReplacedByItsEnd() {
        Report before = reports.first(MAIN, on("a", FIRST).running());
        Report now = reports.of(before.files(), MAIN, on("a", FIRST).failed());
        assertThat(now.runs()).isEqualTo(1);
        assertThat(reread(now).facts().values())
                .extracting(facts -> facts.status())
                .containsExactly(RunStatus.FAILED);
    }

    @Test
    void aRerunWithTheSameInputGivesTheSameFiles() {
        Given[] input = {on("a", SECOND), on("b", SECOND).failed(), batch("x").at(SECOND + "T01:00:00Z")};
        Report before = reports.first(MAIN, on("old", FIRST));
        Report once = reports.of(before.files(), MAIN, input);
        Report twice = reports.of(once.files(), MAIN, input);
        Report fromTheSameBase = reports.of(before.files(), MAIN, input);
        assertThat(Reports.contents(twice.files())).isEqualTo(Reports.contents(once.files()));
        assertThat(Reports.contents(fromTheSameBase.files())).isEqualTo(Reports.contents(once.files()));
    }

    @Test
    void twoJobsThatPublishedFromOneBaseAreMergedAfterwards() {
        Report base = reports.first(MAIN, on("old", FIRST), scenario("s").named("S"));
        Report one = reports.of(base.files(), MAIN, on("a", SECOND), on("both", SECOND));
        Report other = reports.of(base.files(), MAIN, on("b", SECOND), on("both", SECOND), on("c", THIRD));
        Report merged = reports.of(together(one, other), MAIN);
        assertThat(merged.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(merged.file(FIRST).content()).isSameAs(base.file(FIRST).content());
        assertThat(merged.file(SECOND).runs()).isEqualTo(3);
        assertThat(merged.corpus().problems()).isEmpty();
        Report theOtherWay = reports.of(together(other, one), MAIN);
        assertThat(Reports.contents(theOtherWay.files())).isEqualTo(Reports.contents(merged.files()));
        Report atOnce = reports.first(
                MAIN, on("old", FIRST), on("a", SECOND), on("b", SECOND), on("both", SECOND), on("c", THIRD));
        assertThat(reread(merged).facts()).isEqualTo(atOnce.facts());
    }

    @Test
    void jobsThatDisagreeAboutARunGiveItOnceAndOneOfThemIsNamed() {
        Report one = reports.first(MAIN, on("a", FIRST));
        Report other = reports.first(MAIN, on("a", FIRST).failed());
        Report merged = reports.of(together(one, other), MAIN);
        assertThat(merged.nights()).containsExactly(FIRST);
        assertThat(merged.runs()).isEqualTo(1);
        assertThat(merged.corpus().problems()).hasSize(1);
        assertThat(reports.of(merged.files(), MAIN).corpus().problems()).isEmpty();
    }

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

    @Test
    void runsWithoutADateAreKeptOnce() {
        Report before = reports.first(MAIN, run("undated"), on("a", FIRST));
        assertThat(before.runs()).isEqualTo(2);
        Report now = reports.of(before.files(), MAIN, on("b", SECOND));
        assertThat(now.file(FIRST).content()).isSameAs(before.file(FIRST).content());
        assertThat(now.runs()).isEqualTo(3);
        Report late = reports.of(now.files(), MAIN, on("late", FIRST));
        assertThat(reread(late).facts().keySet()).hasSize(4);
        assertThat(late.runs()).isEqualTo(4);
    }

    @Test
    void runsWithoutADateAreKeptWhereNothingHasOne() {
        Report before = reports.first(MAIN, run("undated"));
        assertThat(before.runs()).isEqualTo(1);
        Report now = reports.of(before.files(), MAIN, on("a", FIRST));
        assertThat(reread(now).facts()).hasSize(2);
        assertThat(now.nights()).containsExactly(FIRST);
    }

    @Test
    void batchesAndSetsAreKeptWithTheirNight() {
        Report before = reports.first(
                MAIN,
                on("a", FIRST),
                batch("x").at(FIRST + "T01:00:00Z"),
                set("y").on(FIRST),
                on("b", SECOND),
                batch("undated"));
        Report now = reports.of(before.files(), MAIN, on("c", THIRD), on("late", FIRST));
        assertThat(now.corpus().batches()).containsOnlyKeys("x", "undated");
        assertThat(now.corpus().simulationSets()).containsOnlyKeys("y");
        Report alone = reports.of(List.of(now.raw(FIRST)), MAIN);
        assertThat(alone.corpus().batches()).containsOnlyKeys("x");
        assertThat(alone.corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void batchesAndSetsOfNightsWithoutRunsAreKeptInTheNewestFile() {
        Report before = reports.first(MAIN, on("a", FIRST), batch("x").at(SECOND + "T01:00:00Z"), set("y").on(THIRD));
        assertThat(before.nights()).containsExactly(FIRST);
        Report now = reports.of(before.files(), MAIN, on("late", FIRST));
        assertThat(reread(now).corpus().batches()).containsOnlyKeys("x");
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void setsFromBeforeTheFirstRunAreKept() {
        Report before = reports.first(MAIN, set("y").on(FIRST), on("a", SECOND));
        assertThat(reread(before).corpus().simulationSets()).containsOnlyKeys("y");
        Report now = reports.of(before.files(), MAIN, on("late", SECOND), on("b", THIRD));
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void setsAreKeptWhereNoRunIs() {
        Report before = reports.first(MAIN, set("y").on(FIRST), scenario("s").named("S"));
        Report now = reports.of(before.files(), MAIN, set("z").on(SECOND));
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y", "z");
        assertThat(reread(now).corpus().scenarios()).containsOnlyKeys("s");
    }

    @Test
    void aBatchThatEndedLaterIsKeptAsItEnded() {
        Report before =
                reports.first(MAIN, on("a", FIRST), batch("x").status("RUNNING").at(FIRST + "T01:00:00Z"));
        Report now = reports.of(
                before.files(),
                MAIN,
                on("b", SECOND),
                batch("x").status("FAILED").at(FIRST + "T01:00:00Z"));
        assertThat(now.file(FIRST).content()).isSameAs(before.file(FIRST).content());
        Report next = reports.of(now.files(), MAIN, on("c", THIRD));
        assertThat(next.corpus().batches().values())
                .extracting(batch -> batch.status())
                .containsExactly("FAILED");
        Report late = reports.of(next.files(), MAIN, on("late", SECOND));
        assertThat(reread(late).corpus().batches().values())
                .as("the night in whose file it stood was written anew")
                .extracting(batch -> batch.status())
                .containsExactly("FAILED");
    }

    @Test
    void definitionsGoOnWithTheNewestFile() {
        Report before = reports.first(
                MAIN,
                on("a", FIRST),
                scenario("s").named("Old").updated(FIRST + "T00:00:00Z"),
                scenario("t").named("T"));
        Report now = reports.of(
                before.files(),
                MAIN,
                on("b", SECOND),
                scenario("s").named("New").updated(SECOND + "T00:00:00Z"));
        Report next = reports.of(now.files(), MAIN, on("late", FIRST));
        assertThat(next.file(SECOND).name())
                .as("it holds what the old one held")
                .isNotEqualTo(now.file(SECOND).name());
        assertThat(reread(next).corpus().scenarios().values())
                .extracting(scenario -> scenario.name())
                .containsExactly("New", "T");
    }

    @Test
    void anotherStartOfTheNightPutsRunsIntoNightsAnew() {
        Report before = reports.first(
                MAIN,
                run("evening").at(FIRST + "T22:00:00Z"),
                run("morning").at(SECOND + "T03:00:00Z"),
                on("b", THIRD));
        assertThat(before.nights()).containsExactly(FIRST, SECOND, THIRD);
        Report now = reports.of(before.files(), Reports.nightsOf("UTC", "12:00"), run("c").at(THIRD + "T03:00:00Z"));
        assertThat(now.nights()).containsExactly(FIRST, SECOND);
        assertThat(now.plan().files()).extracting(Kept::runs).containsExactly(2L, 2L);
        Report back = reports.of(now.files(), MAIN);
        assertThat(back.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(back.facts()).isEqualTo(now.facts());
    }

    @Test
    void anotherZonePutsRunsIntoNightsAnew() {
        Report before = reports.first(MAIN, run("a").at(FIRST + "T20:00:00Z"), run("b").at(SECOND + "T20:00:00Z"));
        Report now = reports.of(before.files(), Reports.nightsOf("Asia/Tokyo", "00:00"));
        assertThat(now.nights()).containsExactly(SECOND, THIRD);
        assertThat(now.runs()).isEqualTo(2);
        Report next = reports.of(now.files(), Reports.nightsOf("Asia/Tokyo", "00:00"));
        assertThat(Reports.contents(next.files())).isEqualTo(Reports.contents(now.files()));
    }

    @Test
    void theIndexNamesTheFilesAndNothingElse() {
        Report branch = reports.first(Reports.stream("branch"), on("x", FIRST));
        Report now = reports.of(branch.files(), MAIN, on("a", FIRST), on("b", SECOND));
        JsonNode index = Json.tree(now.plan().index(), 0, now.plan().index().length);
        assertThat(index.path("schema").stringValue()).isEqualTo("callsheet.history-index/1");
        assertThat(index.path("files").values())
                .extracting(file -> file.path("name").stringValue())
                .containsExactlyElementsOf(now.names());
        for (JsonNode file : index.path("files")) {
            Kept kept = now.plan().files().stream()
                    .filter(candidate ->
                            candidate.name().equals(file.path("name").stringValue()))
                    .findFirst()
                    .orElseThrow();
            assertThat(file.path("bytes").intValue()).isEqualTo(kept.content().length);
            assertThat(file.path("runs").longValue()).isEqualTo(kept.runs());
            assertThat(file.path("sha256").stringValue()).isEqualTo(Sha256.hex(kept.content()));
            assertThat(file.path("night").stringValue()).isEqualTo(String.valueOf(kept.night()));
            assertThat(file.path("sealed").booleanValue()).isFalse();
        }
    }

    private Report reread(Report report) {
        return reports.of(report.files(), MAIN);
    }

    private static List<RawFile> together(Report one, Report other) {
        List<RawFile> files = new ArrayList<>(one.files());
        other.files().forEach(file -> files.add(Reports.from("other", file)));
        return files;
    }

    private static GivenRun on(String id, String night) {
        return run(id).at(night + "T02:00:00Z").in(id + ".json");
    }
}
