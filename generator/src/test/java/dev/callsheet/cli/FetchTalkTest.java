package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchListener.Progress;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
    void theTimeLeftIsTakenFromTheTimeSinceRunsCame() {
        List<Progress> shown = List.of(
                new Progress(1_000, 0, 0, 0, false, 10),
                new Progress(1_000, 0, 0, 0, false, 500),
                new Progress(1_000, 100, 0, 0, false, 600));
        FetchTalk talk = new FetchTalk(new Console(
                new Io(
                        InputStream.nullInputStream(),
                        System.out,
                        System.err,
                        Map.of(),
                        Path.of(""),
                        Clock.systemUTC(),
                        false),
                Console.Verbosity.QUIET));
        String last = "";
        for (int i = 0; i < shown.size(); i++) {
            last = talk.line(shown.get(i), i * 10_000_000_000L);
        }
        assertThat(last).endsWith(", 10 requests/s, 1 min 30 s left");
    }

    @Test
    void beforeASecondIsOverAndAFirstIsFetchedNobodyKnowsHowLong() {
        String counts = "found 5\u202f000, fetched 0, cached 2\u202f000, failed 0";
        assertThat(FetchTalk.line(START, START, 0.1)).isEqualTo(counts);
        assertThat(FetchTalk.line(new Progress(5_000, 0, 2_000, 0, false, 60), START, 2))
                .isEqualTo(counts + ", 5 requests/s");
    }
}
