package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.Reports.Report;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Sha256;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.LocalTime;
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
    void aRunThatTheInputDatesAnewLeavesTheFileOfItsOldNight() {
        Report before = reports.first(MAIN, on("a", FIRST), on("b", FIRST), on("c", SECOND));
        Report now = reports.of(before.files(), MAIN, on("a", SECOND));
        assertThat(now.file(FIRST).runs()).isEqualTo(1);
        assertThat(now.file(SECOND).runs()).isEqualTo(2);
        Report onlyOne = reports.of(now.files(), MAIN, on("b", SECOND));
        assertThat(onlyOne.nights()).as("nothing is left of the first night").containsExactly(SECOND);
    }

    @Test
    void aRunThatJobsDateDifferentlyStandsInOneFile() {
        Report one = reports.first(MAIN, on("a", FIRST), on("b", FIRST));
        Report other = reports.first(MAIN, on("a", SECOND), on("c", SECOND));
        Report merged = reports.of(together(one, other), MAIN);
        assertThat(merged.nights()).containsExactly(FIRST, SECOND);
        assertThat(merged.runs()).isEqualTo(3);
    }

    @Test
    void anotherStartOfTheNightPutsRunsIntoNightsAnew() {
        Report before = reports.first(
                MAIN,
                run("evening").at(FIRST + "T22:00:00Z"),
                run("morning").at(SECOND + "T03:00:00Z"),
                run("afternoon").at(THIRD + "T14:00:00Z"));
        assertThat(before.nights()).containsExactly(FIRST, SECOND, THIRD);
        Report now = reports.of(before.files(), Reports.nightsOf("Z", "12:00"), run("c").at(THIRD + "T03:00:00Z"));
        assertThat(now.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(now.plan().files()).extracting(Kept::runs).containsExactly(2L, 1L, 1L);
        assertThat(reread(now).read())
                .as("files say how their nights were told")
                .extracting(ReadFile::nightStarts)
                .containsOnly(LocalTime.NOON);
        Report back = reports.of(now.files(), MAIN);
        assertThat(back.nights()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(back.facts()).isEqualTo(now.facts());
    }

    @Test
    void anotherZonePutsRunsIntoNightsAnew() {
        Keep tokyo = Reports.nightsOf("Asia/Tokyo", "00:00");
        Report before = reports.first(
                MAIN,
                run("a").at(FIRST + "T20:00:00Z"),
                run("b").at(SECOND + "T20:00:00Z"),
                run("c").at("2026-04-15T10:00:00Z"));
        Report now = reports.of(before.files(), tokyo);
        assertThat(now.nights()).containsExactly(SECOND, THIRD, "2026-04-15");
        assertThat(now.runs()).isEqualTo(3);
        Report next = reports.of(now.files(), tokyo);
        assertThat(next.read()).extracting(ReadFile::zone).containsOnly(tokyo.zone());
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
