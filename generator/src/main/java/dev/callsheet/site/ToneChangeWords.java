package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ToneChange;
import dev.callsheet.metrics.ToneEvidence;
import dev.callsheet.metrics.ToneTrend;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sentences on whether tone changed, when, and how sure that is. */
final class ToneChangeWords {

    private ToneChangeWords() {}

    /** Whether the tone of the suite has changed; of the scenarios where it has not. */
    static String headline(Analysis analysis) {
        ToneEvidence evidence = analysis.toneEvidence();
        String firm = courses(evidence, ToneTrend::firm);
        if (!firm.isEmpty()) {
            return "Tone changed: " + firm + ".";
        }
        String tentative = courses(evidence, ToneTrend::tentative);
        if (!tentative.isEmpty()) {
            return "Tone may have changed: " + tentative + ", not proven.";
        }
        int nights = evidence.suite().stream().mapToInt(ToneTrend::nights).max().orElse(0);
        if (evidence.series() == 0) {
            return "Too early to tell whether tone has changed: " + tooShort(nights) + ".";
        }
        long scenarios = scenarios(evidence, ToneChange::firm);
        return scenarios == 0
                ? "No change of tone shows in " + Format.count(nights, "night") + "."
                : "Tone changed in " + Format.count(scenarios, "scenario") + ", not in the suite as a whole.";
    }

    /** "empathy and naturalness lower since 10 Apr; conciseness higher since 3 Apr". */
    private static String courses(ToneEvidence evidence, Function<ToneTrend, @Nullable ToneChange> newest) {
        Map<String, List<ToneDimension>> byCourse = new LinkedHashMap<>();
        for (ToneTrend trend : evidence.suite()) {
            ToneChange change = newest.apply(trend);
            if (change != null) {
                byCourse.computeIfAbsent(side(change), course -> new ArrayList<>())
                        .add(trend.dimension());
            }
        }
        return byCourse.entrySet().stream()
                .map(course -> ToneWords.names(course.getValue()) + " " + course.getKey())
                .collect(Collectors.joining("; "));
    }

    /** The figures of the suite's newest changes, and how many scenarios changed. */
    static List<String> lead(Analysis analysis) {
        ToneEvidence evidence = analysis.toneEvidence();
        List<String> lead = new ArrayList<>();
        for (ToneTrend trend : evidence.suite()) {
            ToneChange change = trend.firm() == null ? trend.tentative() : trend.firm();
            if (change != null) {
                lead.add(figures(trend.dimension(), change));
            }
        }
        long lower =
                scenarios(evidence, change -> change.firm() && change.shift().value() < 0);
        long firm = scenarios(evidence, ToneChange::firm);
        long any = scenarios(evidence, change -> true);
        if (any > 0) {
            List<String> parts = new ArrayList<>();
            counted(parts, "fell in ", lower);
            counted(parts, "rose in ", firm - lower);
            counted(parts, "may have changed in ", any - firm);
            lead.add("Scenario by scenario, tone " + String.join(", ", parts) + ".");
        }
        return lead;
    }

    private static void counted(List<String> parts, String what, long scenarios) {
        if (scenarios > 0) {
            parts.add(what + Format.grouped(scenarios));
        }
    }

    private static String figures(ToneDimension dimension, ToneChange change) {
        String sure = "Without a change one series in " + oneIn(change.p()) + " would show as much";
        return dimension.title() + ": mean " + Format.score(change.now()) + " on the "
                + Format.count(change.nightsNow(), "night") + " since " + Format.shortDate(change.since()) + ", "
                + Format.score(change.before()) + " on the " + change.nightsBefore() + " before. " + sure
                + (change.firm()
                        ? "."
                        : "; as nights may resemble the night before, one in " + oneIn(change.guardedP()) + ".");
    }

    /** How many scenarios have such a change. */
    private static long scenarios(ToneEvidence evidence, Predicate<ToneChange> such) {
        return evidence.scenarios().values().stream()
                .filter(trends -> trends.stream()
                        .flatMap(trend -> trend.changes().stream())
                        .anyMatch(such))
                .count();
    }

    /** "lower since 10 Apr, tentative". */
    static String course(ToneChange change) {
        return side(change) + (change.firm() ? ", firm" : ", tentative");
    }

    private static String side(ToneChange change) {
        return (change.shift().value() < 0 ? "lower" : "higher") + " since " + Format.shortDate(change.since());
    }

    /** "5 of 12 nights". */
    static String tooShort(int nights) {
        return nights + " of " + ToneTrend.FEWEST_NIGHTS + " nights with a score";
    }

    static Cell state(ToneChange change) {
        if (!change.firm()) {
            return new Cell.State(Mark.OPEN, "tentative");
        }
        return new Cell.State(change.shift().value() < 0 ? Mark.FAIL : Mark.PASS, "firm");
    }

    static String shift(double shift) {
        String size = Format.score(Math.abs(shift));
        return (shift < 0 ? "−" : "+") + size;
    }

    static String shift(@Nullable Interval interval) {
        return interval == null ? Format.UNDEFINED : shift(interval.low()) + " to " + shift(interval.high());
    }

    /** "2 500" of 0.0004. */
    static String oneIn(double p) {
        return Format.grouped(Math.round(1 / p));
    }
}
