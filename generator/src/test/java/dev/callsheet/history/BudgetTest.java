package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.Reports.Report;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The oldest nights are sealed, and at last dropped, when more would be kept than may be; and it is said. */
class BudgetTest {

    private static final long PLENTY = 40_000_000;

    @RegisterExtension
    final Reports reports = new Reports();

    @Test
    void asManyNightsAsAllowedKeepTheirRuns() {
        Report report = reports.of(List.of(), Reports.atMost(4, PLENTY), nights(4));
        assertThat(report.sealedNights()).isEmpty();
        assertThat(report.plan().sealedNow()).isEmpty();
    }

    @Test
    void theOldestNightsAboveThatAreSealed() {
        Report before = reports.of(List.of(), MAIN, nights(6));
        Report now = reports.of(before.files(), Reports.atMost(4, PLENTY), List.of());
        assertThat(now.nights()).isEqualTo(before.nights());
        assertThat(now.sealedNights()).containsExactly("2026-01-01", "2026-01-02");
        assertThat(now.plan().sealedNow()).containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        assertThat(now.runs()).as("tallies count the runs").isEqualTo(before.runs());
        assertThat(now.names()).containsAll(before.names().subList(2, 6));
    }

    @Test
    void onlyWhatIsSealedNowIsSaid() {
        Report before = reports.of(List.of(), Reports.atMost(4, PLENTY), nights(6));
        Report now = reports.of(before.files(), Reports.atMost(4, PLENTY), night(7));
        assertThat(now.plan().sealedNow()).containsExactly(LocalDate.of(2026, 1, 3));
        assertThat(now.sealedNights()).containsExactly("2026-01-01", "2026-01-02", "2026-01-03");
        assertThat(Reports.contents(now.files()))
                .as("sealed files are carried, too")
                .containsAllEntriesOf(Reports.contents(List.of(before.raw("2026-01-01"), before.raw("2026-01-02"))));
    }

