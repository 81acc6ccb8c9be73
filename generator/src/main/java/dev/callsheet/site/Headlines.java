package dev.callsheet.site;

import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Sentences about nights. They state facts; none says that a change is real. */
final class Headlines {

    private Headlines() {}

    static String ofTonight(Tally tally) {
        return "Tonight " + result(tally);
    }

    static String ofNight(LocalDate night, Tally tally) {
        return Format.longDate(night) + ": " + result(tally);
    }

    private static String result(Tally tally) {
        if (tally.valid() == 0) {
            return "cannot be judged: " + unjudged(tally) + ".";
        }
        long ended = tally.error() + tally.cancelled();
        return Format.grouped(tally.passed()) + " of " + Format.count(tally.valid(), "run") + " passed"
                + (ended > tally.valid() ? "; " + unjudged(tally) : "") + ".";
    }

    /** "60 of 60 runs errored": why a night cannot be judged. */
    static String unjudged(Tally tally) {
        long infrastructure = tally.error() + tally.cancelled();
        if (infrastructure == 0) {
            return tally.total() == 1
                    ? "its only run has no result"
                    : "none of its " + Format.count(tally.total(), "run") + " has a result";
        }
        String were = infrastructure == 1 ? "was" : "were";
        String what =
                tally.cancelled() == 0 ? "errored" : (tally.error() == 0 ? "" : "errored or ") + were + " cancelled";
        return Format.grouped(infrastructure) + " of " + Format.count(tally.total(), "run") + " " + what;
    }

    static String ofChanges(LocalDate against, RunChanges changes) {
        return ofChanges(Format.longDate(against), changes);
    }

    /** @param against what is compared with, in words */
    static String ofChanges(String against, RunChanges changes) {
        List<String> parts = new ArrayList<>();
        add(parts, changes.newlyFailing(), "that had passed every run failed at least one");
        add(parts, changes.newlyPassing(), "that had failed before passed every run");
        int same = changes.stillPassing().size()
                + changes.stillFailing().size()
                + changes.stillMixed().size();
        if (same > 0) {
            parts.add(Format.grouped(same)
                    + (parts.isEmpty() ? same == 1 ? " scenario is" : " scenarios are" : same == 1 ? " is" : " are")
                    + " as before");
        }
        add(parts, changes.added(), "had no result then");
        add(parts, changes.missing(), changes.missing().size() == 1 ? "has no result now" : "have no result now");
        return "Against " + against + ": " + String.join(", ", parts) + ".";
    }

    private static void add(List<String> parts, List<String> scenarios, String what) {
        if (!scenarios.isEmpty()) {
            parts.add(Format.count(scenarios.size(), "scenario") + " " + what);
        }
    }
}
