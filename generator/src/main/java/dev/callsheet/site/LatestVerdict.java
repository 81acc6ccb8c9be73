package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SuiteChanges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verdict on a night in one sentence: what truly got worse or better, and how much is as it was. */
final class LatestVerdict {

    private LatestVerdict() {}

    /** "1 scenario got worse tonight, 1 more is worse since 12 Apr, 1 was fixed, 10 are unchanged." */
    static String headline(Analysis analysis) {
        NightNumbers tonight = analysis.tonight();
        if (tonight == null) {
            return "No finished run was loaded.";
        }
        if (tonight.tally().valid() == 0) {
            return Headlines.ofTonight(tonight.tally());
        }
        SuiteChanges changes = analysis.changes();
        if (changes.worse().isEmpty() && changes.better().isEmpty()) {
            return nothing(analysis, tonight);
        }
        List<String> parts = new ArrayList<>();
        worse(parts, changes.worse(), tonight.night());
        better(parts, changes.better());
        if (changes.worse().isEmpty()) {
            parts.add("nothing got worse");
        }
        if (changes.unchanged() > 0) {
            parts.add(Format.grouped(changes.unchanged()) + (changes.unchanged() == 1 ? " is" : " are") + " unchanged");
        }
        if (changes.fresh() > 0) {
            parts.add(Format.grouped(changes.fresh()) + (changes.fresh() == 1 ? " is" : " are") + " new");
        }
        return String.join(", ", parts) + ".";
    }

    private static String nothing(Analysis analysis, NightNumbers tonight) {
        return tonight.against() == null || isTooEarly(analysis)
                ? "Too few nights to see a change: " + passed(tonight)
                : "No real change since " + Format.shortDate(tonight.against()) + ".";
    }

    /** Whether no scenario can show a change yet. */
    static boolean isTooEarly(Analysis analysis) {
        SuiteChanges changes = analysis.changes();
        boolean none = analysis.scenarios().stream()
                .allMatch(scenario -> scenario.decision().tonight() == null);
        return none || (changes.unchanged() == 0 && changes.fresh() > 0);
    }

    /** "48 of 62 runs passed." */
    static String passed(NightNumbers tonight) {
        return Format.grouped(tonight.tally().passed()) + " of "
                + Format.count(tonight.tally().valid(), "run") + " passed.";
    }

    private static void worse(List<String> parts, List<ScenarioNumbers> worse, LocalDate night) {
        long tonight = worse.stream().filter(s -> isOf(s, night)).count();
        long before = worse.size() - tonight;
        if (tonight > 0) {
            parts.add(Format.count(tonight, "scenario") + " got worse tonight");
        }
        if (before > 0) {
            String how = (tonight > 0 ? Format.grouped(before) + " more" : Format.count(before, "scenario"))
                    + (before == 1 ? " is" : " are") + " worse";
            parts.add(how + since(worse.stream().filter(s -> !isOf(s, night)).toList()));
        }
    }

    /** " since 12 Apr" where all agree, else the first of the nights. */
    private static String since(List<ScenarioNumbers> changed) {
        List<LocalDate> nights = changed.stream()
                .map(s -> Objects.requireNonNull(s.decision().eventSince()))
                .sorted(Comparator.naturalOrder())
                .distinct()
                .toList();
        String first = Format.shortDate(nights.get(0));
        return nights.size() == 1 ? " since " + first : " since " + first + " or later";
    }

    private static void better(List<String> parts, List<ScenarioNumbers> better) {
        long fixed =
                better.stream().filter(s -> s.decision().event() == Event.FIXED).count();
        long improved = better.size() - fixed;
        if (fixed > 0) {
            parts.add((parts.isEmpty() ? Format.count(fixed, "scenario") : Format.grouped(fixed))
                    + (fixed == 1 ? " was" : " were") + " fixed");
        }
        if (improved > 0) {
            parts.add(
                    (parts.isEmpty() ? Format.count(improved, "scenario") : Format.grouped(improved)) + " got better");
        }
    }

    private static boolean isOf(ScenarioNumbers scenario, @Nullable LocalDate night) {
        return Objects.equals(scenario.decision().eventSince(), night);
    }
}
