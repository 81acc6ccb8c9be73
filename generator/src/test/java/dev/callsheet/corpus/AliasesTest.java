package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.model.HistorySink;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenScenario;
import dev.callsheet.testing.GivenSet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A scenario that was made again goes on with the past of the old one. */
class AliasesTest {

    private final Aliases aliases = new Aliases(Map.of("old", "new", "a", "b", "b", "c"));

    @Test
    void runsOfTheOldScenarioAreRunsOfTheNewOne() throws IOException {
        try (Corpus corpus = corpus(
                past -> {}, run("r1").of("old").named("Greeting v1"), run("r2").of("new"))) {
            assertThat(corpus.runs())
                    .extracting(run -> run.facts().scenarioId())
                    .containsExactly("new", "new");
            assertThat(corpus.runs())
                    .as("the name of its time")
                    .extracting(run -> run.facts().scenarioName())
                    .containsExactly("Greeting v1", null);
        }
    }

    @Test
    void soAreThoseThatEarlierReportsKept() throws IOException {
        try (Corpus corpus =
                corpus(past -> past.run(kept("r1", "old")), run("r2").of("new"))) {
            assertThat(corpus.runs())
                    .extracting(run -> run.facts().scenarioId())
                    .containsExactly("new", "new");
        }
    }

    @Test
    void aRunThatWasKeptUnderTheOldIdDoesNotContradictItsDocument() throws IOException {
        try (Corpus corpus =
                corpus(past -> past.run(kept("r1", "old")), run("r1").of("new"))) {
            assertThat(corpus.runs()).hasSize(1);
            assertThat(corpus.problems()).isEmpty();
        }
    }

    @Test
    void aChainIsFollowedToItsEnd() throws IOException {
        try (Corpus corpus = corpus(
                past -> {}, run("r1").of("a"), run("r2").of("b"), run("r3").of("c"))) {
            assertThat(corpus.runs())
                    .extracting(run -> run.facts().scenarioId())
                    .containsOnly("c");
        }
    }

    @Test
    void idsAreComparedExactly() throws IOException {
        try (Corpus corpus = corpus(past -> {}, run("r1").of("OLD"), run("r2").of("old "))) {
            assertThat(corpus.runs())
                    .extracting(run -> run.facts().scenarioId())
                    .containsExactlyInAnyOrder("OLD", "old ");
        }
    }

    @Test
    void theNewDefinitionIsUsedHoweverMuchBetterTheOldOneIs() throws IOException {
        GivenScenario old = scenario("old").named("Old").updated("2026-04-02T00:00:00Z");
        GivenScenario entry =
                scenario("new").named("New").updated("2026-04-01T00:00:00Z").fromList();
        try (Corpus corpus = corpus(past -> {}, old, entry)) {
            assertThat(names(corpus)).isEqualTo("new=New");
            assertThat(corpus.problems()).isEmpty();
        }
        try (Corpus corpus = corpus(past -> past.scenario(entry.record()), old)) {
            assertThat(names(corpus)).as("kept by an earlier report").isEqualTo("new=New");
        }
        try (Corpus corpus = corpus(past -> past.scenario(old.record()), entry)) {
            assertThat(names(corpus)).isEqualTo("new=New");
        }
    }

    @Test
    void theOldDefinitionIsUsedWhereThereIsNoOther() throws IOException {
        GivenScenario old = scenario("old").named("Old").required().asserting("x", "says hello");
        try (Corpus corpus = corpus(past -> {}, old)) {
            Scenario used = Objects.requireNonNull(corpus.scenarios().get("new"));
            assertThat(corpus.scenarios()).hasSize(1);
            assertThat(used).usingRecursiveComparison().ignoringFields("id").isEqualTo(old.record());
            assertThat(used.id()).isEqualTo("new");
        }
    }

    @Test
    void ofTwoOldDefinitionsTheOneClosestInTheChainIsUsed() throws IOException {
        Given first = scenario("a").named("First").updated("2026-04-02T00:00:00Z");
        Given second = scenario("b").named("Second").updated("2026-04-01T00:00:00Z");
        for (List<Given> given : List.of(List.of(first, second), List.of(second, first))) {
            try (Corpus corpus = corpus(past -> {}, given.toArray(Given[]::new))) {
                assertThat(names(corpus)).isEqualTo("c=Second");
                assertThat(corpus.problems()).isEmpty();
            }
        }
    }

    @Test
    void ofTwoThatWereJoinedTheLaterDefinitionIsUsed() throws IOException {
        Aliases joining = new Aliases(Map.of("x", "z", "y", "z"));
        Given later = scenario("x").named("Later").updated("2026-04-02T00:00:00Z");
        Given earlier = scenario("y").named("Earlier").updated("2026-04-01T00:00:00Z");
        try (Corpus corpus = corpus(joining, past -> {}, earlier, later)) {
            assertThat(names(corpus)).isEqualTo("z=Later");
        }
    }

