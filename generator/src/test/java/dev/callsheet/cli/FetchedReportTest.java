package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A report of what was fetched has the numbers of a report of what the API holds. */
class FetchedReportTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"redacted", "full"})
    void theNumbersAreTheSame(String transcripts) throws IOException {
        try (Fetching story = new Fetching(directory)) {
            assertThat(story.fetch("--simulation-set", "set-1", "--pathway", "pw-parcel", "--transcripts", transcripts)
                            .code())
                    .isZero();
            assertSame(report("fetched", story.data()), report("original", Fetching.STORY));
        }
    }

    @Test
    void withoutTranscriptsAllThatComesOfThemIsMissing() throws IOException {
        try (Fetching story = new Fetching(directory)) {
            story.fetch("--simulation-set", "set-1", "--pathway", "pw-parcel", "--transcripts", "none");
            ObjectNode fetched = report("fetched", story.data());
            ObjectNode original = report("original", Fetching.STORY);
            for (String numbers : new String[] {"totals", "pass_rate", "scenarios", "changes", "flakiness", "nodes"}) {
                assertThat(fetched.path(numbers)).as(numbers).isEqualTo(original.path(numbers));
            }
        }
    }

    @Test
    void aFetchThatWasInterruptedAndGoesOnIsOneThatWasNot() throws IOException {
        try (Fetching story = new Fetching(directory)) {
            story.fetch("--run", "lost-20");
            story.api.faults("latency=100");
            assertThat(story.fetch("--deadline", "1s", "--concurrency", "2").code())
                    .isEqualTo(6);
            story.api.faults("");
            assertThat(story.fetch("--simulation-set", "set-1", "--pathway", "pw-parcel")
                            .code())
                    .isZero();
            assertSame(report("fetched", story.data()), report("original", Fetching.STORY));
        }
    }

    private static void assertSame(ObjectNode fetched, ObjectNode original) {
        assertThat(fetched.propertyNames()).isEqualTo(original.propertyNames());
        original.properties()
                .forEach(part -> assertThat(fetched.path(part.getKey()))
                        .as(part.getKey())
                        .isEqualTo(part.getValue()));
    }

    /** Without what depends on the files that the same records came in. */
    private ObjectNode report(String site, Path source) {
        ObjectNode report = (ObjectNode) new Site(Program.build(directory.resolve(site), source)).report();
        report.remove(List.of("problems", "redaction", "fetch"));
        ((ArrayNode) report.at("/gate/rules"))
                .removeIf(rule -> rule.path("rule").stringValue().equals("fetch_complete"));
        ((ObjectNode) report.path("totals")).remove("duplicates");
        ((ObjectNode) report.at("/history/kept")).remove("bytes");
        return report;
    }
}
