package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunText;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Texts of calls: out to disk and back. */
class RunTextTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void whetherATextHasAnErrorIssuesOrExamplesIsKnownWithoutReadingIt() {
        Corpus corpus = corpora.of(
                run("1").from(RunOrigin.DETAIL).says("Hello.").issue("curt"),
                run("1").from(RunOrigin.LIST).error("Timeout"),
                run("2").example(1, "Hello."),
                run("3").says("Hello."),
                run("4"));
        assertThat(corpus.runs())
                .extracting(run -> run.id() + ": " + run.hasErrorMessage() + " " + run.hasToneIssues() + " "
                        + run.hasToneExamples())
                .containsExactly(
                        "1: true true false", "2: false false true", "3: false false false", "4: false false false");
    }

    @Test
    void textsComeBackUnchanged() {
        RunText text = new RunText(
                List.of(
                        new Turn("user", "Grüße, 你好, مرحبا, \uD83D\uDCDE\u200D \"quoted\" \\ </script>\n\t{{name}}"),
                        new Turn(null, ""),
                        new Turn("tool", "İıŞş \u2028\u0000\uFFFD")),
                List.of(new Variable("", ""), new Variable("a.b \"c\"", "{\"d\":null}")),
                "line 1\r\nline 2",
                Arrays.asList(null, "because", null),
                List.of(new ToneIssue(null, "curt"), new ToneIssue("pace", "too fast")),
                List.of(
                        new ToneExample(null, null, "x", null),
                        new ToneExample(Integer.MIN_VALUE, "empathy", "", "odd")));
        GivenRun three = run("r").check("a", Verdict.PASSED, null)
                .check("b", Verdict.FAILED, null)
                .check("c", Verdict.PASSED, null);
        Corpus corpus = corpora.of(sink -> sink.run(new Run(three.record().facts(), text)));
        assertThat(text(corpus)).isEqualTo(text);
    }

    @Test
    void aRunWithoutTextHasTheEmptyText() {
        assertThat(text(corpora.of(run("r")))).isEqualTo(RunText.EMPTY);
    }

    @Test
    void gapsAreFilledFromLowerRecords() {
        RunText text = text(corpora.of(
                run("r").from(RunOrigin.DETAIL).says("Hello!").issue("curt"),
                run("r").from(RunOrigin.BATCH).says("ignored").error("line dropped"),
                run("r").from(RunOrigin.LIST)
                        .error("ignored")
                        .variable("day", "Tuesday")
                        .example(1, "Hello!")));
        assertThat(text.chat()).containsExactly(new Turn("assistant", "Hello!"));
        assertThat(text.toneIssues()).extracting(ToneIssue::text).containsExactly("curt");
        assertThat(text.errorMessage()).isEqualTo("line dropped");
        assertThat(text.variables()).containsExactly(new Variable("day", "Tuesday"));
        assertThat(text.toneExamples()).extracting(ToneExample::text).containsExactly("Hello!");
    }

    @Test
    void reasoningsAreThoseOfTheRecordWhoseAssertionResultsWereTaken() {
        Corpus corpus = corpora.of(
                run("r").from(RunOrigin.DETAIL).says("Hello!"),
                run("r").from(RunOrigin.BATCH)
                        .check("b1", Verdict.PASSED, "of the batch")
                        .check("b2", Verdict.PASSED, null),
                run("r").from(RunOrigin.LIST).check("l1", Verdict.PASSED, "of the list"));
        assertThat(corpus.runs().get(0).facts().assertions()).hasSize(2);
        assertThat(text(corpus).reasonings()).containsExactly("of the batch", null);
    }

    @Test
    void reasoningsOfOtherResultsAreNotPutBesideTheOnesTaken() {
        GivenRun judge = run("r").from(RunOrigin.DETAIL).check("a", Verdict.FAILED, null);
        GivenRun other = run("r").from(RunOrigin.LIST)
                .check("z", Verdict.PASSED, "about something else")
                .says("Hello!");
        Corpus corpus = corpora.of(sink -> sink.run(new Run(judge.record().facts(), RunText.EMPTY)), other);
        assertThat(text(corpus).chat()).hasSize(1);
        assertThat(text(corpus).reasonings()).isEmpty();
    }

    @Test
    void manyThreadsMayRead() throws Exception {
        List<GivenRun> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            records.add(run("r" + i).says("turn of run r" + i + " ".repeat(i * 10)));
        }
        Corpus corpus = corpora.of(records);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> reads = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                for (CorpusRun run : corpus.runs()) {
                    reads.add(threads.submit(() -> corpus.text(run)
                            .chat()
                            .get(0)
                            .content()
                            .stripTrailing()
                            .equals("turn of run " + run.id())));
                }
            }
            for (Future<Boolean> read : reads) {
                assertThat(read.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingTheCorpusDeletesTheTexts() throws IOException {
        String said = UUID.randomUUID().toString();
        Corpus corpus = corpora.of(run("r").says(said));
        assertThat(text(corpus).chat().get(0).content()).isEqualTo(said);
        corpus.close();
        assertThat(spoolsHolding(said)).isZero();
        assertThatThrownBy(() -> text(corpus))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(ClosedChannelException.class);
    }

    @Test
    void closingTheBuilderLeavesTheTextsToTheCorpusThatTookThem() throws IOException {
        Corpus corpus;
        try (CorpusBuilder builder = new CorpusBuilder()) {
            run("r").says("Hello!").to(builder);
            corpus = builder.build();
        }
        assertThat(text(corpus).chat()).hasSize(1);
        corpus.close();
    }

    @Test
    void closingABuilderThatBuiltNothingDeletesTheTexts() throws IOException {
        String said = UUID.randomUUID().toString();
        try (CorpusBuilder builder = new CorpusBuilder()) {
            run("r").says(said.repeat(10_000)).to(builder); // more than is buffered
        }
        assertThat(spoolsHolding(said)).isZero();
    }

    private static RunText text(Corpus corpus) {
        return corpus.text(corpus.runs().get(0));
    }

    /** How many temporary files of any process hold the text. */
    private static long spoolsHolding(String said) throws IOException {
        Path temporary = Path.of(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().matches("callsheet-.*\\.spool"))
                    .filter(file -> content(file).contains(said))
                    .count();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // another process has just deleted its own
        }
    }
}
