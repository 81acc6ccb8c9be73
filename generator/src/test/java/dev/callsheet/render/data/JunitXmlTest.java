package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.HostileText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Element;

class JunitXmlTest {

    private static final long MOST_BYTES = 30_000_000;
    private static final int SOME = 200;
    private static final String CALL_TEXT = "I need my money back";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aScenarioThatPassedIsATestCaseWithNothingInIt() {
        assertThat(junit(
                        scenario("s").named("Book a cleaning").pathway("p"),
                        tonight("1").lasting(61_250)))
                .isEqualTo("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="callsheet" tests="1" failures="0" errors="0" skipped="0" time="61.250">
                        <properties>
                        <property name="callsheet.version" value="1.2.3"></property>
                        <property name="callsheet.night" value="2026-04-14"></property>
                        <property name="callsheet.gate" value="passed"></property></properties>
                        <testcase classname="callsheet.p-148de9c5" name="Book a cleaning" time="61.250"></testcase></testsuite>
                        """);
    }

    @Test
    void whatTheGateDoesNotCountAgainstAScenarioIsAFlakyFailureForEachFailedRun() {
        Element test = onlyCase(
                scenario("s").named("Book a cleaning").asserting("a", "agent says the price"),
                tonight("1"),
                tonight("2").failed().check("a", Verdict.FAILED, CALL_TEXT),
                tonight("3").failed());
        assertThat(Xml.names(test)).containsExactly("flakyFailure", "flakyFailure");
        Element first = Xml.children(test).get(0);
        assertThat(first.getAttribute("message")).isEqualTo("agent says the price");
        assertThat(first.getAttribute("type")).isEqualTo("FAILED");
        assertThat(first.getTextContent().strip()).isEqualTo("run 2\nruns/2-d4735e3a.html");
        assertThat(Xml.children(test).get(1).getAttribute("message")).isEqualTo("failed, and no assertion says why");
    }

    @Test
    void whatTheGateFailsForIsAFailureThatSaysWhy() {
        Element suite = suite(corpora.of(
                new GivenSuite().required("a").runs("a", 7, "PPPPP").night("a", 8, "PFFFF"),
                new GivenSuite().and(scenario("b").named("B").required())));
        Element test = Xml.children(suite, "testcase").get(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(Xml.names(test)).containsExactly("failure", "rerunFailure", "rerunFailure", "rerunFailure");
        Element failure = Xml.children(test).get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("required_worse");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("got worse tonight: passed 1 of 5 tonight after 35 of 35");
    }

    @Test
    void aRequiredScenarioThatPassedTooFewRunsFails() {
        Element test = onlyCase(
                scenario("s").required(),
                tonight("1"),
                tonight("2"),
                tonight("3"),
                tonight("4").failed(),
                tonight("5").failed());
        assertThat(Xml.children(test).get(0).getAttribute("message"))
                .isEqualTo("required for promotion: passed 3 of 5 tonight, of which 4 must");
    }

    @Test
    void aScenarioOfWhichNoRunPassedFailsThoughTheGateCannotTell() {
        Element test = onlyCase(
                tonight("1").failed(), tonight("2").failed(), tonight("3").errored());
        assertThat(Xml.names(test)).containsExactly("failure", "rerunFailure", "rerunError");
        assertThat(Xml.children(test).get(0).getAttribute("type")).isEqualTo("all_failed");
        assertThat(Xml.children(test).get(0).getAttribute("message"))
                .isEqualTo("new, failing, not yet proven: 0 of 2 runs passed tonight");
    }

    @Test
    void errorsAloneAreAnErrorAndBesidePassesFlakyErrors() {
        Element errors = onlyCase(tonight("1").errored(), tonight("2").errored());
        assertThat(Xml.names(errors)).containsExactly("error", "rerunError");
        assertThat(Xml.children(errors).get(0).getAttribute("message"))
                .isEqualTo("no result tonight: 2 of 2 runs errored");
        assertThat(Xml.names(onlyCase(tonight("1"), tonight("2").errored()))).containsExactly("flakyError");
    }

    @Test
    void whatDidNotRunTonightIsSkipped() {
        Element suite = suite(corpora.of(
                scenario("a").named("A").disabled(),
                tonight("1").of("b"),
                tonight("2").of("c").running()));
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
        assertThat(Xml.children(suite, "testcase").stream()
                        .flatMap(test -> Xml.children(test).stream())
                        .map(skipped -> skipped.getAttribute("message")))
                .containsExactly(
                        "not run tonight; it is switched off", "no result tonight: its only run has no result");
    }

    @Test
    void scenariosOfOneNameAreToldApart() {
        Corpus corpus = corpora.of(
                scenario("11111111-a").named("Cancel"),
                scenario("22222222-a").named("Cancel"),
                scenario("33333333-a").named("Same"),
                scenario("33333333-b").named("Same"),
                scenario("x").named("Cancel (11111111)"),
                scenario("y").named("Cancel\u0001"),
                scenario("z").named("Cancel\u0002"));
        List<String> names = names(suite(corpus));
        assertThat(names).hasSize(7).doesNotHaveDuplicates().contains("Cancel (22222222)", "Same (33333333-a)");
    }

    @Test
    void oneNameInTwoPathwaysIsNoTrouble() {
        Element suite = suite(corpora.of(
                scenario("a").named("Cancel").pathway("one"),
                scenario("b").named("Cancel").pathway("two")));
        assertThat(names(suite)).containsExactly("Cancel", "Cancel");
        assertThat(Xml.children(suite, "testcase").stream().map(test -> test.getAttribute("classname")))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("callsheet\\.[a-z0-9-]+"));
    }

    @Test
    void manyFailedRunsAreCountedNotListed() {
        List<Given> records = new ArrayList<>();
        records.add(tonight("p"));
        IntStream.range(0, 10).forEach(i -> records.add(tonight("f" + i).failed()));
        Element test = Xml.children(suite(corpora.of(records)), "testcase").get(0);
        assertThat(Xml.names(test))
                .containsExactly("flakyFailure", "flakyFailure", "flakyFailure", "flakyFailure", "system-out");
        assertThat(Xml.children(test).get(4).getTextContent())
                .isEqualTo("6 more runs did not pass: scenarios/s-043a7187.html");
    }

    @Test
    void pagesHaveAddressesWhereTheSiteHasOne() {
        Corpus corpus = corpora.of(tonight("1").failed());
        String junit = Written.of(corpus, new GivenFindings().at(URI.create("https://acme.example/voice/")))
                .text("junit.xml");
        assertThat(junit)
                .contains("run 1\nhttps://acme.example/voice/runs/1-6b86b273.html")
                .contains("<property name=\"callsheet.report\" value=\"https://acme.example/voice/\">");
    }

    @Test
    void noTextOfACallStandsInIt() {
        assertThat(junit(
                        tonight("1")
                                .failed()
                                .says(CALL_TEXT)
                                .variable("want", CALL_TEXT)
                                .check("a", Verdict.FAILED, CALL_TEXT)
                                .issue(CALL_TEXT)
                                .error(CALL_TEXT),
                        tonight("2").errored().error(CALL_TEXT)))
                .doesNotContain("money");
    }

    @Test
    void whateverTheNamesAParserReadsThemBack() {
        List<Given> records = new ArrayList<>();
        for (String name : HostileText.ALL) {
            String id = "id " + name;
            records.add(scenario(id).named(name).pathway(name).asserting("a", name));
            records.add(tonight("run " + name).of(id).failed().check("a", Verdict.FAILED, name));
            records.add(tonight("other " + name).of(id));
        }
        Corpus corpus = corpora.of(records);
        List<String> names = names(suite(corpus));
        assertThat(names)
                .hasSize(HostileText.ALL.size())
                .doesNotHaveDuplicates()
                .contains(
                        "<script>alert(1)</script> & \"quoted\" 'text'",
                        "first second third fourth fifth sixth",
                        "whole \ud83d\ude00 \ud83d\udc69\u200d\ud83d\ude80")
                .allMatch(name -> name.codePointCount(0, name.length()) <= 150)
                .noneMatch(name -> name.matches(".*[\\p{Cc}\\p{Cs}\u202e\ufffe\uffff].*"));
    }

    @Test
    void tenThousandScenariosOfTheLongestNamesStayWithinWhatGitLabTakes() {
        List<Given> records = new ArrayList<>();
        String longest = "\"".repeat(1_200);
        IntStream.range(0, SOME).forEach(i -> {
            String id = "s" + i;
            records.add(scenario(id).named(i + longest).pathway(longest).asserting("a", longest));
            IntStream.range(0, 10)
                    .forEach(n -> records.add(
                            tonight(i + "-" + n + longest).of(id).failed().check("a", Verdict.FAILED, "")));
        });
        Corpus corpus = corpora.of(records);
        String junit = Written.of(corpus).text("junit.xml");
        Set<String> names = new HashSet<>(names(Xml.valid(junit, "surefire.xsd")));
        assertThat(names).hasSize(SOME);
        assertThat(junit.getBytes(StandardCharsets.UTF_8).length * (10_000L / SOME))
                .isLessThan(MOST_BYTES);
    }

    private static GivenRun tonight(String id) {
        return run(id).at("2026-04-14");
    }

    private String junit(Given... records) {
        return Written.of(corpora.of(records)).text("junit.xml");
    }

    private Element onlyCase(Given... records) {
        return Xml.children(suite(corpora.of(records)), "testcase").get(0);
    }

    private static Element suite(Corpus corpus) {
        return Xml.valid(Written.of(corpus).text("junit.xml"), "surefire.xsd");
    }

    private static List<String> names(Element suite) {
        return Xml.children(suite, "testcase").stream()
                .map(test -> test.getAttribute("name"))
                .toList();
    }
}