    @Test
    void aSetKeepsItsFiguresOfBoth() throws IOException {
        GivenSet both = set("set")
                .simulating(2, 3)
                .with(figures("old").counts(3, 1, 2).worst("r1"))
                .with(figures("new").counts(3, 3, 0))
                .with(figures("other"));
        for (boolean inThePast : new boolean[] {false, true}) {
            Consumer<HistorySink> kept = past -> past.simulationSet(both.record());
            try (Corpus corpus = inThePast ? corpus(kept) : corpus(past -> {}, both)) {
                SimulationSet set =
                        Objects.requireNonNull(corpus.simulationSets().get("set"));
                assertThat(set.perScenario())
                        .extracting(SimulationSet.PerScenario::scenarioId, SimulationSet.PerScenario::passed)
                        .containsExactly(tuple("new", 1), tuple("new", 3), tuple("other", null));
                assertThat(set.perScenario().get(0).worstRunId()).isEqualTo("r1");
                assertThat(set.totalScenarios()).isEqualTo(2);
            }
        }
    }

    @Test
    void talliesOfASealedNightAreAddedUp() throws IOException {
        SealedNight night = new SealedNight(
                Given.place("main-2026-04-01.ndjson.gz"),
                LocalDate.parse("2026-04-01"),
                List.of(
                        tally("old", "Old", null, 2, Map.of(ToneDimension.EMPATHY, new SealedRuns.Sum(2, 1_500))),
                        tally("new", "New", null, 3, Map.of(ToneDimension.EMPATHY, new SealedRuns.Sum(1, 700))),
                        tally("old", "Old", "batch", 4, Map.of()),
                        tally("other", "Other", null, 5, Map.of())));
        try (Corpus corpus = corpus(past -> past.sealedNight(night))) {
            assertThat(corpus.sealedNights()).hasSize(1);
            SealedNight renamed = corpus.sealedNights().get(0);
            assertThat(renamed.runs()).isEqualTo(night.runs());
            assertThat(renamed.tallies())
                    .containsExactlyInAnyOrder(
                            tally("new", "New", null, 5, Map.of(ToneDimension.EMPATHY, new SealedRuns.Sum(3, 2_200))),
                            tally("new", "Old", "batch", 4, Map.of()),
                            tally("other", "Other", null, 5, Map.of()));
        }
    }

    @Test
    void anAliasWhoseOldIdIsNowhereIsKnown() throws IOException {
        Aliases many = new Aliases(
                Map.of("of-run", "x", "of-kept", "x", "of-document", "x", "of-set", "x", "of-tally", "x", "typo", "x"));
        assertThat(many.unmet()).hasSize(6);
        SealedNight night = new SealedNight(
                Given.place("f"), LocalDate.parse("2026-04-01"), List.of(tally("of-tally", "T", null, 1, Map.of())));
        corpus(
                        many,
                        past -> {
                            past.run(kept("r1", "of-kept"));
                            past.sealedNight(night);
                        },
                        run("r2").of("of-run"),
                        scenario("of-document"),
                        set("set").with(figures("of-set")))
                .close();
        assertThat(many.unmet()).containsExactly("typo");
    }

    @Test
    void aCircleIsNoAlias() {
        assertThatThrownBy(() -> new Aliases(Map.of("a", "b", "b", "a"))).isInstanceOf(IllegalArgumentException.class);
    }

    private Corpus corpus(Consumer<HistorySink> past, Given... input) throws IOException {
        return corpus(aliases, past, input);
    }

    private static Corpus corpus(Aliases aliases, Consumer<HistorySink> past, Given... input) throws IOException {
        CorpusBuilder builder = new CorpusBuilder(aliases);
        past.accept(builder.past());
        for (Given given : input) {
            given.to(builder);
        }
        return builder.build();
    }

    private static String names(Corpus corpus) {
        return corpus.scenarios().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().name())
                .collect(Collectors.joining(", "));
    }

    /** A run as an earlier report kept it. */
    private static RunFacts kept(String id, String scenario) {
        return run(RunKey.of(id)).of(scenario).record().facts();
    }

    private static SealedRuns tally(
            String scenario,
            String name,
            @Nullable String batch,
            long passed,
            Map<ToneDimension, SealedRuns.Sum> tone) {
        return new SealedRuns(scenario, name, null, null, batch, null, passed, 0, 0, 0, 0, 0, passed, tone);
    }
}
