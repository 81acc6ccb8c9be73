package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindingFilesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aDimensionHasItsFiguresOverTheWindowAndThoseOfTonight() {
        Written written = Written.of(corpora.of(
                run("1").at("2026-04-13").tone(ToneDimension.EMPATHY, "0.5"),
                run("2").at("2026-04-13").tone(ToneDimension.EMPATHY, "0.75"),
                run("3").at("2026-04-14").tone(ToneDimension.EMPATHY, "1"),
                run("4").at("2026-04-14").errored().tone(ToneDimension.EMPATHY, "0")));
        assertThat(written.text("tone.csv")
                        .lines()
                        .filter(row -> row.contains("empathy"))
                        .map(FindingFilesTest::brief))
                .containsExactly("\"s\",\"empathy\",3,0.75,0.1289,1.3710,0.25,0.75,,0.5,1,1,1");
    }

    @Test
    void everyScenarioHasEveryDimensionWhetherScoredOrNot() {
        Written written = Written.of(corpora.of(scenario("b"), scenario("a")));
        assertThat(written.column("tone.csv", "scenario_id"))
                .hasSize(2 * ToneDimension.values().length)
                .isSorted();
        assertThat(written.column("tone.csv", "dimension"))
                .startsWith("naturalness")
                .endsWith("overall_tone_score");
        assertThat(written.text("tone.csv").lines().skip(1).findFirst()).contains("\"a\",\"naturalness\",0,,,,,,,,,0,");
    }

    @Test
    void failuresOfAllKindsAreSortedByKindAndSignature() {
        Corpus corpus = corpora.of(run("1").failed(), run("2").errored());
        Written written = Written.of(
                corpus,
                new GivenFindings()
                        .mode("=Talked over the caller")
                        .errorMessage("No answer", corpus)
                        .failedAssertion("says hello", corpus)
                        .failedAssertion("says goodbye", corpus));
        assertThat(written.text("failures.csv").lines().skip(1).map(FindingFilesTest::brief))
                .containsExactly(
                        "\"api_mode\",\"'=talked over the caller\",\"'=Talked over the caller\",,,,,,,1,2,,",
                        "\"assertion\",\"of says goodbye\",\"says goodbye\",2,4,0.5,0.1500,0.8499,1,2,,"
                                + "\"2026-04-12\",\"2026-04-14\"",
                        "\"assertion\",\"of says hello\",\"says hello\",2,4,0.5,0.1500,0.8499,1,2,,"
                                + "\"2026-04-12\",\"2026-04-14\"",
                        "\"error_message\",\"of No answer\",\"No answer\",2,,,,,,1,,\"2026-04-12\",\"2026-04-14\"");
    }

    @Test
    void everyRunIsOneWithoutANodeNeverVisited() {
        Written written = Written.of(
                corpora.of(),
                new GivenFindings().pathway("q", "greet", "farewell").pathway("p", "ask", "thank"));
        assertThat(written.text("nodes.csv").lines().skip(1).map(FindingFilesTest::brief))
                .containsExactly(
                        "\"p\",\"ask\",1,3,0.3333,3,4,0.75,2,false,\"node\",,1,2,1,3,4,0.6666,0.7272,2,0.5,1.5555,6,1.3581,0.9557,"
                                + "0.3714,0.3714,0.4166,-0.2256,0.7567",
                        "\"p\",\"thank\",0,0,,4,7,0.5714,0,true,\"node\",,,0,0,3,4,,,,,,,0.2513,0.1183,,,,,",
                        "\"q\",\"farewell\",0,0,,4,7,0.5714,0,true,\"node\",,,0,0,3,4,,,,,,,0.2513,0.1183,,,,,",
                        "\"q\",\"greet\",1,3,0.3333,3,4,0.75,2,false,\"node\",,1,2,1,3,4,0.6666,0.7272,2,0.5,1.5555,6,1.3581,0.9557,"
                                + "0.3714,0.3714,0.4166,-0.2256,0.7567");
    }

    @Test
    void aTransitionHasItsNextNodeAndAnAbsenceNone() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(run("f" + i).pathway("p").at("2026-04-14").nodes("a", "b").failed());
            runs.add(run("p" + i).pathway("p").at("2026-04-14").nodes("a", "c"));
        }
        Corpus corpus = corpora.of(runs);
        Written written = Written.of(corpus, new GivenFindings().pathwaysOf(corpus));
        assertThat(written.text("nodes.csv")
                        .lines()
                        .skip(1)
                        .map(row -> row.split(",", -1))
                        .map(row -> String.join(" ", row[1], row[10], row[11], row[12], row[13], row[14])))
                .containsExactly(
                        "\"a\" \"node\"   3 3",
                        "\"a\" \"transition\" \"b\" 1 3 0",
                        "\"b\" \"node\"  1 3 0",
                        "\"c\" \"absence\"  1 3 0",
                        "\"c\" \"node\"   0 3");
        assertThat(written.report().at("/nodes").size()).isEqualTo(5);
        assertThat(written.report().at("/nodes/3/next_node_id").asString()).isEqualTo("b");
        assertThat(written.report().at("/nodes/4/kind").asString()).isEqualTo("absence");
    }

    /** Numbers cut to four decimals. */
    private static String brief(String row) {
        return row.replaceAll("([0-9][.][0-9]{4})[0-9]+", "$1");
    }
}
