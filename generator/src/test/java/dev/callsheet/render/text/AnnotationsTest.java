package dev.callsheet.render.text;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.HostileText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnnotationsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    /** A command as GitHub's runner takes a line apart. */
    private record Command(String name, Map<String, String> properties, String data) {

        static Command of(String line) {
            assertThat(line).startsWith("::").doesNotContain("\n", "\r");
            int end = line.indexOf("::", 2);
            String info = line.substring(2, end);
            int space = info.indexOf(' ');
            Map<String, String> properties = new LinkedHashMap<>();
            for (String property : info.substring(space + 1).split(",", -1)) {
                String[] pair = property.split("=", 2);
                properties.put(pair[0], data(pair[1].replace("%3A", ":").replace("%2C", ",")));
            }
            return new Command(info.substring(0, space), properties, data(line.substring(end + 2)));
        }

        private static String data(String escaped) {
            return escaped.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
        }

        String title() {
            return properties.getOrDefault("title", "");
        }
    }

    @Test
    void aGoodNightHasNone() {
        assertThat(commands(corpora.of(new GivenSuite().runs("a", 8, "PPPPP")))).isEmpty();
    }

    @Test
    void whatTheGateFailsBecauseOfIsAnErrorAndNamedOnce() {
        List<Command> commands = commands(corpora.of(new GivenSuite()
                .required("a")
                .runs("a", 7, "PPPPP")
                .night("a", 8, "PFFFF")
                .runs("b", 8, "PPPPP")));
        assertThat(commands)
                .filteredOn(command -> command.name.equals("error"))
                .containsExactly(new Command(
                        "error",
                        Map.of("title", "A"),
                        "got worse tonight: passed 1 of 5 tonight after 35 of 35. "
                                + "https://acme.example/voice/scenarios/a-ca978112.html"));
    }

    @Test
    void whatAlwaysFailsWithoutBeingRequiredIsAWarning() {
        assertThat(commands(corpora.of(new GivenSuite().runs("a", 8, "FFFFF").runs("b", 8, "PPPPP"))))
                .extracting(Command::name, Command::title)
                .contains(org.assertj.core.groups.Tuple.tuple("warning", "a"));
    }

    @Test
    void anInconclusiveGateIsAWarningThatSaysWhy() {
        Command command =
                commands(corpora.of(run("1").at("2026-04-14").errored())).get(0);
        assertThat(command.name).isEqualTo("warning");
        assertThat(command.data).contains("1 of 1 run errored").endsWith(" https://acme.example/voice/index.html");
    }

    @Test
    void ofManyNineAreShownAndTheOthersCounted() {
        GivenSuite suite = new GivenSuite();
        IntStream.range(0, 30).forEach(i -> suite.runs("s" + i, 7, "PPPPP").night("s" + i, 8, "FFFFF"));
        List<Command> errors = commands(corpora.of(suite)).stream()
                .filter(command -> command.name.equals("error"))
                .toList();
        assertThat(errors).hasSize(10);
        assertThat(errors.get(9).title()).isEqualTo("and 21 more");
    }

    @Test
    void noNameEndsACommandOrBeginsAnother() {
        for (String name : HostileText.ALL) {
            Corpus corpus = corpora.of(
                    scenario("s").named(name).required(), failed("1", name), failed("2", name), failed("3", name));
            List<String> lines = Annotations.lines(new GivenFindings().on(corpus));
            assertThat(lines).isNotEmpty().allSatisfy(line -> {
                assertThat(line).matches("::(error|warning) title=[^,:]*::.*").doesNotContain("##[", "##vso[");
                assertThat(line).doesNotContainPattern("[\\p{Cc}\u2028\u202e]");
                assertThat(line.codePointCount(0, line.length())).isLessThan(1_500);
                assertThat(Command.of(line).properties).containsOnlyKeys("title");
            });
        }
    }

    private static Given failed(String id, String assertion) {
        return run(id).at("2026-04-14").failed().check(assertion, Verdict.FAILED, "I need my money back");
    }

    private static List<Command> commands(Corpus corpus) {
        return new ArrayList<>(
                Annotations.lines(new GivenFindings()
                                .at(URI.create("https://acme.example/voice/"))
                                .on(corpus))
                        .stream()
                        .map(Command::of)
                        .toList());
    }
}
