package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchListener.Progress;
import org.junit.jupiter.api.Test;

class FetchTalkTest {

    private static final Progress START = new Progress(5_000, 0, 2_000, 0, false, 50);

    @Test
    void whatWasDoneHowFastAndHowLongItWillTake() {
        assertThat(FetchTalk.line(new Progress(5_000, 1_000, 2_000, 20, false, 1_150), START, 100))
                .isEqualTo(
                        "found 5\u202f000, fetched 1\u202f000, cached 2\u202f000, failed 20, 11 requests/s, 3 min 18 s left");
    }

    @Test
    void beforeASecondIsOverAndAFirstIsFetchedNobodyKnowsHowLong() {
        String counts = "found 5\u202f000, fetched 0, cached 2\u202f000, failed 0";
        assertThat(FetchTalk.line(START, START, 0.1)).isEqualTo(counts);
        assertThat(FetchTalk.line(new Progress(5_000, 0, 2_000, 0, false, 60), START, 2))
                .isEqualTo(counts + ", 5 requests/s");
    }
}
