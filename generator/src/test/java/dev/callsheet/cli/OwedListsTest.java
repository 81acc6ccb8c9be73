package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that one fetch should have read are read by a later one, or the directory is never called complete. */
class OwedListsTest {

    private static final Map<String, String> WRONG_KEY = Map.of("BLAND_API_KEY", "trout-trout-trout");

    @TempDir
    Path directory;

    private Fetching story;

    @BeforeEach
    void start() throws IOException {
        story = new Fetching(directory);
    }

    @AfterEach
    void stop() {
        story.close();
    }

    @Test
    void listsThatWereNotComeToAreOwedToo() {
        story.fetch(WRONG_KEY, "--batch", "batch-0", "--since", "2026-04-11T00:00:00Z");
        assertThat(story.api.asked()).hasSize(1);
        assertThat(kindsMissing()).containsExactly("list", "list", "batch");
        assertThat(story.fetch("--since", "24h").code()).isZero();
        assertThat(story.kept("runs")).hasSize(30);
        assertThat(story.state().path("owed_lists").isNull()).isTrue();
    }

    @Test
    void aRunThatIsFetchedInBetweenPaysForNoList() {
        story.fetch(WRONG_KEY, "--since", "2026-04-11T00:00:00Z");
        assertThat(story.fetch("--run", "lost-20").code())
                .as("this run is there")
                .isZero();
        assertThat(story.state().path("complete").booleanValue()).isFalse();
        assertThat(kindsMissing()).containsExactly("list");
        assertThat(story.fetch("--since", "24h").code()).isZero();
        assertThat(story.state().path("complete").booleanValue()).isTrue();
        assertThat(story.kept("runs")).hasSize(30);
    }

    @Test
    void norDoTheListsOfAnotherPathway() {
        story.fetch(WRONG_KEY);
        assertThat(story.fetch("--pathway", "pw-bank").code()).isZero();
        assertThat(kindsMissing()).containsExactly("list");
        assertThat(story.fetch().code()).isZero();
        assertThat(story.state().path("complete").booleanValue()).isTrue();
    }

    private List<String> kindsMissing() {
        return story.state()
                .path("missing")
                .valueStream()
                .map(one -> one.path("kind").stringValue())
                .toList();
    }
}
