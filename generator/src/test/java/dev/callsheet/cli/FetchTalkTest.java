package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchListener.Progress;
import org.junit.jupiter.api.Test;

class FetchTalkTest {

    @Test
    void whileMoreMayBeFoundOnlyThatIsSaid() {
        assertThat(FetchTalk.line(new Progress(1, 0, 0, 0, true, 2), 1)).isEqualTo("found 1 run");
        assertThat(FetchTalk.line(new Progress(4_200, 0, 0, 0, true, 42), 3)).isEqualTo("found 4\u202f200 runs");
    }

    @Test
    void afterwardsWhatWasDoneHowFastAndHowLongItWillTake() {
        assertThat(FetchTalk.line(new Progress(5_000, 1_000, 2_000, 20, false, 1_100), 100))
                .isEqualTo(
                        "found 5\u202f000, fetched 1\u202f000, cached 2\u202f000, failed 20, 11 requests/s, 3 min 18 s left");
        assertThat(FetchTalk.line(new Progress(10, 9, 0, 0, false, 10), 4))
                .isEqualTo("found 10, fetched 9, cached 0, failed 0, 3 requests/s, 0 s left");
    }

    @Test
    void beforeTheFirstIsFetchedNobodyKnowsHowLong() {
        assertThat(FetchTalk.line(new Progress(10, 0, 4, 0, false, 2), 0.001))
                .isEqualTo("found 10, fetched 0, cached 4, failed 0, 2000 requests/s");
    }
}
