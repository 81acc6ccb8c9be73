package dev.callsheet.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.site.ChartSpec.Flag;
import dev.callsheet.site.ChartSpec.Kind;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What trends say and mark: levels, changes, versions, gaps. */
class TrendsTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFP";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theSuiteMarksTheNightsOnWhichScenariosChanged() {
        GivenSuite nights = new GivenSuite();
        stretch(nights, "falls", 1, 12, GOOD);
        stretch(nights, "falls", 13, 16, BAD);
        stretch(nights, "rises", 1, 12, BAD);
        stretch(nights, "rises", 13, 16, GOOD);
        stretch(nights, "falls tonight", 1, 15, GOOD);
        stretch(nights, "falls tonight", 16, 16, "FFFFF");
        ChartSpec trend = requireNonNull(Charts.trend(analysis(nights)));
        assertThat(trend.flags())
                .containsExactly(new Flag(12, Kind.WORSE, "1 worse, 1 better"), new Flag(15, Kind.WORSE, "1 worse"));
        assertThat(trend.finding())
                .endsWith(" Worse from 16 Apr: falls tonight. Worse from 13 Apr: falls. Better from 13 Apr: rises.");
    }

    @Test
    void ofManyChangesTheNewestAreNamed() {
        GivenSuite nights = new GivenSuite();
        for (String scenario : List.of("a", "b", "c", "d", "e")) {
            stretch(nights, scenario, 1, 12, GOOD);
            stretch(nights, scenario, 13, 16, "FFFFF");
        }
        assertThat(requireNonNull(Charts.trend(analysis(nights))).finding())
                .endsWith(" Worse from 13 Apr: a, b, c. 2 more changes of scenarios.");
    }

    @Test
    void flakyScenariosAreCountedNightByNight() {
        GivenSuite nights = new GivenSuite().runs("steady", 4, GOOD);
        stretch(nights, "mixed", 1, 4, "PFPFPFPF");
        ChartSpec flaky = requireNonNull(Charts.flaky(analysis(nights)));
        assertThat(flaky.points()).extracting(ChartSpec.Point::value).containsExactly(1.0, 1.0, 1.0, 1.0);
        assertThat(flaky.finding()).isEqualTo("Flaky scenarios over 4 nights: 1 on 1 Apr, 1 on 4 Apr.");
        assertThat(flaky.yAxis()).isEqualTo(new ChartSpec.YAxis(0, 1, ChartSpec.Unit.COUNT));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 9, 14, 21, 60, 119})
    void daysStandBelowTheAxisWithoutMeetingEachOther(int days) {
        GivenSuite nights = new GivenSuite().night("s", 1, GOOD).night("s", days, GOOD);
        ScenarioTrend trend = requireNonNull(trend(nights));
        List<ScenarioTrend.Label> labels = trend.labels().stream()
                .filter(label -> label.anchor().equals("middle"))
                .toList();
        assertThat(labels)
                .extracting(ScenarioTrend.Label::text)
                .first()
                .isEqualTo(Format.shortDate(LocalDate.of(2026, 3, 31).plusDays(days)));
        double free = trend.width();
        for (ScenarioTrend.Label label : labels) {
            double half = label.text().length() * 8 / 2.0;
            assertThat(Double.parseDouble(label.x()) + half).isLessThanOrEqualTo(free);
            free = Double.parseDouble(label.x()) - half;
        }
        assertThat(free).isNotNegative();
        assertThat(labels).hasSizeGreaterThan(1);
    }

    @Test
    void aScenarioHasALevelBeforeAndAfterItsChange() {
        GivenSuite nights = new GivenSuite();
        stretch(nights, "s", 1, 12, GOOD);
        stretch(nights, "s", 14, 16, BAD);
        ScenarioTrend trend = requireNonNull(trend(nights));
        assertThat(trend.finding())
                .isEqualTo("Pass rate over 15 nights: 5/5 on 1 Apr, 1/5 on 16 Apr. 1 of 16 days is a gap."
                        + " Level: 60/60, from 14 Apr 3/15.");
        assertThat(trend.levels().split("M"))
                .as("from 1 to 12 April and from 14 April on")
                .hasSize(1 + 2);
        assertThat(trend.shifts().split("M")).hasSize(1 + 1);
        assertThat(trend.dots().split("M")).hasSize(1 + 15);
        assertThat(trend.whiskers().split("M")).hasSize(1 + 15);
    }

    @Test
    void aSteadyScenarioHasOneLevelThatAGapBreaks() {
        GivenSuite nights = new GivenSuite();
        stretch(nights, "s", 1, 3, GOOD);
        stretch(nights, "s", 14, 15, GOOD);
        nights.night("s", 7, "EE");
        ScenarioTrend trend = requireNonNull(trend(nights));
        assertThat(trend.levels()).matches("M60.0 10.0(H[\\d.]+){3}M380.7 10.0(H[\\d.]+){2}");
        assertThat(trend.shifts()).isEmpty();
        assertThat(trend.finding()).contains("10 of 15 days are gaps. Level: 25/25.");
    }

    @Test
    void aCollapseOfTonightIsALevelOfItsOwn() {
        GivenSuite nights = new GivenSuite();
        stretch(nights, "s", 1, 15, GOOD);
        stretch(nights, "s", 16, 16, "FFFFF");
        assertThat(requireNonNull(trend(nights)).finding()).endsWith(" Level: 75/75, from 16 Apr 0/5.");
    }

    @Test
    void theLastSixtyNightsAreDrawnOfOneHundredAndTwentyDaysAtMost() {
        GivenSuite daily = new GivenSuite();
        stretch(daily, "s", 1, 270, "P");
        ScenarioTrend trend = requireNonNull(trend(daily));
        assertThat(trend.finding()).startsWith("Pass rate over the last 60 of 270 nights: ");
        assertThat(trend.dots().split("M")).hasSize(1 + 60);
        GivenSuite rarely = new GivenSuite();
        for (int night = 1; night <= 270; night += 30) {
            rarely.night("s", night, "P");
        }
        assertThat(requireNonNull(trend(rarely)).finding()).startsWith("Pass rate over the last 4 of 9 nights: ");
    }

    @Test
    void oneNightHasNoTrend() {
        assertThat(trend(new GivenSuite().runs("s", 1, GOOD))).isNull();
        assertThat(trend(new GivenSuite().runs("s", 1, GOOD).night("s", 2, "EE")))
                .isNull();
    }

    @Test
    void versionsAreTicksAndTheNewestIsNamed() {
        GivenSuite nights = new GivenSuite();
        for (int day = 1; day <= 9; day++) {
            nights.and(Given.run("r" + day).of("s").at("2026-04-0" + day).version("a long name " + day));
        }
        ScenarioTrend trend = requireNonNull(trend(nights));
        assertThat(trend.versions().split("M")).hasSize(1 + 8);
        assertThat(trend.labels().stream().filter(ScenarioTrend.Label::version))
                .hasSizeBetween(2, 5)
                .first()
                .isEqualTo(new ScenarioTrend.Label("a long n…", "384.9", 121, "end", true));
        assertThat(trend.finding()).endsWith(" 8 changes of version, the last to a long name 9 from 9 Apr.");
    }

    @Test
    void thePageDrawsTheTrendAndSaysIt() {
        GivenSuite nights = new GivenSuite();
        stretch(nights, "s", 1, 12, GOOD);
        stretch(nights, "s", 13, 16, BAD);
        nights.and(Given.run("x").of("s").at("2026-04-15").version("1"));
        nights.and(Given.run("y").of("s").at("2026-04-16").version("<b>2</b>"));
        Element page = Jsoup.parse(new String(
                new PageRenderer().render(Plans.of(corpora.of(nights)).page(SitePaths.scenario("s"))),
                StandardCharsets.UTF_8));
        Element svg = page.expectFirst("figure#course > svg[role=img]");
        assertThat(svg.attr("aria-label")).startsWith("Pass rate over 16 nights: 5/5 on 1 Apr");
        assertThat(page.select("figure#course > figcaption").text()).isEqualTo(svg.attr("aria-label"));
        assertThat(svg.select("path").eachAttr("class"))
                .containsExactly("grid", "whiskers", "shift", "level-line", "dots", "version");
        assertThat(svg.select("text.version").text()).isEqualTo("<b>2</b>");
        assertThat(svg.select("[style], b")).isEmpty();
        assertThat(svg.select("text")).hasSize(3 + 5 + 1);
    }

    private static void stretch(GivenSuite nights, String scenario, int first, int last, String outcomes) {
        for (int night = first; night <= last; night++) {
            nights.night(scenario, night, outcomes);
        }
    }

    private @Nullable ScenarioTrend trend(GivenSuite nights) {
        return ScenarioTrend.of(analysis(nights).scenarios().get(0));
    }

    private Analysis analysis(Given nights) {
        return Plans.analysis(corpora.of(nights));
    }
}
