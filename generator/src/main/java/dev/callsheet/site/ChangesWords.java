package dev.callsheet.site;

import dev.callsheet.metrics.Comparison;
import dev.callsheet.metrics.Comparisons;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.VersionComparison;
import dev.callsheet.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sentences about comparisons. */
final class ChangesWords {

    /** How much such a list is worth (metrics.md 3.1). */
    static final String NOISE =
            "These are facts, not findings: chance alone fills such a list. Worked out for 200 scenarios "
                    + "of which none changes and each has passed its last 60 runs, it names 2.8 as newly failing every night; "
                    + "in a simulation of the same suite the verdicts above named one in 200 nights.";

    private ChangesWords() {}

    /** "1 scenario got worse and none got better". */
    static String moved(NightComparison nights, String worse, String better) {
        int down = nights.worse().size();
        int up = nights.better().size();
        return (down == 0 ? "no scenario" : Format.count(down, "scenario")) + " " + worse + " and "
                + (up == 0 ? "none" : Format.grouped(up)) + " " + better;
    }

    /** Which scenarios ran on one of the two nights only; nothing when all ran on both. */
    static List<String> ranOnce(NightComparison nights) {
        List<String> parts = Stream.of(
                        part(nights.fresh(), "is new", "are new"),
                        part(nights.returned(), "is back after a pause", "are back after a pause"),
                        part(nights.gone(), "is no longer tested", "are no longer tested"),
                        part(nights.notRun(), "has no result tonight", "have no result tonight"))
                .filter(words -> !words.isEmpty())
                .toList();
        return parts.isEmpty()
                ? List.of()
                : List.of("Of the scenarios that ran on one of the two nights only, " + String.join(", ", parts) + ".");
    }

    private static String part(List<String> scenarios, String one, String several) {
        return scenarios.isEmpty()
                ? ""
                : Format.grouped(scenarios.size()) + " " + (scenarios.size() == 1 ? one : several);
    }

    /** What became of the baseline, and which night stands in for one that has no result. */
    static List<String> baseline(Comparisons.Baseline baseline, LocalDate night) {
        NightComparison nights = baseline.nights();
        String asked = Format.longDate(baseline.asked());
        if (nights == null) {
            return List.of("There is no baseline: no night up to " + asked + " and before tonight has a result"
                    + ", or tonight has none.");
        }
        List<String> words = new ArrayList<>();
        if (!nights.against().equals(baseline.asked())) {
            words.add((baseline.asked().isBefore(night) ? asked + " has no result" : asked + " is not before tonight")
                    + "; the nearest earlier night that has one is the baseline: " + Format.longDate(nights.against())
                    + ".");
        }
        words.add("Against the baseline, " + Format.shortDate(nights.against()) + ", "
                + moved(nights, nights.worse().size() == 1 ? "is worse" : "are worse", "better")
                        .replace("no scenario are", "no scenario is")
                + ".");
        return words;
    }

    /** @param named whether the pathway must be named, since there are several */
    static String versions(VersionComparison versions, boolean named) {
        long worse = real(versions, -1);
        long better = real(versions, 1);
        String where =
                named && !versions.pathwayId().isEmpty() ? " of pathway " + Format.shortId(versions.pathwayId()) : "";
        return "Version " + versions.now() + where + " against " + versions.before() + ": "
                + (worse + better == 0
                        ? "no real difference"
                        : Format.count(worse, "scenario") + " really worse, " + Format.grouped(better) + " better")
                + ", of " + Format.grouped(versions.comparison().pairs().size()) + " compared.";
    }

    private static long real(VersionComparison versions, int sign) {
        return versions.comparison().pairs().stream()
                .filter(pair -> pair.real() && Math.signum(pair.difference().difference()) == sign)
                .count();
    }

    static List<String> onOneVersionOnly(VersionComparison versions) {
        int before = versions.comparison().onlyBefore().size();
        int now = versions.comparison().onlyNow().size();
        return before + now == 0
                ? List.of()
                : List.of("Not compared: " + Format.count(before, "scenario") + " with a result under "
                        + versions.before() + " only, " + Format.grouped(now) + " under " + versions.now() + " only.");
    }

    /** @param sides what alone would have to prove a fall */
    static List<String> sure(Comparison comparison, String sides, Rules rules) {
        List<Comparison.Pair> pairs = comparison.pairs();
        if (pairs.isEmpty()) {
            return List.of("No scenario has a result on both sides, so nothing can be compared.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(typical(pairs, sides));
        Comparison.Mean mean = comparison.mean();
        Interval interval = mean.difference().interval();
        if (pairs.size() > 1
                && pairs.stream().allMatch(pair -> pair.difference().difference() == 0)) {
            sentences.add(
                    "None of the " + Format.count(pairs.size(), "scenario") + " on both sides has another pass rate.");
            return sentences;
        }
        if (interval != null && mean.difference().mean() != null) {
            sentences.add("Over the " + Format.count(pairs.size(), "scenario")
                    + " on both sides the pass rate changed by "
                    + Format.points(mean.difference().mean())
                    + " points on average, 95 % interval " + interval(interval) + chance(mean, rules) + ".");
        }
        Double visible = mean.difference().smallestVisible();
        if (visible != null) {
            sentences.add(
                    visible > 1
                            ? "No change of that average, however large, could have been seen."
                            : "This comparison could have seen a change of " + Format.decimal(visible * 100, 0)
                                    + " points of that average.");
        }
        return sentences;
    }

    /** Of few scenarios the reckoned interval may reach beyond what a rate can change by. */
    private static String interval(Interval reckoned) {
        return reckoned.low() < -1 && reckoned.high() > 1
                ? "as wide as can be"
                : Format.points(new Interval(Math.max(-1, reckoned.low()), Math.min(1, reckoned.high())));
    }

    private static String chance(Comparison.Mean mean, Rules rules) {
        return mean.p() == null
                ? ""
                : "; chance alone " + (mean.p() <= rules.alpha() ? "hardly explains" : "could explain") + " that, p "
                        + Format.p(mean.p());
    }

    private static String typical(List<Comparison.Pair> pairs, String sides) {
        List<Comparison.Pair> deepest = pairs.stream()
                .sorted(Comparator.comparing(
                                Comparison.Pair::smallestVisible, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Comparison.Pair::scenarioId))
                .toList();
        Comparison.Pair middle = deepest.get(pairs.size() / 2);
        long blind =
                pairs.stream().filter(pair -> pair.smallestVisible() == null).count();
        if (blind == pairs.size()) {
            return "For no scenario could a fall be proven by " + sides + " alone, however deep.";
        }
        if (middle.smallestVisible() == null) {
            return "For " + Format.grouped(blind) + " of " + Format.count(pairs.size(), "scenario")
                    + " no fall could be proven by " + sides + " alone, however deep.";
        }
        return "A typical scenario, " + Words.fraction(middle.before()) + " before and "
                + Format.count(middle.now().n(), "run")
                + " now, must fall by " + Format.decimal(middle.smallestVisible() * 100, 0) + " points for " + sides
                + " alone to prove it"
                + (blind == 0
                        ? "."
                        : "; for " + Format.grouped(blind) + " of " + Format.grouped(pairs.size())
                                + " no fall could be proven, however deep.");
    }
}
