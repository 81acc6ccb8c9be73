package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MuteWordsTest {

    @Test
    void eachSaysWhoMutedWhatUntilWhenAndWhyAndWhatExpiredComesFirst() {
        assertThat(notices(Mute.State.UNKNOWN, Mute.State.ACTIVE, Mute.State.EXPIRED))
                .containsExactly(
                        "No longer muted, since the mute by Ada ended on Thu 30 Apr 2026: of s2 (issue 12).",
                        "Muted until Thu 30 Apr 2026 by Ada: of s1 (issue 12).",
                        "Muted until Thu 30 Apr 2026 by Ada, but no scenario has this id: of s0 (issue 12).");
    }

    @Test
    void theFirstPageIsNoListOfAllMutes() {
        Mute.State[] states = new Mute.State[12];
        Arrays.fill(states, Mute.State.ACTIVE);
        assertThat(notices(states)).hasSize(4).last().isEqualTo("The configuration has 9 more mutes.");
    }

    @Test
    void longWordsAreCut() {
        Mute mute = new Mute("f", 1, "s", "o".repeat(200), "r".repeat(200), LocalDate.of(2026, 4, 30));
        assertThat(MuteWords.sentence(new GateResult.Muted(mute, Mute.State.ACTIVE), id -> "n".repeat(1_200)))
                .hasSizeLessThan(420)
                .endsWith("r…).");
    }

    private static List<String> notices(Mute.State... states) {
        List<GateResult.Muted> mutes = new ArrayList<>();
        for (Mute.State state : states) {
            mutes.add(new GateResult.Muted(
                    new Mute("callsheet.yml", 3, "s" + mutes.size(), "Ada", "issue 12", LocalDate.of(2026, 4, 30)),
                    state));
        }
        return MuteWords.notices(
                new GateResult(Verdict.PASS, List.of(), GateLimits.DEFAULT, mutes, Verdict.PASS), id -> "of " + id);
    }
}
