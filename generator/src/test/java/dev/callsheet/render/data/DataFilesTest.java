package dev.callsheet.render.data;

import static dev.callsheet.testing.TestDocuments.batch;
import static dev.callsheet.testing.TestDocuments.claim;
import static dev.callsheet.testing.TestDocuments.problem;
import static dev.callsheet.testing.TestDocuments.scenario;
import static dev.callsheet.testing.TestDocuments.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusBuilder;
import dev.callsheet.model.RecordSink;
import dev.callsheet.output.OutputTree;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.testing.TestDocuments;
import dev.callsheet.testing.TestRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataFilesTest {

    private static final Pattern DOCUMENTED_COLUMN = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\|");

    @Test
    void theListNamesExactlyTheFilesThatAreWritten() {
        assertThat(DataFiles.all().stream().map(file -> file.path().value()))
                .containsExactlyInAnyOrderElementsOf(
                        Written.of(sink -> {}).files().keySet());
    }

    static List<DataFile> csvFiles() {
        return DataFiles.all().stream()
                .filter(file -> file.path().value().endsWith(".csv"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void theColumnsListedAreThoseOfTheFile(DataFile file) {
        assertThat(Written.of(sink -> {}).files().get(file.path().value()))
                .isEqualTo(file.columns().replace(", ", ",") + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void theColumnsDocumentedAreThoseOfTheFile(DataFile file) throws IOException {
        String name = file.path().value().substring("data/".length());
        String document = Files.readString(Path.of("docs/data.md"));
        String section = document.substring(document.indexOf("\n## " + name + "\n") + 1);
        int end = section.indexOf("\n## ");
        List<String> documented = DOCUMENTED_COLUMN
                .matcher(end < 0 ? section : section.substring(0, end))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(String.join(", ", documented)).isEqualTo(file.columns());
    }

    @Test
    void theOrderOfRecordsMovesNoByte() {
        List<Consumer<RecordSink>> records = new ArrayList<>(List.of(
                sink -> sink.scenario(scenario("s", "Same name")),
                sink -> sink.scenario(scenario("t", "Same name")),
                sink -> sink.batch(batch("b", "2026-04-14T00:00:00Z")),
                sink -> sink.simulationSet(set("x", "2026-04-14", claim("s", 2, 2, "1"))),
                sink -> sink.simulationSet(set("y", "2026-04-14", claim("t", 2, 2, "1"))),
                sink -> sink.problem(problem("a.json", 1, "x")),
                sink -> sink.problem(problem("a.json", 1, "y")),
                sink -> sink.run(
                        TestRun.of("1", "s", "PASSED").in("b").score("0.1").run()),
                sink -> sink.run(
                        TestRun.of("2", "s", "FAILED").in("b").score("0.2").run()),
                sink -> sink.run(TestRun.of("3", "t", "PASSED").score("0.3").run()),
                sink -> sink.run(TestRun.of("4", "t", "PASSED").undated().run())));
        Written inOrder = Written.of(sink -> records.forEach(record -> record.accept(sink)));
        Collections.reverse(records);
        assertThat(Written.of(sink -> records.forEach(record -> record.accept(sink))))
                .isEqualTo(inOrder);
    }

    @Test
    void aTreeThatRefusesAFileIsHeardInItsOwnWords() throws IOException {
        IOException full = new IOException("the disk is full");
        OutputTree tree = path -> new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };
        try (CorpusBuilder builder = new CorpusBuilder();
                Corpus corpus = builder.build()) {
            Report report = TestDocuments.report(corpus);
            assertThatThrownBy(() -> DataFiles.write(report, corpus, tree)).isSameAs(full);
        }
    }
}
