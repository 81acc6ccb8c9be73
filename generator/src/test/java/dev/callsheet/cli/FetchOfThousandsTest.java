package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.FetchResult.Counts;
import dev.callsheet.fetch.RecordKind;
import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.StubApi.Asked;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand runs from an API that is unwell, while more come to its list. */
class FetchOfThousandsTest {

    private static final int RUNS = 5_000;
    private static final String ONE_RUN = "/v1/agent-testing/runs/";

    @TempDir
    Path directory;

    @Test
    void everyRunIsThereOnceHoweverUnwellTheApiIs() throws Exception {
        try (StubApi api = new StubApi(SampleFetches.SAMPLES).runs(RUNS).start(0)) {
            List<String> before = SampleFetches.listed(api);
            long alreadyAsked = api.asked().size();
            api.faults("429=5,500=2,reset=1,truncated=1,drift=20");
            FetchResult result = SampleFetches.everything(api, directory);
            api.faults("");

            List<String> kept = SampleFetches.ids(directory.resolve("runs"));
            assertThat(kept).doesNotHaveDuplicates().containsAll(before);
            assertThat(SampleFetches.listed(api)).containsAll(kept);
            Counts runs = result.of(RecordKind.RUN);
            assertThat(runs.received()).isEqualTo(kept.size()).isEqualTo(runs.asked());
            assertThat(result.missing()).isEmpty();
            assertThat(answered(api))
                    .as("runs that were answered twice: those at work, and of those few whose answer broke off")
                    .hasSizeLessThan(RUNS / 50);
            assertThat(api.mostOpen()).isLessThanOrEqualTo(4);
            assertThat(api.asked().size() - alreadyAsked)
                    .as("requests: each run once, the list twice, and a tenth more for the faults")
                    .isLessThan((long) (1.2 * RUNS));
        }
    }

    @Test
    void aSecondFetchAsksForNoRunThatHasEnded() throws Exception {
        try (StubApi api = new StubApi(SampleFetches.SAMPLES).runs(RUNS).start(0)) {
            SampleFetches.everything(api, directory);
            long asked = api.asked("runs/");
            FetchResult again = SampleFetches.everything(api, directory);

            Counts runs = again.of(RecordKind.RUN);
            assertThat(runs.cached()).isEqualTo(RUNS - runs.unfinished());
            // those that are still at work twice: they may have ended meanwhile
            assertThat(api.asked("runs/") - asked).isEqualTo(2 * runs.unfinished());
        }
    }

    private static Map<String, Long> answered(StubApi api) {
        Map<String, Long> times = api.asked().stream()
                .filter(asked -> asked.status() == 200 && asked.address().startsWith(ONE_RUN))
                .collect(Collectors.groupingBy(Asked::address, Collectors.counting()));
        times.values().removeIf(count -> count == 1);
        return times;
    }
}
