package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.gate.GateRule;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GateTableTest {

    private static final LocalDate TONIGHT = LocalDate.of(2026, 4, 13);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theNightOfTheReportSaysWhatEveryRuleFound() {
        Section gate = section(nights().night("a", 13, "FFFFF").night("b", 13, "PPPPP"));
        assertThat(gate.note()).startsWith("failed");
        assertThat(Pages.heads(gate.table())).containsExactly("Rule", "Verdict", "Evidence", "Scenarios");
        assertThat(Pages.texts(gate.table()).get(2))
                .containsExactly(
                        "Required ones that got worse",
                        "fail",
                        "A, required for promotion, passed 0 of 5 tonight after 60 of 60.",
                        "A");
    }

    @Test
    void warningsAreCountedBesideTheVerdict() {
        Section gate = section(nights().night("a", 13, "PPPPP").night("b", 13, "PPPPF"));
        assertThat(Pages.texts(gate.table()))
                .filteredOn(row -> row.get(1).equals("warning"))
                .isEmpty();
        assertThat(gate.note()).isEqualTo("passed");
        GivenSuite flaky = nights();
        for (String scenario : List.of("c", "d", "e", "f", "g", "h", "i")) {
            flaky.runs(scenario, 13, "PPFPF");
        }
        Section warned = section(flaky.night("a", 13, "PPPPP"));
        assertThat(warned.note()).isEqualTo("passed, 2 warnings");
        assertThat(Pages.texts(warned.table()))
                .contains(List.of(
                        "Flaky scenarios",
                        "warning",
                        "7 of 9 scenarios are flaky; at most 1 may be.",
                        "c d e f g and 2 more"));
    }

    @Test
    void anEarlierNightIsNotJudgedAgain() {
        assertThat(sections(nights().night("a", 13, "PPPPP"), TONIGHT.minusDays(1)))
                .extracting(Section::id)
                .doesNotContain("gate");
    }

    @Test
    void everyRuleStandsOnTheMethodPageWhereItsLinkLeads() throws IOException {
        String method = Files.readString(Path.of("templates/method.md"));
        assertThat(GateRule.values()).allSatisfy(rule -> {
            String number = GateTable.anchor(rule).substring("rule-".length()).replace('-', '.');
            assertThat(method).contains("\n" + number + " `" + rule.id() + "`: ");
        });
    }

    @Test
    void theFirstPageBeginsWithTheVerdict() {
        Pages pages = Pages.of(corpora.of(nights().night("a", 13, "FFFFF")));
        LatestPage.View latest =
                (LatestPage.View) LatestPage.make(pages.at(SitePaths.LATEST)).view();
        String verdict = "Gate failed because A, required for promotion, passed 0 of 5 tonight after 60 of 60.";
        assertThat(latest.lead().get(0)).isEqualTo(verdict);
        assertThat(NightSummary.of(pages.report()).lead().get(0)).isEqualTo(verdict);
    }

    private static GivenSuite nights() {
        return new GivenSuite().required("a").runs("a", 12, "PPPPP").runs("b", 12, "PPPPP");
    }

    private Section section(GivenSuite nights) {
        return sections(nights, TONIGHT).get(0);
    }

    private List<Section> sections(GivenSuite nights, LocalDate night) {
        Pages pages = Pages.of(corpora.of(nights));
        NightPage.View view = (NightPage.View) NightPage.make(
                        pages.at(SitePaths.night(night)),
                        pages.report().analysis().nightNumbers().stream()
                                .filter(numbers -> numbers.night().equals(night))
                                .findFirst()
                                .orElseThrow(),
                        1)
                .view();
        return view.sections();
    }
}
