package dev.callsheet.render.mail;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenFindings;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailContentTest {

    private static final String CALL_TEXT = "I need my money back";
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,/\u202f]\\d+)*");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    static List<Function<Corpora, Report>> nights() {
        return List.of(
                Nights::worse,
                Nights::good,
                Nights::first,
                Nights::errorsOnly,
                Nights::none,
                Nights::enormous,
                corpora -> Nights.of("7 of 9 <b>12</b>\r\n34", corpora));
    }

    @Test
    void theVerdictComesFirstThenWhatGotWorse() {
        Mails mail = Mails.of(Nights.worse(corpora));
        assertThat(mail.html().body().text())
                .startsWith("✕ Gate failed 1 scenario got worse tonight, 1 is unchanged. Gate failed because CANCEL, "
                        + "required for promotion,")
                .contains("Open the full report What got worse, and is it real? real changes first "
                        + "Scenario Real? Before After CANCEL ✕ real, tonight 45/45 3/8");
        assertThat(mail.plain())
                .startsWith(
                        "✕ Gate failed\n\n1 scenario got worse tonight, 1 is unchanged.\n\nGate failed because CANCEL")
                .contains("""
                        What got worse, and is it real?
                        -------------------------------
                        (real changes first)

                          CANCEL
                            Real? ✕ real, tonight; Before: 45/45; After: 3/8
                            https://example.org/report/scenarios/cancel-""");
    }

    @ParameterizedTest
    @MethodSource("nights")
    void theTextSaysEveryNumberOfTheHtml(Function<Corpora, Report> night) {
        Mails mail = Mails.of(night.apply(corpora));
        Document html = mail.html();
        List<String> said = numbers(mail.plain());
        assertThat(numbers(html.text())).isNotEmpty().allMatch(said::contains);
        assertThat(numbers(String.join(" ", html.select("img").eachAttr("alt"))))
                .allMatch(said::contains);
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void linksLeadToThePublishedSite() {
        assertThat(Mails.of(Nights.worse(corpora)).html().select("a").eachAttr("href"))
                .contains("https://example.org/report/index.html")
                .anyMatch(href -> href.startsWith("https://example.org/report/scenarios/cancel-"))
                .allMatch(href -> href.startsWith("https://example.org/report/"));
    }

    @Test
    void withoutAnAddressTheMessageSaysWhereTheReportIs() {
        Mails mail = Mails.of(Mails.published(Nights.worse(corpora), null, "main"));
        assertThat(mail.html().select("a")).isEmpty();
        assertThat(mail.html().text())
                .contains("The full report is index.html of the site that this summary came with.");
        assertThat(mail.plain())
                .contains("The full report is index.html of the site")
                .doesNotContain("http");
        assertThat(mail.text("mail/summary.html")).contains("href=\"../index.html\"", "href=\"../scenarios/cancel-");
    }

    @Test
    void aNightWithoutAResultSaysSo() {
        assertThat(Mails.of(Nights.errorsOnly(corpora)).plain())
                .startsWith("Gate inconclusive\n\nTonight cannot be judged: 2 of 2 runs errored.\n")
                .contains("There is no result to judge.");
    }

    @Test
    void withoutANightTheInputIsSummedUp() {
        Mails mail = Mails.of(Nights.none(corpora));
        assertThat(mail.plain())
                .startsWith("Gate inconclusive\n\nNo finished run was loaded.\n")
                .contains("\nRuns loaded: 0\n");
        assertThat(mail.html().select("h2").eachText()).containsExactly("In figures");
    }

    @Test
    void anIncompleteFetchComesBeforeTheGate() {
        assertThat(Mails.of(Nights.of("rate limit", corpora)).plain())
                .containsSubsequence("Incomplete: fetched 10 of 15 runs", "Gate inconclusive:");
    }

    @Test
    void withoutChartsTheirFindingsStay() {
        Report report = Nights.worse(corpora);
        Mails with = Mails.of(report);
        Mails without = Mails.withoutCharts(report);
        List<String> findings = with.html().select("img").eachAttr("alt");
        assertThat(findings).hasSize(2);
        assertThat(without.html().select("img")).isEmpty();
        assertThat(without.html().select("p").eachText()).containsAll(findings);
        assertThat(without.plain()).isEqualTo(with.plain());
        assertThat(without.parts()).hasSize(2);
        assertThat(without.paths()).containsExactly("mail/summary.eml", "mail/summary.html", "mail/summary.txt");
    }

    @Test
    void noTextOfACallStandsInIt() {
        var corpus = corpora.of(
                run("1").at("2026-04-14")
                        .failed()
                        .says(CALL_TEXT)
                        .variable("want", CALL_TEXT)
                        .check("a", Verdict.FAILED, CALL_TEXT)
                        .issue(CALL_TEXT)
                        .tone(ToneDimension.EMPATHY, "0.5")
                        .example(1, CALL_TEXT),
                run("2").at("2026-04-14").errored().error(CALL_TEXT));
        Mails mail = Mails.of(new GivenFindings()
                .issue(CALL_TEXT, 3)
                .mode(CALL_TEXT)
                .errorMessage(CALL_TEXT, corpus)
                .failedAssertion("agent says hello", corpus)
                .on(corpus));
        assertThat(Stream.of(mail.plain(), mail.html().outerHtml(), mail.text("mail/summary.html"), mail.raw()))
                .noneMatch(text -> text.contains("money"));
        assertThat(mail.plain())
                .contains("error message\n    Tonight: 2; Scenarios: 1")
                .contains("agent says hello\n");
    }

    @Test
    void theFilesAreListedWithTheirSizes() {
        Mails mail = Mails.of(Nights.worse(corpora));
        assertThat(mail.files())
                .extracting(DataFile::name)
                .containsExactly("mail/summary.html", "mail/summary.txt", "mail/summary.eml");
        assertThat(mail.files())
                .allSatisfy(file ->
                        assertThat(file.size()).isEqualTo(mail.bytes(file.path().value()).length));
        assertThat(mail.paths())
                .containsExactly(
                        "mail/pass-hat-k.png",
                        "mail/summary.eml",
                        "mail/summary.html",
                        "mail/summary.txt",
                        "mail/trend.png");
        assertThat(mail.text("mail/summary.txt")).isEqualTo(mail.plain());
    }
}
