package dev.callsheet.metrics;

import dev.callsheet.stats.ExactBinomial;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many more runs would settle how a scenario stands (metrics.md 2.7): the smallest number after which, if it goes on
 * to pass at the rate seen so far, {@link State#BROKEN}, {@link State#FLAKY} or {@link State#RELIABLE} is proven with a
 * probability of {@value #POWER}. Five of five passed need 24 more clean runs. Since outcomes are counts, the probability
 * is saw-toothed; the number is one from which on three in a row suffice.
 */
final class RunsToDecide {

    static final double POWER = 0.8;
    private static final int IN_A_ROW = 3;
    private static final int MOST = 2_000;

    private final Rules rules;
    /** By number of runs: the most passed that prove the scenario broken, and flaky; −1 where nothing does. */
    private final List<Integer> broken = new ArrayList<>();

    private final List<Integer> flaky = new ArrayList<>();
    /** By number of runs: the fewest passed that prove it reliable; one more than there are where nothing does. */
    private final List<Integer> reliable = new ArrayList<>();

    private final Map<Trials, Long> known = new HashMap<>();

    RunsToDecide(Rules rules) {
        this.rules = rules;
    }

    /** 0 when it is settled; null without a run to judge, or when {@value #MOST} more would not do. */
    @Nullable
    Long of(Decision decision) {
        return switch (decision.state()) {
            case BROKEN, FLAKY, RELIABLE -> 0L;
            case INFRA, NO_DATA -> null;
            case SUSPECT, INSUFFICIENT ->
                decision.judged() == null
                        ? null
                        : known.computeIfAbsent(decision.judged().rate().trials(), this::search);
        };
    }

    private @Nullable Long search(Trials seen) {
        int inARow = 0;
        for (int more = 1; more <= MOST; more++) {
            inARow = settled(seen, more) >= POWER ? inARow + 1 : 0;
            if (inARow == IN_A_ROW) {
                return more - IN_A_ROW + 1L;
            }
        }
        return null;
    }

    /** The probability that so many more runs settle it. */
    private double settled(Trials seen, int more) {
        int n = Math.toIntExact(seen.n() + more);
        grow(n);
        long passed = seen.passed();
        long most = (passed == 0 ? broken : flaky).get(n) - passed;
        long fewest = reliable.get(n) - passed;
        if (passed == 0 || passed == seen.n()) {
            long will = passed == 0 ? 0 : more;
            return will <= most || will >= fewest ? 1 : 0;
        }
        double rate = passed / (double) seen.n();
        double low = most < 0 ? 0 : ExactBinomial.probabilityAtMost(Math.min(most, more), more, rate);
        double high = fewest > more ? 0 : ExactBinomial.probabilityAtLeast(Math.max(fewest, 0), more, rate);
        return most + 1 >= fewest ? 1 : low + high;
    }

    /** From one number of runs to the next each bound stays or moves by one. */
    private void grow(int n) {
        if (broken.isEmpty()) {
            broken.add(-1);
            flaky.add(-1);
            reliable.add(1);
        }
        for (int runs = broken.size(); runs <= n; runs++) {
            broken.add(most(runs, broken.get(runs - 1), DecisionProcedure.HALF));
            flaky.add(most(runs, flaky.get(runs - 1), rules.tolerance()));
            int fewest = reliable.get(runs - 1);
            reliable.add(
                    fewest <= runs && ExactBinomial.probabilityAtLeast(fewest, runs, rules.floor()) <= rules.alpha()
                            ? fewest
                            : fewest + 1);
        }
    }

    private int most(int runs, int before, double rate) {
        return before < runs && ExactBinomial.probabilityAtMost(before + 1L, runs, rate) <= rules.alpha()
                ? before + 1
                : before;
    }
}