    @Test
    void aSealedNightIsATallyOfEachScenarioBatchAndVersion() {
        List<Given> records = new ArrayList<>(List.of(
                at("a", 1).of("s").named("Old").batch("x").version("7").tone(ToneDimension.EMPATHY, "0.5"),
                at("b", 1).of("s").named("New").batch("x").version("7").failed().tone(ToneDimension.EMPATHY, "0.25"),
                at("c", 1).of("s").batch("y").version("7").errored().tone(ToneDimension.EMPATHY, "1"),
                at("d", 1).of("t").running(),
                at("e", 1).of("t").status("LOST"),
                at("f", 1).of("t").status("CANCELLED")));
        records.addAll(night(2));
        Report sealed = reports.of(List.of(), Reports.atMost(1, PLENTY), records);
        Report next = reports.of(sealed.files(), MAIN, List.of());
        assertThat(next.corpus().sealedNights()).singleElement().satisfies(night -> {
            assertThat(night.night()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(night.tallies()).extracting(SealedRuns::scenarioId).containsExactly("s", "s", "t");
            assertThat(night.tallies()).extracting(SealedRuns::batchId).containsExactly("x", "y", null);
            assertThat(night.tallies()).extracting(SealedRuns::runs).containsExactly(2L, 1L, 3L);
            SealedRuns first = night.tallies().get(0);
            assertThat(first.scenarioName()).as("as the latest run has it").isEqualTo("New");
            assertThat(first.version()).isEqualTo("7");
            assertThat(first.passed()).isEqualTo(1);
            assertThat(first.failed()).isEqualTo(1);
            assertThat(first.scored()).isEqualTo(2);
            assertThat(first.tone().get(ToneDimension.EMPATHY)).isEqualTo(new SealedRuns.Sum(2, 750_000_000));
            assertThat(night.tallies().get(1).scored())
                    .as("a run that errored has no tone")
                    .isZero();
            SealedRuns last = night.tallies().get(2);
            assertThat(List.of(last.unfinished(), last.unknown(), last.cancelled()))
                    .containsOnly(1L);
        });
    }

    @Test
    void definitionsOutliveTheNightThatHeldThem() {
        List<Given> records = new ArrayList<>(night(1));
        records.add(scenario("s").named("S"));
        records.add(batch("undated"));
        Report before = reports.of(List.of(), MAIN, records);
        Report now = reports.of(before.files(), Reports.atMost(1, PLENTY), night(2));
        assertThat(now.sealedNights()).containsExactly("2026-01-01");
        Report next = reports.of(now.files(), MAIN, List.of());
        assertThat(next.corpus().scenarios()).containsOnlyKeys("s");
        assertThat(next.corpus().batches()).containsOnlyKeys("undated");
    }

    @Test
    void anUndatedRunOutlivesTheNightWhoseFileHeldIt() {
        List<Given> records = new ArrayList<>(night(1));
        records.add(run("undated"));
        Report before = reports.of(List.of(), MAIN, records);
        Report now = reports.of(before.files(), Reports.atMost(1, PLENTY), night(2));
        Report next = reports.of(now.files(), MAIN, List.of());
        assertThat(next.corpus().runs())
                .filteredOn(run -> run.facts().createdAt() == null)
                .hasSize(1);
    }

    @Test
    void aByteTooManySealsTheOldestNight() {
        Report before = reports.of(List.of(), MAIN, nights(4));
        Report fits = reports.of(before.files(), Reports.atMost(400, before.bytes()), List.of());
        assertThat(fits.sealedNights()).isEmpty();
        Report now = reports.of(before.files(), Reports.atMost(400, before.bytes() - 1), List.of());
        assertThat(now.sealedNights()).containsExactly("2026-01-01");
        assertThat(now.plan().sealedNow()).containsExactly(LocalDate.of(2026, 1, 1));
        assertThat(now.bytes()).isLessThan(before.bytes());
    }

    @Test
    void batchesGoWithTheRunsOfTheirNight() {
        List<Given> records = nights(3);
        records.add(batch("first").at("2026-01-01T01:00:00Z"));
        records.add(batch("second").at("2026-01-02T01:00:00Z"));
        records.add(batch("between").at("2025-12-31T01:00:00Z"));
        Report now = reports.of(List.of(), Reports.atMost(2, PLENTY), records);
        Report next = reports.of(now.files(), MAIN, List.of());
        assertThat(next.corpus().batches()).containsOnlyKeys("second");
    }

    @Test
    void aStreamHasTheBytesToItself() {
        Report branch = reports.of(List.of(), Reports.stream("branch"), nights(4));
        Report before = reports.of(branch.files(), MAIN, nights(4));
        long own = before.bytes() - branch.bytes();
        Report now = reports.of(before.files(), Reports.atMost(400, own), List.of());
        assertThat(now.plan().sealedNow()).isEmpty();
        assertThat(now.names()).isEqualTo(before.names());
    }

    @Test
    void whereTalliesAreTooMuchTheOldestAreDropped() {
        Report before = reports.of(List.of(), MAIN, nights(8));
        Report sealed = reports.of(before.files(), Reports.atMost(1, PLENTY), List.of());
        long bytes = 5L * sealed.file("2026-01-01").content().length;
        Report now = reports.of(before.files(), Reports.atMost(400, bytes), List.of());
        assertThat(now.bytes()).isLessThanOrEqualTo(bytes);
        assertThat(now.plan().dropped())
                .isNotEmpty()
                .startsWith(LocalDate.of(2026, 1, 1))
                .isSorted();
        assertThat(now.nights())
                .hasSize(8 - now.plan().dropped().size())
                .isEqualTo(now.sealedNights())
                .endsWith("2026-01-08");
        assertThat(now.plan().sealedNow())
                .as("what is dropped is not said to be sealed")
                .extracting(LocalDate::toString)
                .isEqualTo(now.sealedNights());
    }

    @Test
    void nothingIsDroppedOfWhichTheTalliesFit() {
        Report before = reports.of(List.of(), MAIN, nights(8));
        long bytes = 9L
                * reports.of(before.files(), Reports.atMost(1, PLENTY), List.of())
                        .file("2026-01-01")
                        .content()
                        .length;
        Report now = reports.of(before.files(), Reports.atMost(400, bytes), List.of());
        assertThat(now.plan().dropped()).isEmpty();
        assertThat(now.nights()).isEqualTo(before.nights());
        assertThat(now.bytes()).isLessThanOrEqualTo(bytes);
    }

    @Test
    void theNewestNightIsNeverDropped() {
        Report now = reports.of(List.of(), Reports.atMost(400, 1), nights(3));
        assertThat(now.nights()).containsExactly("2026-01-03");
        assertThat(now.sealedNights()).containsExactly("2026-01-03");
        assertThat(now.plan().dropped()).containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        assertThat(now.plan().sealedNow()).containsExactly(LocalDate.of(2026, 1, 3));
    }

    @Test
    void aNightOfAHundredThousandRunsIsSealed() {
        List<Given> records = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            GivenRun run = at("run-" + i * 7919L, 1).of("scenario-" + i % 200).batch("batch-" + i % 5);
            records.add(i % 10 == 0 ? run.failed() : run);
        }
        records.addAll(night(2));
        Report now = reports.of(List.of(), Reports.atMost(1, PLENTY), records);
        Kept sealed = now.file("2026-01-01");
        assertThat(sealed.sealed()).isTrue();
        assertThat(sealed.runs()).isEqualTo(100_000);
        assertThat(sealed.content()).hasSizeLessThan(20_000);
        Report next = reports.of(now.files(), MAIN, List.of());
        assertThat(next.corpus().problems()).isEmpty();
        List<SealedRuns> tallies = next.corpus().sealedNights().get(0).tallies();
        assertThat(tallies).hasSize(200);
        assertThat(tallies.stream().mapToLong(SealedRuns::failed).sum()).isEqualTo(10_000);
        assertThat(tallies.stream().mapToLong(SealedRuns::passed).sum()).isEqualTo(90_000);
    }

    @Test
    void aNightOfAHundredThousandRunsGivesWayToTheBytesAllowed() {
        List<Given> records = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            records.add(at("run-" + i * 7919L, 2).of("scenario-" + i % 200));
        }
        records.addAll(night(1));
        Report now = reports.of(List.of(), Reports.atMost(400, 100_000), records);
        assertThat(now.sealedNights()).containsExactly("2026-01-01", "2026-01-02");
        assertThat(now.plan().dropped()).isEmpty();
        assertThat(now.bytes()).isLessThan(100_000);
    }

    private static List<Given> nights(int count) {
        List<Given> records = new ArrayList<>();
        for (int day = 1; day <= count; day++) {
            records.addAll(night(day));
        }
        return records;
    }

    private static List<Given> night(int day) {
        List<Given> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(at(i * 104_729 + "-" + day, day)
                    .of("scenario-" + i % 3)
                    .turns(i)
                    .score("0." + (i * 7919 + day)));
        }
        return records;
    }

    private static GivenRun at(String id, int day) {
        return run(id).at(LocalDate.of(2026, 1, day) + "T02:00:00Z").in(id + ".json");
    }
}
