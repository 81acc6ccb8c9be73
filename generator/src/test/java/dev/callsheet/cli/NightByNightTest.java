package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Rounds.Night;
import dev.callsheet.cli.Rounds.Round;
import dev.callsheet.config.Setting;
import dev.callsheet.history.Kept;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A report that is made night by night, each with what the one before kept, tells the same as one of all nights. */
class NightByNightTest {

    /**
     * Places of numbers that rest on runs one by one, of which a sealed night has none: their scores, turns, nodes,
     * assertions, order; and the batches and sets that went with them.
     */
    private static final Pattern OF_SINGLE_RUNS = Pattern.compile(
            "/(assertions|nodes|failures|batches|simulation_sets)[/:]"
                    + "|/totals/(batches|simulation_sets):"
                    + "|/scenarios/\\d+/(duration_ms|score|turn_count|tone)/|/scenarios/\\d+/(flips|flip_rate):"
                    + "|/tone/(budget|outcome|overall_fit)/|/flakiness/flake_minutes:|/gate/rules/\\d+/(n:|sentence: .\\d+ of \\d+ scored runs)");

    @TempDir
    Path temporary;

    @Test
    void theSamplesNightByNight() throws IOException {
        List<Night> nights = SampleNights.of(Path.of("samples"), temporary);
        assertThat(nights).hasSizeGreaterThan(15);
        Rounds rounds = new Rounds(temporary);
        Night everything =
                new Night(Path.of("samples"), nights.get(nights.size() - 1).generatedAt());
        Round atOnce = rounds.atOnce(List.of(everything));
        Round nightByNight = rounds.oneAfterAnother(nights);
        assertThat(nightByNight.report().at("/totals/runs").intValue()).isGreaterThan(500);
        assertThat(Differences.between(atOnce.report(), nightByNight.report())).isEmpty();
    }

    @Test
    void sixtyNights() throws IOException {
        List<Night> soFar = new ArrayList<>();
        Rounds rounds = new Rounds(temporary);
        rounds.oneAfterAnother(SixtyNights.in(temporary), (night, told) -> {
            soFar.add(night);
            if (soFar.size() % 14 == 0) {
                assertThat(Differences.between(rounds.atOnce(soFar).report(), told.report()))
                        .as(night.source().toString())
                        .isEmpty();
            }
            assertThat(damages(told)).isEmpty();
            joinsOldAndNew(night);
        });
        assertThat(soFar).hasSize(56);
    }

    @Test
    void sealedNightsCountOnceInAllThatTalliesTell() throws IOException {
        List<Night> soFar = new ArrayList<>();
        Rounds rounds = new Rounds(temporary).with(Setting.HISTORY_MAX_NIGHTS, "20");
        Round last = rounds.oneAfterAnother(SixtyNights.in(temporary), (night, told) -> {
            soFar.add(night);
            if (soFar.size() % 14 == 0) {
                assertThat(Differences.between(rounds.atOnce(soFar).report(), told.report()))
                        .as(night.source().toString())
                        .allMatch(
                                difference -> OF_SINGLE_RUNS.matcher(difference).lookingAt());
            }
            joinsOldAndNew(night);
        });
        assertThat(last.plan().files().stream().filter(Kept::sealed)).hasSize(37);
        assertThat(last.plan().files().stream().filter(file -> !file.sealed())).hasSize(20);
    }

    @Test
    void nightsMayBeToldAnotherWayFromOneNightOn() throws IOException {
        List<Night> nights = SixtyNights.in(temporary);
        Rounds rounds = new Rounds(temporary);
        Round last = rounds.oneAfterAnother(nights, (night, told) -> {
            if (night.source().endsWith(SixtyNights.BEFORE_THE_ALIAS)) {
                configure(SixtyNights.aliases() + "zone: America/New_York\nnight_starts: \"12:00\"\n");
            }
        });
        Round atOnce = rounds.atOnce(nights);
        assertThat(atOnce.report().get("night").stringValue()).isEqualTo("2026-03-31");
        assertThat(Differences.between(atOnce.report(), last.report())).isEmpty();
    }

    /** The alias comes into the configuration when there is a use for it. */
    private void joinsOldAndNew(Night night) {
        if (night.source().endsWith(SixtyNights.BEFORE_THE_ALIAS)) {
            configure(SixtyNights.aliases());
        }
    }

    private void configure(String yaml) {
        try {
            Files.writeString(temporary.resolve("callsheet.yml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Problems with what was kept itself. */
    private static List<JsonNode> damages(Round told) {
        return told.report()
                .get("problems")
                .valueStream()
                .filter(problem -> problem.get("file").stringValue().startsWith("main-"))
                .filter(problem -> !Set.of("doubtful", "conflict")
                        .contains(problem.get("kind").stringValue()))
                .toList();
    }
}
