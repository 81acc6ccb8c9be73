package dev.callsheet.render.text;

import static dev.callsheet.testing.Given.problem;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.MemoryTree;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryFileTest {

    private static final int MOST_BYTES = 64 * 1024;
    /** Characters of a comment that GitHub takes with some to spare. */
    private static final int MOST_OF_A_COMMENT = 60_000;

    private static final String CALL_TEXT = "I need my money back";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itSaysWhatTheFirstPageSaysWorstFirst() {
        assertThat(summary(
                        new GivenFindings(),
                        List.of(
                                scenario("a").named("Book a cleaning").required(),
                                scenario("b").named("Cancel"),
                                problem("a.json", 1, "nothing"),
                                run("1").of("a").at("2026-04-13"),
                                run("2").of("b").at("2026-04-13"),
                                run("3").of("b").at("2026-04-13"),
                                run("4").of("a").at("2026-04-14").failed(),
                                run("5").of("b").at("2026-04-14").failed(),
                                run("6").of("b").at("2026-04-14"),
                                run("7").of("b").at("2026-04-14").errored())))
                .startsWith(
                        "<!-- callsheet:summary -->\n## Too few nights to see a change: 1 of 3 runs passed.\n\nGate failed "
                                + "because Book a cleaning, ")
                .contains(
                        "\n\nTonight 1 of 3 runs passed. Against Mon 13 Apr 2026: 2 scenarios that had passed every run ")
                .contains("\n\n2 of 2 passed proves only that a scenario passes at least 22 % of its calls.\n\n")
                .contains("- **Night**: Tue 14 Apr 2026\n- **Pass rate**: 33.3 % (1/3), 95 % interval ")
                .contains("- **Not counted**: 1 error\n- **Problems in the input**: 1\n")
                .contains("""
                        ### What got worse, and is it real?

                        real changes first

                        | Scenario | Real? | Before | After |
                        | :-- | :-- | --: | --: |
                        | Book a cleaning | cannot tell | 1/1 | 0/1 |
                        | Cancel | cannot tell | 2/2 | 1/2 |

                        ### Required for promotion

                        0 of 1 passed every run; by all evidence 1 not proven; the others, lowest first

                        | Scenario | Verdict | Tonight | Earlier |
                        | :-- | :-- | --: | --: |
                        | Book a cleaning | mixed, not proven | 0/1 | 1/1 |

                        ### Flaky

                        by failed runs to expect next night

                        | Scenario | Verdict | Passed | Fails next |
                        | :-- | :-- | --: | --: |
                        """)
                .endsWith("The full report is `index.html` beside this file.\n");
    }

    @Test
    void aGoodNightHasSentencesForTables() {
        assertThat(summary(
                        new GivenFindings().usual(ToneDimension.EMPATHY, 0.7, 0.9),
                        List.of(
                                scenario("s").required(),
                                run("1").at("2026-04-14").tone(ToneDimension.EMPATHY, "0.8"))))
                .contains("Nothing: no run failed tonight.")
                .contains("1 required scenario: every run passed.")
                .contains("No scenario passes and fails by turns.")
                .contains("No dimension lies outside of the usual range known for it.")
                .doesNotContain("|");
    }

    @Test
    void aNightWithoutAVerdictSaysSo() {
        assertThat(summary(
                        new GivenFindings(), List.of(run("1").at("2026-04-14").errored())))
                .contains("\n## Tonight cannot be judged: 1 of 1 run errored.")
                .contains("- **Pass rate**: –\n")
                .contains("There is no result to judge.");
    }

    @Test
    void withoutANightOnlyTheInputIsSummedUp() {
        assertThat(summary(new GivenFindings(), List.of(scenario("s")))).isEqualTo("""
                        <!-- callsheet:summary -->
                        ## No finished run was loaded.

                        Gate inconclusive: no finished run was loaded.

                        - **Runs loaded**: 0
                        - **Batches loaded**: 0
                        - **Simulation sets loaded**: 0
                        - **Problems in the input**: 0
                        - **Memory**: no history beyond the files loaded

                        The full report is `index.html` beside this file.
                        """);
    }

    @Test
    void itLinksToTheReportWhereThatHasAnAddress() {
        String markdown = summary(
                new GivenFindings().at(URI.create("https://acme.example/voice/")), List.of(run("1").at("2026-04-14")));
        assertThat(markdown).endsWith("\nThe full report is at <https://acme.example/voice/>.\n");
        assertThat(Jsoup.parse(html(markdown)).expectFirst("a").attr("href")).isEqualTo("https://acme.example/voice/");
    }

    @Test
    void aDimensionOutsideItsUsualRangeHasALine() {
        assertThat(summary(
                        new GivenFindings()
                                .usual(ToneDimension.EMPATHY, 0.7, 0.9)
                                .usual(ToneDimension.CONCISENESS, 0.4, 0.6),
                        List.of(run("1").at("2026-04-14")
                                .tone(ToneDimension.EMPATHY, "0.5")
                                .tone(ToneDimension.CONCISENESS, "0.5"))))
                .contains("| Empathy | 0.500 | 0.700 to 0.900 |\n\n")
                .doesNotContain("Conciseness");
    }

    @Test
    void noTextOfACallStandsInIt() {
        Corpus corpus = corpora.of(
                run("1").at("2026-04-14")
                        .failed()
                        .says(CALL_TEXT)
                        .variable("want", CALL_TEXT)
                        .check("a", Verdict.FAILED, CALL_TEXT)
                        .issue(CALL_TEXT)
                        .tone(ToneDimension.EMPATHY, "0.5")
                        .example(1, CALL_TEXT),
                run("2").at("2026-04-14").errored().error(CALL_TEXT));
        GivenFindings findings = new GivenFindings()
                .issue(CALL_TEXT, 3)
                .mode(CALL_TEXT)
                .errorMessage(CALL_TEXT, corpus)
                .failedAssertion("agent says hello", corpus);
        assertThat(summary(findings.on(corpus)))
                .contains("| error message | 2 | 1 |\n| agent says hello | 2 | 2 |")
                .doesNotContain("money");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)><!-- x",
                "[x](javascript:alert(1)) ![i](http://evil.example/t.png) <https://evil.example> [ref]",
                "a | b || \\| \\\\| `|` c",
                "*a* **b** __c__ ~~d~~ `e` ``f`` ^g^ ==h== $i$",
                "x\n\n# heading\n\n- item\n1. item\n> quote\n```\ncode\n```\n---\n[x]: http://evil.example",
                "x\r## heading\u2028- item\u2029\u0085> quote",
                "&lt;b&gt; &amp;lt; &#60;b&#62; &copy;",
                "\\<b> \\[x\\](y) \\",
                "| --- | :-: |",
                "<details><summary>x</summary>",
                "``` ~~~ :::",
            })
    void noNameBecomesStructure(String name) {
        Document plain = rendered(hostile("Book a cleaning"));
        Document rendered = rendered(hostile(name));
        assertThat(elements(rendered)).isEqualTo(elements(plain));
        String shown = name.replaceAll("[\\s\\x{85}\\x{2028}\\x{2029}]+", " ").strip();
        String cut = shown.length() > 60 ? shown.substring(0, 60) : shown;
        assertThat(rendered.expectFirst("td").wholeText().replace("\u200B", "")).contains(cut);
        assertThat(rendered.getElementsByAttribute("href")).isEmpty();
    }

    @Test
    void noNameCallsAnybody() {
        String markdown = summary(hostile("@octocat @org/team a@b.example"));
        assertThat(Jsoup.parse(html(markdown)).wholeText()).contains("@\u200B").doesNotContainPattern("@[A-Za-z0-9]");
    }

    @Test
    void whateverTheInputItStaysBelowItsSize() {
        List<Given> records = new ArrayList<>();
        IntStream.range(0, 200).forEach(i -> {
            String id = "|".repeat(500) + i;
            records.add(scenario(id).named("😀|@".repeat(2_000) + i).required());
            GivenRun failed = run("f" + i).of(id).at("2026-04-14").failed();
            records.add(failed);
            records.add(run("p" + i).of(id).at("2026-04-14"));
            records.add(run("b" + i).of(id).at("2026-04-13"));
        });
        Corpus corpus = corpora.of(records);
        GivenFindings findings = new GivenFindings();
        IntStream.range(0, 50).forEach(i -> findings.failedAssertion("@{".repeat(3_000) + i, corpus));
        MemoryTree tree = new MemoryTree();
        DataFile file = written(findings.on(corpus), tree);
        String markdown = tree.text("summary.md");
        assertThat(file.size())
                .isEqualTo(markdown.getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(MOST_BYTES);
        assertThat(markdown.length()).isLessThan(MOST_OF_A_COMMENT);
        assertThat(markdown)
                .contains("first; 30 of 200\n")
                .contains("lowest first; 10 of 200\n")
                .contains("next night; 5 of 200\n")
                .contains("most runs of tonight first; 5 of 50\n");
    }

    private Report hostile(String name) {
        Corpus corpus = corpora.of(
                scenario("s").named(name).required(), run("1").at("2026-04-14").failed(), run("2").at("2026-04-14"));
        return new GivenFindings().failedAssertion(name, corpus).on(corpus);
    }

    private static List<String> elements(Document document) {
        return document.body().getAllElements().stream().map(Element::nodeName).toList();
    }

    private static Document rendered(Report report) {
        return Jsoup.parse(html(summary(report)));
    }

    private static String html(String markdown) {
        MutableDataSet options = new MutableDataSet().set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
        return HtmlRenderer.builder(options)
                .build()
                .render(Parser.builder(options).build().parse(markdown));
    }

    private String summary(GivenFindings findings, List<Given> records) {
        return summary(findings.on(corpora.of(records)));
    }

    private static String summary(Report report) {
        MemoryTree tree = new MemoryTree();
        written(report, tree);
        return tree.text("summary.md");
    }

    private static DataFile written(Report report, MemoryTree tree) {
        try {
            return SummaryFile.write(report, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
