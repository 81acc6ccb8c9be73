package dev.callsheet.metrics;

import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.McNemar;
import dev.callsheet.stats.MultipleTesting;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.PairedDifference;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Two sides, such as two nights or two versions, compared scenario by scenario and as a whole (metrics.md 3.2 to 3.6).
 * It knows nothing but the counts of the two sides; what all nights prove is the {@link Decision}'s.
 *
 * @param pairs scenarios with a valid run on both sides, by id
 * @param onlyBefore ids of scenarios with a valid run on the earlier side only, sorted; so {@code onlyNow}
 */
public record Comparison(List<Pair> pairs, List<String> onlyBefore, List<String> onlyNow, Mean mean) {

    /**
     * A scenario on both sides.
     *
     * @param difference now − before
     * @param p how often chance alone would bring sides so different, in either direction
     * @param q the same adjusted for asking it of every scenario that is on both sides
     * @param real whether q is at most {@link Rules#falseDiscoveryRate}
     * @param smallestVisible the smallest fall from the earlier rate, from 0 to 1, that as many runs would have proven if
     *     no other scenario had changed; null when not even a side without a pass would have
     */
    public record Pair(
            String scenarioId,
            Rate before,
            Rate now,
            NewcombeDifference difference,
            double p,
            double q,
            boolean real,
            @Nullable Double smallestVisible) {}

    /** How likely the mean difference is by chance alone is told by one of these. */
    public enum Test {
        /** Exact, where each side of every pair is one run. */
        MC_NEMAR,
        /** Exact, of up to twenty pairs. */
        SIGN_FLIP,
        STUDENT_T
    }

    /**
     * The differences of all pairs, each weighed equally (metrics.md 3.6).
     *
     * @param p by {@code test}; null where that says nothing
     */
    public record Mean(
            PairedDifference difference, @Nullable Double p, Test test) {}

    /**
     * Compares valid runs.
     *
     * @param before by scenario, those without a valid run among them or not; so {@code now}
     */
    static Comparison of(SortedMap<String, Tally> before, SortedMap<String, Tally> now, Rules rules) {
        List<String> both = new ArrayList<>();
        List<String> onlyNow = new ArrayList<>();
        now.forEach((id, tally) -> {
            if (tally.valid() > 0) {
                (isValid(before.get(id)) ? both : onlyNow).add(id);
            }
        });
        List<String> onlyBefore = before.keySet().stream()
                .filter(id -> isValid(before.get(id)) && !isValid(now.get(id)))
                .toList();
        List<Trials> then = both.stream().map(id -> trials(before, id)).toList();
        List<Trials> after = both.stream().map(id -> trials(now, id)).toList();
        return new Comparison(pairs(both, then, after, rules), onlyBefore, onlyNow, mean(then, after));
    }

    private static boolean isValid(@Nullable Tally tally) {
        return tally != null && tally.valid() > 0;
    }

    private static Trials trials(SortedMap<String, Tally> side, String id) {
        return Rate.of(Objects.requireNonNull(side.get(id))).trials();
    }

    private static List<Pair> pairs(List<String> ids, List<Trials> before, List<Trials> now, Rules rules) {
        List<Double> p = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            p.add(Fisher.twoSided(before.get(i), now.get(i)));
        }
        List<Double> q = MultipleTesting.benjaminiHochberg(p);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            pairs.add(new Pair(
                    ids.get(i),
                    Rate.of(before.get(i)),
                    Rate.of(now.get(i)),
                    Objects.requireNonNull(NewcombeDifference.of(now.get(i), before.get(i))),
                    p.get(i),
                    q.get(i),
                    q.get(i) <= rules.falseDiscoveryRate(),
                    smallestVisible(before.get(i), now.get(i).n(), rules.falseDiscoveryRate() / ids.size())));
        }
        return List.copyOf(pairs);
    }

    /** By bisection, since the fewer pass the less likely it is by chance. */
    static @Nullable Double smallestVisible(Trials before, long n, double level) {
        if (before.passed() == 0 || !isProven(before, 0, n, level)) {
            return null;
        }
        long proven = 0;
        long unproven = Math.floorDiv(Math.multiplyExact(before.passed(), n) - 1, before.n()) + 1; // no fall any more
        while (unproven - proven > 1) {
            long middle = (proven + unproven) / 2;
            if (isProven(before, middle, n, level)) {
                proven = middle;
            } else {
                unproven = middle;
            }
        }
        return before.passed() / (double) before.n() - proven / (double) n;
    }

    private static boolean isProven(Trials before, long passed, long n, double level) {
        return Fisher.twoSided(before, new Trials(passed, n)) <= level;
    }

    private static Mean mean(List<Trials> before, List<Trials> now) {
        List<Double> differences = new ArrayList<>();
        boolean single = !before.isEmpty();
        long regressed = 0;
        long fixed = 0;
        for (int i = 0; i < before.size(); i++) {
            Trials then = before.get(i);
            Trials after = now.get(i);
            differences.add(after.passed() / (double) after.n() - then.passed() / (double) then.n());
            single &= then.n() == 1 && after.n() == 1;
            regressed += then.passed() > after.passed() ? 1 : 0;
            fixed += then.passed() < after.passed() ? 1 : 0;
        }
        PairedDifference difference = PairedDifference.of(differences);
        if (single) {
            return new Mean(difference, McNemar.exact(regressed, fixed), Test.MC_NEMAR);
        }
        return difference.signFlipP() == null
                ? new Mean(difference, difference.p(), Test.STUDENT_T)
                : new Mean(difference, difference.signFlipP(), Test.SIGN_FLIP);
    }
}
