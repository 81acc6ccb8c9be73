package dev.callsheet.site;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.Mute;
import dev.callsheet.metrics.Shortened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The mutes of a report in words: what is left out, and what no longer is. */
final class MuteWords {

    private static final int MOST = 3;
    /** In code points; the configuration allows owners and reasons that fill a paragraph. */
    private static final int LONGEST = 120;

    private MuteWords() {}

    /** A sentence for each of the first few, those that expired first, and how many more there are. */
    static List<String> notices(GateResult gate, UnaryOperator<String> label) {
        List<GateResult.Muted> mutes = gate.mutes().stream()
                .sorted(Comparator.comparing(muted -> rank(muted.state())))
                .toList();
        List<String> notices = new ArrayList<>();
        mutes.stream().limit(MOST).map(muted -> sentence(muted, label)).forEach(notices::add);
        int more = mutes.size() - notices.size();
        if (more > 0) {
            notices.add("The configuration has " + Format.count(more, "more mute", "more mutes") + ".");
        }
        return notices;
    }

    /** "Muted until Thu 30 Apr 2026 by Ada: Cancel an appointment (issue 12)." */
    static String sentence(GateResult.Muted muted, UnaryOperator<String> label) {
        Mute mute = muted.mute();
        String name = Shortened.of(label.apply(mute.scenario()), LONGEST);
        String by = " by " + Shortened.of(mute.owner(), LONGEST);
        String why = " (" + Shortened.of(mute.reason(), LONGEST) + ").";
        String until = Format.longDate(mute.until());
        return switch (muted.state()) {
            case ACTIVE -> "Muted until " + until + by + ": " + name + why;
            case EXPIRED -> "No longer muted, since the mute" + by + " ended on " + until + ": " + name + why;
            case UNKNOWN -> "Muted until " + until + by + ", but no scenario has this id: " + name + why;
        };
    }

    /** "muted", "expired", "no such scenario". */
    static String word(Mute.State state) {
        return switch (state) {
            case ACTIVE -> "muted";
            case EXPIRED -> "expired";
            case UNKNOWN -> "no such scenario";
        };
    }

    private static int rank(Mute.State state) {
        return switch (state) {
            case EXPIRED -> 0;
            case ACTIVE -> 1;
            case UNKNOWN -> 2;
        };
    }
}
