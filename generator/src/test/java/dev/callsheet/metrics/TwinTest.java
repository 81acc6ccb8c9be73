package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.past;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The twin of the failed run {@code f}. */
class TwinTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theTwinPassedOnTheSameNight() {
        assertThat(twin(
                        run("f").at("2026-04-14T02:00:00Z").failed(),
                        run("later").at("2026-04-14T05:00:00Z"),
                        run("yesterday").at("2026-04-13"),
                        run("error").at("2026-04-14").errored()))
                .isEqualTo("later");
    }

    @Test
    void elseOnTheNearestEarlierNight() {
        assertThat(twin(
                        run("old").at("2026-04-10"),
                        run("nearest").at("2026-04-11"),
                        run("bad").at("2026-04-13").failed(),
                        run("f").at("2026-04-14").failed(),
                        run("tomorrow").at("2026-04-15")))
                .isEqualTo("nearest");
    }

    @Test
    void aRunBeforeWhichNonePassedHasNoTwin() {
        assertThat(twin(
                        run("f").at("2026-04-14").failed(),
                        run("later").at("2026-04-15"),
                        run("other").of("another scenario").at("2026-04-14")))
                .isNull();
        assertThat(twin(run("f").failed(), run("dated").at("2026-04-14"))).isNull();
    }

    @Test
    void itBeginsWithTheSameNodesForTheLongest() {
        assertThat(twin(
                        night("f").nodes("a", "b", "x").turns(9).failed(),
                        night("p1").nodes("a", "c").turns(9),
                        night("p2").nodes("b", "a", "b", "x").turns(9),
                        night("p3").nodes("a", "b", "c").turns(30)))
                .isEqualTo("p3");
    }

    @Test
    void thenHasAboutAsManyTurnsThenTheSmallestId() {
        assertThat(twin(
                        night("f").turns(9).failed(),
                        night("p1"),
                        night("p2").turns(12),
                        night("p4").turns(7),
                        night("p3").turns(11)))
                .isEqualTo("p3");
        assertThat(twin(night("f").failed(), night("p2").turns(1), night("p1"))).isEqualTo("p1");
    }

    @Test
    void aRunThatOnlyEarlierReportsKnowIsNoTwin() {
        assertThat(twin(
                        run("older").at("2026-04-12"),
                        past(run("past").at("2026-04-13")),
                        past(run("kept").at("2026-04-14")),
                        run("f").at("2026-04-14").failed()))
                .isEqualTo("older");
        assertThat(twin(
                        past(run("past").at("2026-04-13")),
                        run("f").at("2026-04-14").failed()))
                .isNull();
    }

    private static GivenRun night(String id) {
        return run(id).at("2026-04-14");
    }

    private @Nullable String twin(Given... runs) {
        Corpus corpus = corpora.of(runs);
        Analysis analysis = Analyst.analyse(
                corpus,
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
        CorpusRun failed = corpus.runs().stream()
                .filter(run -> run.id().equals("f"))
                .findFirst()
                .orElseThrow();
        ScenarioNumbers scenario = analysis.scenarios().stream()
                .filter(numbers -> numbers.id().equals("s"))
                .findFirst()
                .orElseThrow();
        CorpusRun twin = Twin.of(failed, scenario.entries());
        return twin == null ? null : twin.id();
    }
}
