package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.problem;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.output.OutputTree;
import dev.callsheet.report.Report;
import dev.callsheet.site.DataFile;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataFilesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theListNamesExactlyTheFilesThatAreWritten() {
        assertThat(DataFiles.all().stream().map(file -> file.path().value()))
                .containsExactlyInAnyOrderElementsOf(Written.of(corpora.of()).files().keySet().stream()
                        .filter(name -> !name.endsWith(".csv.txt"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void aFileStandsOnceMoreAsPlainText(DataFile file) {
        Map<String, String> files =
                Written.of(corpora.of(run("1").batch("b").at("2026-04-14"))).files();
        assertThat(files.get(file.path() + ".txt"))
                .isEqualTo(files.get(file.path().value()));
    }

    static List<DataFile> csvFiles() {
        return DataFiles.all().stream()
                .filter(file -> file.name().endsWith(".csv"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void aFileHasTheColumnsListedAndStandsWithItsHeaderWhenThereIsNoRow(DataFile file) {
        assertThat(Written.of(corpora.of()).files().get(file.path().value()))
                .isEqualTo(
                        file.columns().stream().map(DataFile.Column::name).collect(Collectors.joining(",")) + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void theDocumentSaysOfEachColumnWhatThePageSays(DataFile file) throws IOException {
        String document = Files.readString(Path.of("docs/data.md"));
        String section = document.substring(document.indexOf("\n## " + file.name() + "\n") + 1);
        int end = section.indexOf("\n## ");
        assertThat((end < 0 ? section : section.substring(0, end)).lines().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(file.columns().stream()
                        .map(column -> "| `" + column.name() + "` | "
                                + column.type().words() + " | " + column.meaning() + " |")
                        .toList());
        assertThat(document)
                .contains("| [" + file.name() + "](#" + file.name().replace(".", "") + ") | " + file.what() + " | "
                        + file.sorting() + " |");
    }

    @ParameterizedTest
    @MethodSource("csvFiles")
    void everyColumnSaysWhatItMeans(DataFile file) {
        assertThat(file.columns())
                .isNotEmpty()
                .allMatch(column -> !column.meaning().isBlank());
    }

    @Test
    void theOrderOfRecordsMovesNoByte() {
        List<Given> records = new ArrayList<>(List.of(
                scenario("s").named("Same name"),
                scenario("t").named("Same name"),
                batch("b").at("2026-04-14T00:00:00Z"),
                set("x").on("2026-04-14").with(figures("s").counts(2, 2, 0).rate("1")),
                set("y").on("2026-04-14").with(figures("t").counts(2, 2, 0).rate("1")),
                problem("a.json", 1, "x"),
                problem("a.json", 1, "y"),
                run("1").batch("b").at("2026-04-14").score("0.1"),
                run("2").batch("b").at("2026-04-14").failed().score("0.2"),
                run("3").of("t").at("2026-04-14").score("0.3"),
                run("4").of("t")));
        Written inOrder = Written.of(corpora.of(records));
        Collections.reverse(records);
        assertThat(Written.of(corpora.of(records))).isEqualTo(inOrder);
    }

    @Test
    void aTreeThatRefusesAFileIsHeardInItsOwnWords() {
        IOException full = new IOException("the disk is full");
        OutputTree tree = path -> new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw full;
            }
        };
        Corpus corpus = corpora.of();
        Report report = new GivenFindings().on(corpus);
        assertThatThrownBy(() -> DataFiles.write(report, corpus, tree)).isSameAs(full);
    }
}
