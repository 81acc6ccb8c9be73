package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.NightComparison.Moved;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.GivenScenario;
import dev.callsheet.testing.GivenSuite;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ComparisonsTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void onAFirstNightThereIsNothingToCompareWith() {
        assertThat(of(new GivenSuite().night("a", 1, GOOD))).isEqualTo(new Comparisons(null, null, List.of()));
        assertThat(of(new GivenSuite())).isEqualTo(new Comparisons(null, null, List.of()));
    }

    @Test
    void aNightOfErrorsIsComparedWithNothing() {
        Comparisons comparisons = of(new GivenSuite().runs("a", 3, GOOD).night("a", 4, "EE"), LocalDate.of(2026, 4, 1));
        assertThat(comparisons.previous()).isNull();
        assertThat(comparisons.baseline()).isEqualTo(new Comparisons.Baseline(LocalDate.of(2026, 4, 1), null));
    }

    @Test
    void whatFellTonightIsWorseByAllNightsThoughTwoNightsProveNothing() {
        GivenSuite nights = new GivenSuite();
        for (String steady : List.of("b", "c", "d", "e", "f", "g", "h", "i", "j", "k")) {
            nights.runs(steady, 9, GOOD);
        }
        NightComparison previous = previous(nights.runs("a", 8, GOOD).night("a", 9, BAD));
        assertThat(previous.against()).isEqualTo(LocalDate.of(2026, 4, 8));
        assertThat(previous.worse()).singleElement().satisfies(moved -> {
            assertThat(moved.scenario().id()).isEqualTo("a");
            assertThat(moved.since()).isEqualTo(LocalDate.of(2026, 4, 9));
            assertThat(moved.before()).isEqualTo(Rate.of(40, 40));
            assertThat(moved.after()).isEqualTo(Rate.of(0, 5));
        });
        assertThat(previous.better()).isEmpty();
        assertThat(previous.comparison().pairs()).hasSize(11).noneMatch(Comparison.Pair::real);
    }

    @Test
    void aFallOfEarlierIsNoneSinceTheNightBeforeButSinceTheBaseline() {
        GivenSuite nights = since(10, "a", GOOD, BAD, 30).runs("b", 30, GOOD);
        assertThat(previous(nights).worse()).isEmpty();
        assertThat(ids(baseline(nights, 9).worse())).containsExactly("a");
        assertThat(baseline(nights, 9).worse().get(0).since()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(baseline(nights, 10).worse()).as("it had fallen by then").isEmpty();
    }

    @Test
    void whatFellAndCameBackIsAsOnTheBaseline() {
        GivenSuite nights = new GivenSuite().runs("a", 9, GOOD);
        for (int night = 10; night <= 30; night++) {
            nights.night("a", night, night < 20 ? BAD : GOOD);
        }
        assertThat(baseline(nights, 5).worse()).isEmpty();
        assertThat(baseline(nights, 5).better()).isEmpty();
        assertThat(ids(baseline(nights, 15).better())).containsExactly("a");
    }

    @Test
    void theNearestEarlierNightStandsInForABaselineWithoutAResult() {
        GivenSuite nights =
                new GivenSuite().night("a", 2, GOOD).night("a", 4, "EE").night("a", 9, GOOD);
        assertThat(baseline(nights, 6).against()).isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(baseline(nights, 9).against()).as("tonight is no baseline").isEqualTo(LocalDate.of(2026, 4, 2));
        assertThat(Objects.requireNonNull(of(nights, LocalDate.of(2026, 4, 1)).baseline())
                        .nights())
                .as("nothing ran that early")
                .isNull();
    }

    @Test
    void newIsWhatHasItsFirstResultTonight() {
        NightComparison previous = previous(new GivenSuite()
                .runs("a", 4, GOOD)
                .night("new", 4, GOOD)
                .night("errors before", 2, "EE")
                .night("errors before", 4, GOOD)
                .night("back", 1, GOOD)
                .night("back", 4, GOOD)
                .night("away", 3, GOOD)
                .night("only errors", 3, GOOD)
                .night("only errors", 4, "E"));
        assertThat(previous.fresh()).containsExactly("errors before", "new");
        assertThat(previous.returned()).containsExactly("back");
        assertThat(previous.notRun()).containsExactly("away", "only errors");
        assertThat(previous.gone()).isEmpty();
    }

    @Test
    void aScenarioThatIsSwitchedOffIsGone() {
        GivenSuite nights = new GivenSuite()
                .runs("a", 2, GOOD)
                .night("off", 1, GOOD)
                .night("on", 1, GOOD)
                .and(scenario("off").disabled())
                .and(scenario("on"));
        assertThat(previous(nights).gone()).containsExactly("off");
        assertThat(previous(nights).notRun()).containsExactly("on");
        assertThat(previous(nights.night("off", 2, "E")).gone())
                .as("it is still being run")
                .isEmpty();
    }

    @Test
    void aScenarioWithoutADocumentIsGoneOnlyWhereTheOthersOfItsPathwayHaveOne() {
        assertThat(previous(pathway(scenario("a"), scenario("b"))).gone()).containsExactly("away");
        assertThat(previous(pathway(scenario("a"))).gone())
                .as("b has none either")
                .isEmpty();
        assertThat(previous(pathway()).gone()).isEmpty();
        assertThat(previous(pathway(scenario("a"), scenario("b"), scenario("away")))
                        .gone())
                .as("it is still defined")
                .isEmpty();
    }

    @Test
    void onAPathwayOfWhichNothingRanTonightNothingIsGone() {
        GivenSuite nights = new GivenSuite()
                .and(scenario("a").pathway("p"))
                .and(run("1").of("a").pathway("p").at("2026-04-01"))
                .and(run("2").of("a").pathway("p").at("2026-04-02"))
                .and(run("3").of("other").pathway("q").at("2026-04-01"));
        assertThat(previous(nights).gone()).isEmpty();
        assertThat(previous(nights).notRun()).containsExactly("other");
    }

    @Test
    void theNewestVersionIsComparedWithTheOneBeforeIt() {
        VersionComparison versions =
                versions(List.of("41", "42", "42", "43", "43")).get(0);
        assertThat(versions.pathwayId()).isEmpty();
        assertThat(versions.before()).isEqualTo("42");
        assertThat(versions.now()).isEqualTo("43");
        assertThat(versions.since()).isEqualTo(LocalDate.of(2026, 4, 4));
        assertThat(versions.comparison().pairs())
                .singleElement()
                .satisfies(pair -> assertThat(List.of(pair.before(), pair.now()))
                        .containsExactly(Rate.of(10, 10), Rate.of(10, 10)));
    }

    @Test
    void aVersionIsAsNewAsItsFirstRun() {
        VersionComparison versions = versions(List.of("a", "b", "a")).get(0);
        assertThat(versions.now()).isEqualTo("b");
        assertThat(versions(List.of("10,9")).get(0).now())
                .as("both began at once")
                .isEqualTo("10");
    }

    @Test
    void oneVersionIsComparedWithNothing() {
        assertThat(versions(List.of("42", "42"))).isEmpty();
        assertThat(of(new GivenSuite().runs("a", 3, GOOD)).versions()).isEmpty();
    }

    @Test
    void everyPathwayHasItsOwnVersions() {
        List<Given> records = new ArrayList<>();
        for (String pathway : List.of("p", "q", "r")) {
            for (int night = 1; night <= 2; night++) {
                records.add(run(pathway + night)
                        .of("of " + pathway)
                        .pathway(pathway)
                        .version(pathway.equals("r") ? "1" : pathway + night)
                        .at("2026-04-0" + night));
            }
        }
        assertThat(of(records).versions())
                .extracting(versions -> versions.pathwayId() + ": " + versions.before() + ", " + versions.now())
                .containsExactly("p: p1, p2", "q: q1, q2");
    }

    @Test
    void aChangeOnAVersionsFirstNightCoincidesWithIt() {
        assertThat(coinciding(10, 10)).containsExactly("s");
        assertThat(coinciding(10, 9)).as("the version came the night before").isEmpty();
        assertThat(coinciding(10, 11)).as("the version came the night after").isEmpty();
    }

    /** A scenario that falls on one night and gets another version on one night. */
    private List<String> coinciding(int falls, int another) {
        List<Given> records = new ArrayList<>();
        for (int night = 1; night <= 16; night++) {
            for (int i = 0; i < 5; i++) {
                GivenRun run = run(night + "-" + i).version(night < another ? "1" : "2");
                records.add((night < falls ? run : run.failed())
                        .at(LocalDate.of(2026, 4, night).toString()));
            }
        }
        return List.copyOf(of(records).versions().get(0).coinciding().keySet());
    }

    /** Five passed runs of a scenario a night, of the versions named. */
    private List<VersionComparison> versions(List<String> nights) {
        List<Given> records = new ArrayList<>();
        for (int night = 1; night <= nights.size(); night++) {
            for (String version : nights.get(night - 1).split(",", -1)) {
                for (int i = 0; i < 5; i++) {
                    records.add(run(night + version + i)
                            .version(version)
                            .at(LocalDate.of(2026, 4, night).toString()));
                }
            }
        }
        return of(records).versions();
    }

    /** Scenarios a and b run on both nights, the third on the first only; all of one pathway. */
    private static GivenSuite pathway(GivenScenario... documents) {
        GivenSuite nights = new GivenSuite();
        for (String id : List.of("a", "b", "away")) {
            nights.and(run(id + 1).of(id).pathway("p").at("2026-04-01"));
            if (!id.equals("away")) {
                nights.and(run(id + 2).of(id).pathway("p").at("2026-04-02"));
            }
        }
        for (GivenScenario document : documents) {
            nights.and(document.pathway("p"));
        }
        return nights;
    }

    private static GivenSuite since(int changed, String scenario, String before, String then, int last) {
        GivenSuite nights = new GivenSuite().runs(scenario, changed - 1, before);
        for (int night = changed; night <= last; night++) {
            nights.night(scenario, night, then);
        }
        return nights;
    }

    private static List<String> ids(List<Moved> moved) {
        return moved.stream().map(of -> of.scenario().id()).toList();
    }

    private NightComparison previous(GivenSuite nights) {
        return Objects.requireNonNull(of(nights).previous());
    }

    private NightComparison baseline(GivenSuite nights, int april) {
        return Objects.requireNonNull(
                Objects.requireNonNull(of(nights, LocalDate.of(2026, 4, april)).baseline())
                        .nights());
    }

    private Comparisons of(GivenSuite nights) {
        return of(nights, null);
    }

    private Comparisons of(GivenSuite nights, @Nullable LocalDate baseline) {
        return of(List.of(nights), baseline);
    }

    private Comparisons of(List<Given> records) {
        return of(records, null);
    }

    private Comparisons of(List<? extends Given> records, @Nullable LocalDate baseline) {
        return Analyst.analyse(
                        corpora.of(records),
                        new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                        Instant.parse("2026-12-31T06:00:00Z"),
                        Rules.DEFAULT,
                        baseline)
                .comparisons();
    }
}
