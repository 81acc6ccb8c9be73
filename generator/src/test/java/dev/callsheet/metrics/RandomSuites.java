package dev.callsheet.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Suites drawn from a seed: most scenarios are steady, some fail always, some changed. */
final class RandomSuites {

    private RandomSuites() {}

    static List<List<NightOutcomes>> suite(long seed, int scenarios, int nights, int runs) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<NightOutcomes>> suite = new ArrayList<>();
        for (int scenario = 0; scenario < scenarios; scenario++) {
            suite.add(scenario(random, nights, runs));
        }
        return suite;
    }

    private static List<NightOutcomes> scenario(SplittableRandom random, int nights, int runs) {
        int kind = random.nextInt(10);
        double before = kind < 5 ? 0.995 : kind < 7 ? 0.95 : kind == 7 ? 0.8 : kind == 8 ? 0.02 : 0.99;
        double after = kind == 9 ? 0.3 : before;
        int change = random.nextInt(nights);
        List<NightOutcomes> outcomes = new ArrayList<>();
        for (int night = 0; night < nights; night++) {
            outcomes.add(night(random, night, runs, night < change ? before : after));
        }
        return outcomes;
    }

    /** A night of runs that were started together. */
    static NightOutcomes night(SplittableRandom random, int night, int runs, double rate) {
        int passed = 0;
        for (int run = 0; run < runs; run++) {
            passed += random.nextDouble() < rate ? 1 : 0;
        }
        return new NightOutcomes(
                GivenNights.FIRST.plusDays(night), passed, runs - passed, 0, passed > 0 && passed < runs);
    }
}
