package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenHistory;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SitePlanTest {

    private static final String HOSTILE = "<script>alert('x')</script> & \"../../etc\" javascript:alert(1) \u202e";
    private static final Assets ASSETS = new Assets(
            new SafePath("assets/site.1.css"),
            new SafePath("assets/site.1.js"),
            java.util.Map.of("trend", new SafePath("assets/trend.1.svg")));
    private static final DataFile DATA_FILE = new DataFile(new SafePath("data/runs.csv"), "a run");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void everyLinkLeadsToAPlannedPageOrFile() {
        SitePlan plan = plan(everything());
        Set<SafePath> targets = new HashSet<>(plan.paths());
        targets.addAll(List.of(
                ASSETS.stylesheet(),
                ASSETS.script(),
                new SafePath("assets/trend.1.svg"),
                DATA_FILE.path(),
                DataFile.asText(DATA_FILE.path())));
        for (SafePath page : plan.paths()) {
            List<String> links = links(plan, page);
            assertThat(links).as(page.value()).isNotEmpty().allSatisfy(link -> {
                assertThat(link).matches("(?:\\.\\./)*[a-z0-9.-]+(?:/[a-z0-9.-]+)*(?:#[a-z0-9-]+)?");
                assertThat(targets).contains(resolved(page, link));
            });
        }
    }

    @Test
    void everyPageCanBeReachedFromTheFirst() {
        for (List<Given> records : List.of(everything(), withoutNights())) {
            SitePlan plan = plan(records);
            Set<SafePath> reached = new HashSet<>(Set.of(SitePaths.LATEST));
            Deque<SafePath> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                SafePath page = open.remove();
                for (String link : links(plan, page)) {
                    SafePath target = resolved(page, link);
                    if (plan.paths().contains(target) && reached.add(target)) {
                        open.add(target);
                    }
                }
            }
            assertThat(reached).containsExactlyInAnyOrderElementsOf(plan.paths());
        }
    }

    @Test
    void aWorstRunThatWasNotLoadedIsTextNotALink() {
        SitePlan plan = plan(everything());
        List<Object> set = Views.parts(plan.page(SitePaths.simulationSet("x")));
        assertThat(set).contains(new Link(null, "not-load…", false));
        assertThat(set)
                .contains(new Link("../runs/" + SitePaths.run("r2").value().substring(5), "r2", false));
    }

    @Test
    void namesAndTextsPassUnchanged() { // escaping is the renderer's
        SitePlan plan = plan(List.of(
                scenario("s").named(HOSTILE).described(HOSTILE),
                run(HOSTILE)
                        .batch(HOSTILE)
                        .at("2026-04-14")
                        .failed()
                        .says(HOSTILE)
                        .error(HOSTILE)));
        assertThat(Views.parts(plan.page(SitePaths.scenario("s")))).contains(HOSTILE);
        assertThat(Views.parts(plan.page(SitePaths.scenario("s"))))
                .anyMatch(part -> part.equals(HOSTILE + " is new and fails; too few runs to prove it."));
        assertThat(Views.parts(plan.page(SitePaths.run(HOSTILE)))).contains(HOSTILE, new Cell.Code(HOSTILE));
        assertThat(Views.parts(plan.page(SitePaths.LATEST))).anyMatch(part -> part.equals(HOSTILE));
    }

    @Test
    void everyLinkHasAWordAndEverySectionAnIdOfItsOwn() {
        for (List<Given> records : List.of(everything(), withoutNights(), List.<Given>of())) {
            SitePlan plan = plan(records);
            for (SafePath path : plan.paths()) {
                List<Object> parts = Views.parts(plan.page(path));
                assertThat(parts)
                        .filteredOn(Link.class::isInstance)
                        .allSatisfy(link -> assertThat(((Link) link).text()).isNotBlank());
                assertThat(parts)
                        .filteredOn(Section.class::isInstance)
                        .extracting(section -> ((Section) section).id())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void aTableHasAsManyCellsInEachRowAsColumns() {
        SitePlan plan = plan(everything());
        for (SafePath path : plan.paths()) {
            assertThat(Views.parts(plan.page(path)))
                    .filteredOn(Table.class::isInstance)
                    .allSatisfy(part -> {
                        Table table = (Table) part;
                        assertThat(table.rows())
                                .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
                    });
        }
    }

    @Test
    void aPageIsTheSameHoweverOftenItIsMade() {
        List<Given> records = everything();
        SitePlan plan = plan(records);
        List<Given> reversed = new ArrayList<>(records);
        Collections.reverse(reversed);
        SitePlan again = plan(reversed);
        assertThat(again.paths()).isEqualTo(plan.paths());
        for (SafePath path : plan.paths()) {
            assertThat(plan.page(path)).isEqualTo(plan.page(path)).isEqualTo(again.page(path));
        }
    }

    @Test
    void pagesOfRecordsCarryNothingThatChangesFromNightToNight() {
        SitePlan plan = plan(everything());
        for (SafePath path : plan.paths()) {
            Page.Frame frame = plan.page(path).frame();
            boolean ofBar = frame.crumbs().isEmpty();
            assertThat(frame.wholeness() != null).as(path.value()).isEqualTo(ofBar);
            assertThat(frame.when() != null).as(path.value()).isEqualTo(ofBar);
        }
    }

    @Test
    void nothingButTheFixedPagesIsPlannedForNothing() {
        SitePlan plan = plan(List.of());
        assertThat(plan.paths())
                .containsExactly(
                        SitePaths.LATEST,
                        SitePaths.SCENARIOS,
                        SitePaths.NIGHTS,
                        SitePaths.DATA,
                        SitePaths.METHOD,
                        SitePaths.PROBLEMS);
        assertThat(((LatestWithoutNight.View) plan.page(SitePaths.LATEST).view()).headline())
                .isEqualTo("No finished run was loaded.");
    }

    @Test
    void aPageThatIsNotPlannedIsRefused() {
        SitePlan plan = plan(List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> plan.page(SitePaths.run("r")));
    }

    @Test
    void pathsAreAFunctionOfTheIdAndDifferBeyondCase() {
        String uuid = "a3f1b2c4-5d6e-7f8a-9b0c-1d2e3f4a5b6c";
        assertThat(SitePaths.run(uuid)).isEqualTo(new SafePath("runs/" + uuid + ".html"));
        assertThat(SitePaths.scenario("scn_A").value()).matches("scenarios/scn-a-[0-9a-f]{8}\\.html");
        assertThat(SitePaths.scenario("scn_A")).isNotEqualTo(SitePaths.scenario("scn_a"));
        assertThat(SitePaths.batch("../../etc/passwd").value()).matches("batches/etc-passwd-[0-9a-f]{8}\\.html");
    }

    /** Records that fill every kind of page, with gaps of every kind. */
    private static List<Given> everything() {
        return List.of(
                scenario("s").named("Booking").required().asserting("a", "Books"),
                scenario("idle").named("Never run").disabled(),
                run("r1").at("2026-04-13").named("Booking").batch("b"),
                run("r2")
                        .at("2026-04-14")
                        .batch("b")
                        .failed()
                        .score("0.4")
                        .check("a", FAILED, "because")
                        .says("Hello!")
                        .example(1, "Hello!")
                        .example(9, "elsewhere")
                        .issue("curt")
                        .variable("day", "Tuesday")
                        .nodes("greeting")
                        .tone(ToneDimension.EMPATHY, "0.4"),
                run("r3").at("2026-04-14").check("a", PASSED, null).lasting(10).turns(3),
                run("r4").of("t").at("2026-04-14").errored().error("line dropped"),
                run("r5").of("t").at("2026-04-15").running(),
                run("undated").of("u").status("ODD"),
                batch("b").at("2026-04-14T00:00:00Z").listing("r1", "r2", "lost"),
                batch("undated"),
                batch("of a night without runs").at("2026-01-01T00:00:00Z"),
                set("x").from("2026-04-14T00:00:00Z")
                        .until("2026-04-14T01:00:00Z")
                        .with(figures("s").counts(2, 1, 1).rate("0.9").worst("r2"))
                        .with(figures("only in set").named("Only in the set").worst("not-loaded")),
                set("undated"),
                set("of a night without runs").from("2026-01-01T00:00:00Z"));
    }

    /** A set and a batch of which no run was loaded: the figures of the API alone. */
    private static List<Given> withoutNights() {
        return List.of(
                set("x").from("2026-04-14T00:00:00Z").with(figures("s").counts(5, 4, 1)),
                batch("b").at("2026-04-14T00:00:00Z"));
    }

    private SitePlan plan(List<Given> records) {
        Corpus corpus = corpora.of(records);
        NightCalendar calendar = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
        Instant made = Instant.parse("2026-04-20T06:00:00Z");
        Analysis analysis = Analyst.analyse(corpus, calendar, made, Rules.DEFAULT);
        Report report = new Report(
                "0",
                made,
                calendar,
                analysis,
                corpus.duplicates(),
                corpus.problems(),
                new TreeMap<>(),
                Gate.judge(analysis, GateLimits.DEFAULT),
                GivenHistory.none(),
                null);
        return new SitePlan(
                report, corpus, ASSETS, List.of(DATA_FILE), "## 1 Runs\n\n1.1 Only runs count.", run -> true);
    }

    private static SafePath resolved(SafePath page, String link) {
        return new SafePath(URI.create("/" + page).resolve(link).getPath().substring(1));
    }

    private static List<String> links(SitePlan plan, SafePath path) {
        List<String> links = new ArrayList<>();
        for (Object part : Views.parts(plan.page(path))) {
            if (part instanceof Link link && link.href() != null && !link.href().startsWith("#")) {
                links.add(link.href());
            } else if (part instanceof Square square) {
                links.add(square.href());
            } else if (part instanceof Figure figure && figure.src() != null) {
                links.add(figure.src());
            } else if (part instanceof Page.Frame frame) {
                links.add(frame.stylesheet());
                links.add(frame.script());
            }
        }
        return links;
    }
}
