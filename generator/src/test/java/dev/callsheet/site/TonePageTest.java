package dev.callsheet.site;

import static dev.callsheet.site.ToneChangesTest.fallen;
import static dev.callsheet.site.ToneChangesTest.row;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.ToneIssueGroup;
import dev.callsheet.metrics.ToneTexts;
import dev.callsheet.metrics.WorstTurn;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.stats.Interval;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TonePageTest {

    private static final ToneTexts NOTHING_SAID = new ToneTexts(List.of(), List.of());
    private static final LocalDate TONIGHT = LocalDate.parse("2026-04-14");
    private static final Interval USUAL = new Interval(0.85, 0.95);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void withoutToneThereIsNoPage() {
        assertThat(Plans.of(corpora.of(run("a").at("2026-04-14"))).paths()).doesNotContain(SitePaths.TONE);
    }

    @Test
    void wordsWithoutScoresAreEnoughForAPage() {
        Corpus corpus = corpora.of(run("a").at("2026-04-14"));
        ToneTexts texts = new ToneTexts(List.of(issue("curt")), List.of());
        SitePlan plan = Plans.of(corpus, Plans.withTone(Plans.analysis(corpus), Map.of(), texts));
        assertThat(plan.paths()).contains(SitePaths.TONE);
        assertThat(view(plan).headline()).isEqualTo("No run of tonight has a tone score.");
        assertThat(view(plan).scenarios().otherwise()).isEqualTo("No scenario has a tone score.");
    }

    @Test
    void theLeadSaysWhichDimensionsLieOutside() {
        assertThat(tonight(Map.of(ToneDimension.EMPATHY, "0.8"), sixUsual()))
                .isEqualTo("Tone tonight: empathy below its usual range.");
        assertThat(tonight(Map.of(ToneDimension.EMPATHY, "0.8", ToneDimension.CONCISENESS, "0.849"), sixUsual()))
                .isEqualTo("Tone tonight: conciseness and empathy below their usual range.");
        assertThat(tonight(Map.of(ToneDimension.EMPATHY, "0.8", ToneDimension.CONCISENESS, "0.96"), sixUsual()))
                .isEqualTo("Tone tonight: empathy below its usual range, conciseness above.");
        assertThat(tonight(Map.of(ToneDimension.NATURALNESS, "1"), sixUsual()))
                .isEqualTo("Tone tonight: naturalness above its usual range.");
    }

    @Test
    void theLeadSaysWhereNothingLiesOutside() {
        assertThat(tonight(Map.of(), sixUsual()))
                .isEqualTo("Tone tonight is within its usual range in all six dimensions.");
        assertThat(tonight(Map.of(), Map.of(ToneDimension.EMPATHY, USUAL)))
                .isEqualTo("Tone tonight is within its usual range in empathy.");
        assertThat(tonight(Map.of(), Map.of())).isEqualTo("Tone tonight has no usual range yet.");
    }

    @Test
    void theOverallFigureDoesNotMakeThatLine() {
        Map<ToneDimension, Interval> usual = sixUsual();
        usual.put(ToneDimension.OVERALL, USUAL);
        assertThat(tonight(Map.of(ToneDimension.OVERALL, "0.1"), usual))
                .isEqualTo("Tone tonight is within its usual range in all six dimensions.");
    }

    @Test
    void aNightWithoutScoresNamesTheNewestWithSome() {
        TonePage.View view = view(run("a").at("2026-04-12"), scored("b", "2026-04-13"), run("c").at("2026-04-14"));
        assertThat(view.headline()).isEqualTo("No run of tonight has a tone score.");
        assertThat(view.lead()).containsExactly("The newest night with a score is Mon 13 Apr 2026.");
        assertThat(view.tonight().table().isEmpty()).isTrue();
    }

    @Test
    void theLeadSetsScoredRunsBesideTheOthers() {
        TonePage.View view = view(
                scored("a", "2026-04-14"),
                scored("b", "2026-04-14"),
                scored("c", "2026-04-14"),
                scored("d", "2026-04-14").failed(),
                run("e").at("2026-04-14").failed(),
                scored("error", "2026-04-14").errored());
        assertThat(view.lead())
                .containsExactly("Tone tonight has no usual range yet. 4 of 5 runs scored, 1 carries no score.");
        assertThat(view.basis())
                .containsExactly(
                        "A usual range needs 10 earlier nights with a score.",
                        "Pass rate of the scored runs: 3 of 4 (75.0 %, 95 % interval 30.1 to 95.4 %). "
                                + "Of the others: 0 of 1 (0.0 %, 95 % interval 0.0 to 79.3 %).");
    }

    @Test
    void belowFourFifthsScoredToneIsPartial() {
        assertThat(view(scored("a", "2026-04-14"), run("b").at("2026-04-14")).lead())
                .containsExactly(
                        "Tone tonight has no usual range yet. Tone is partial: 1 of 2 runs scored, 1 carries no score.");
        assertThat(view(scored("a", "2026-04-14")).lead())
                .containsExactly("Tone tonight has no usual range yet. Every run with a result carries a score.");
    }

    @Test
    void theTableOfTonightSaysWhichIntervalsAreApproximate() {
        List<Given> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            GivenRun run = run("r" + i).at("2026-04-14").tone(ToneDimension.EMPATHY, i == 0 ? "0.5" : "0.9");
            ten.add(i < 2 ? run.tone(ToneDimension.CONCISENESS, i == 0 ? "0.8" : "1") : run);
        }
        Section tonight = view(ten.toArray(Given[]::new)).tonight();
        assertThat(row(tonight, "Empathy")).containsSequence("0.860", "0.770 to 0.950", "0.500", "10");
        assertThat(row(tonight, "Conciseness")).containsSequence("0.900", "≈ 0.000 to 1.000", "0.800", "2");
        assertThat(row(tonight, "Naturalness")).containsSequence("–", "–", "–", "0");
        assertThat(tonight.note()).isEqualTo("10 of 10 runs scored; ≈ approximate, from fewer than 10 runs");
    }

    @Test
    void theAxisOfTonightBeginsWhereNothingIsCutOff() {
        assertThat(axis(view(scored("a", "2026-04-14")))).isEqualTo(Table.Kind.UPPER_BAND);
        assertThat(axis(view(scored("a", "2026-04-14").tone(ToneDimension.EMPATHY, "0.499"))))
                .isEqualTo(Table.Kind.BAND);
    }

    @Test
    void theOverallFigureIsTheVendorsOwn() {
        String own = "Overall is the vendor's own figure";
        assertThat(claim(view(scored("a", "2026-04-14").tone(ToneDimension.OVERALL, "0.905")), "Overall"))
                .isEqualTo(own + ".");
        assertThat(claim(
                        view(
                                scored("a", "2026-04-14").tone(ToneDimension.OVERALL, "0.906"),
                                scored("b", "2026-04-14").tone(ToneDimension.OVERALL, "0.894"),
                                scored("c", "2026-04-14").tone(ToneDimension.OVERALL, "0.895"),
                                run("incomplete").at("2026-04-14").tone(ToneDimension.OVERALL, "0.1")),
                        "Overall"))
                .isEqualTo(own + ", not the mean of the six: it differs from that on 2 of 3 runs; on 2 it lies "
                        + "outside of the six, where no weighting of them could put it.");
    }

    @Test
    void theHeadlineSaysSinceWhenToneIsAnother() {
        TonePage.View view = view(fallen("0.6"));
        assertThat(view.headline()).isEqualTo("Tone changed: empathy lower since 21 Mar.");
        assertThat(view.lead())
                .startsWith(
                        "Empathy: mean 0.605 on the 10 nights since 21 Mar, 0.905 on the 20 before. Without a change one "
                                + "series in 10\u202f000 would show as much.",
                        "Scenario by scenario, tone fell in 1.");
        assertThat(Pages.texts(view.changes().table()).get(0))
                .containsExactly(
                        "All scenarios",
                        "Empathy",
                        "firm",
                        "21 Mar",
                        "0.905",
                        "0.605",
                        "−0.300",
                        "−0.304 to −0.296",
                        "1 in 10\u202f000");
        assertThat(claim(view, "Most harmful"))
                .startsWith("Empathy took most from the mean of the six, the 10 nights since 21 Mar against the 20 "
                        + "before: −0.300 of −0.300, 100.0 % of all losses.");
    }

    @Test
    void withoutAChangeTheHeadlineSaysInHowManyNightsNoneShows() {
        TonePage.View view = view(fallen("0.9"));
        assertThat(view.headline()).isEqualTo("No change of tone shows in 30 nights.");
        assertThat(view.changes().table().isEmpty()).isTrue();
        assertThat(view.changes().otherwise())
                .isEqualTo("None found in 2 series of nights, of the suite and of each scenario.");
    }

    @Test
    void badCallsAreSetAgainstWhatMayBe() {
        Given[] runs = new Given[20];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run("r" + i).at("2026-04-14").tone(ToneDimension.OVERALL, i < 2 ? "0.69" : "0.7");
        }
        assertThat(claim(view(runs), "Bad calls"))
                .isEqualTo("2 of 20 runs of the last night scored below 0.70 overall (10.0 %, 95 % interval 2.8 to "
                        + "30.1 %); 5.0 % may. That is more than may be, and may be chance. On the last 1 night they "
                        + "came at 2.0 times the allowed rate.");
    }

    @Test
    void toneIsSetAgainstPassing() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(run("p" + i).at("2026-04-14").tone(ToneDimension.OVERALL, "0.9"));
            runs.add(run("f" + i).failed().at("2026-04-14").tone(ToneDimension.OVERALL, i == 0 ? "0.9" : "0.5"));
        }
        assertThat(claim(view(runs.toArray(Given[]::new)), "Tone and passing"))
                .startsWith(
                        "Of a passed and a failed call of one scenario the passed one has the better overall tone in "
                                + "83 of 100 cases; 50 would be chance (3 passed and 3 failed runs of 1 scenario, which it may "
                                + "be).");
        assertThat(claim(view(scored("a", "2026-04-14")), "Tone and passing"))
                .isEqualTo(
                        "Whether passed calls sound better than failed ones cannot be said: no scenario has 3 scored "
                                + "runs of either outcome.");
    }

    @Test
    void sixChartsStandInTheOrderOfTheDimensionsOrNone() {
        assertThat(view(scored("a", "2026-04-14")).multiples()).isEmpty();
        TonePage.View view = view(scored("a", "2026-04-13"), scored("b", "2026-04-14"));
        assertThat(view.multiples())
                .extracting(Figure::title)
                .isEqualTo(ToneDimension.SIX.stream().map(ToneDimension::title).toList());
        assertThat(view.nights().rows()).hasSize(2);
        assertThat(view.nights().columns()).hasSize(9);
    }

    @Test
    void scenariosStandLowestOverallFirst() {
        TonePage.View view = view(
                run("a").of("fair").at("2026-04-14").tone(ToneDimension.OVERALL, "0.7"),
                run("b").of("without overall").at("2026-04-14").tone(ToneDimension.EMPATHY, "0.1"),
                run("c").of("poor").at("2026-04-14").tone(ToneDimension.OVERALL, "0.5"),
                run("d").of("poor").at("2026-04-13"),
                run("e").of("unscored").at("2026-04-14"));
        assertThat(names(view.scenarios())).containsExactly("poor", "fair", "without overall");
        List<Cell> poor = view.scenarios().table().rows().get(0);
        assertThat(poor).contains(new Cell.Heat("0.500", 4), Cell.text("1/2"));
        assertThat(((Cell.Spark) poor.get(9)).description())
                .isEqualTo("overall tone on 1 night of the last 30 days, last 0.500");
        assertThat(view.unscored().count()).isEqualTo("1 scenario has no tone score:");
        assertThat(view.unscored().scenarios()).extracting(Link::text).containsExactly("unscored");
    }

    @Test
    void ofManyUnscoredScenariosTheFirstAreNamed() {
        List<Given> records = new ArrayList<>(List.of(scored("a", "2026-04-14")));
        for (int i = 0; i < 25; i++) {
            records.add(scenario("never run " + i));
        }
        TonePage.Unscored unscored = view(records.toArray(Given[]::new)).unscored();
        assertThat(unscored.count()).isEqualTo("25 scenarios have no tone score:");
        assertThat(unscored.scenarios()).hasSize(20);
        assertThat(unscored.rest()).isEqualTo(" and 5 more");
        assertThat(view(scored("a", "2026-04-14")).unscored()).isEqualTo(new TonePage.Unscored("", List.of(), ""));
    }

    @Test
    void aWorstTurnLeadsToItsPlaceAsFarAsItIsKnown() {
        Corpus corpus = corpora.of(scored("a", "2026-04-14"));
        CorpusRun run = corpus.runs().get(0);
        List<WorstTurn> turns = List.of(
                new WorstTurn(run, 12, true, "flow_preservation", "As I said."),
                new WorstTurn(run, 3, false, "empathy", "beside it"),
                new WorstTurn(run, 0, false, "", "nowhere"));
        Table worst = view(Plans.of(
                        corpus, Plans.withTone(Plans.analysis(corpus), Map.of(), new ToneTexts(List.of(), turns))))
                .worst()
                .table();
        String page = SitePaths.run("a").value();
        assertThat(worst.rows().get(0)).startsWith(Cell.text("“As I said.”"), Cell.soft("flow preservation"));
        assertThat(worst.rows())
                .extracting(row -> row.get(4))
                .containsExactly(
                        Cell.link(page + "#turn-12", "turn 12"),
                        Cell.link(page + "#turn-3", "turn 3, unverified"),
                        Cell.link(page, "run, turn unverified"));
    }

    @Test
    void anIssueSaysItsShareWithAnInterval() {
        Corpus corpus = corpora.of(scored("a", "2026-04-14"));
        ToneTexts texts = new ToneTexts(
                List.of(
                        new ToneIssueGroup("curt", 1500, 3, 0.25, new Interval(0.1, 0.5), TONIGHT, TONIGHT),
                        new ToneIssueGroup("undated", 1, 1, null, null, null, null)),
                List.of());
        Section issues = view(Plans.of(corpus, Plans.withTone(Plans.analysis(corpus), Map.of(), texts)))
                .issues();
        Cell night = Cell.link("nights/2026-04-14.html", "Tue 14 Apr 2026");
        assertThat(issues.table().rows().get(0))
                .containsExactly(
                        Cell.text("curt"),
                        Cell.text("1\u202f500"),
                        Cell.text("3"),
                        Cell.text("25.0 %"),
                        Cell.text("10.0 to 50.0 %"),
                        night,
                        night);
        assertThat(issues.table().rows().get(1))
                .endsWith(Cell.text("–"), Cell.text("–"), Cell.soft("no date"), Cell.soft("no date"));
    }

    @Test
    void nothingSaidBecomesMarkup() {
        String hostile = "<script>alert(1)</script> [[${7*7}]]";
        Corpus corpus = corpora.of(
                scored("a", "2026-04-14").named(hostile), run("b").of("t").named(hostile + "t"));
        ToneTexts texts = new ToneTexts(
                List.of(issue(hostile)), List.of(new WorstTurn(corpus.runs().get(0), 1, true, hostile, hostile)));
        SitePlan plan = Plans.of(corpus, Plans.withTone(Plans.analysis(corpus), sixUsual(), texts));
        Document page =
                Jsoup.parse(new String(new PageRenderer().render(plan.page(SitePaths.TONE)), StandardCharsets.UTF_8));
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("#worst tbody th").text()).isEqualTo("“" + hostile + "”");
        assertThat(page.select("#worst tbody a").eachAttr("href"))
                .contains(SitePaths.run("a").value() + "#turn-1");
        assertThat(page.select("#issues tbody th").text()).isEqualTo(hostile);
        assertThat(page.select("#scenarios tbody th").text()).isEqualTo(hostile);
        assertThat(page.select("#scenarios + p").text()).isEqualTo("1 scenario has no tone score: " + hostile + "t.");
        assertThat(page.select("#tonight td.bars svg[role=img]")).hasSize(7);
    }

    private static String claim(TonePage.View view, String title) {
        return view.claims().stream()
                .filter(claim -> claim.title().equals(title))
                .map(ToneClaimWords.Claim::text)
                .findFirst()
                .orElseThrow();
    }

    private static GivenRun scored(String id, String night) {
        GivenRun run = run(id).at(night);
        Arrays.stream(ToneDimension.values()).forEach(dimension -> run.tone(dimension, "0.9"));
        return run;
    }

    private static ToneIssueGroup issue(String label) {
        return new ToneIssueGroup(label, 1, 1, 1.0, new Interval(0.2, 1), TONIGHT, TONIGHT);
    }

    private static Map<ToneDimension, Interval> sixUsual() {
        Map<ToneDimension, Interval> usual = new EnumMap<>(ToneDimension.class);
        ToneDimension.SIX.forEach(dimension -> usual.put(dimension, USUAL));
        return usual;
    }

    /** Of a night with one run, 0.9 in every dimension but those given. */
    private String tonight(Map<ToneDimension, String> means, Map<ToneDimension, Interval> usual) {
        GivenRun run = scored("a", "2026-04-14");
        means.forEach(run::tone);
        Corpus corpus = corpora.of(run);
        return view(Plans.of(corpus, Plans.withTone(Plans.analysis(corpus), usual, NOTHING_SAID)))
                .lead()
                .get(0)
                .replace(" Every run with a result carries a score.", "");
    }

    private TonePage.View view(Given... records) {
        Corpus corpus = corpora.of(records);
        return view(Plans.of(corpus, Plans.withTone(Plans.analysis(corpus), Map.of(), NOTHING_SAID)));
    }

    private static TonePage.View view(SitePlan plan) {
        return (TonePage.View) plan.page(SitePaths.TONE).view();
    }

    private static List<String> names(Section section) {
        return section.table().rows().stream()
                .map(row -> ((Cell.Links) row.get(0)).links().get(0).text())
                .toList();
    }

    private static Table.Kind axis(TonePage.View view) {
        List<Table.Head> columns = view.tonight().table().columns();
        return columns.get(columns.size() - 1).kind();
    }
}
