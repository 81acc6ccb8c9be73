package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The error rates that metrics.md states (2.5, 3.1, 3.2), measured again on this code with runs drawn from known rates.
 * It takes minutes and is no test of the build: Surefire does not pick up its name. Run it by itself with {@code mvn -q
 * test -Dtest=DecisionSimulation -Djacoco.skip}; it prints a Markdown table. Draws depend on a fixed seed only.
 */
class DecisionSimulation {

    private static final int SUITE = 200;

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    @AfterAll
    static void print() {
        System.out.println("| claim | metrics.md | here | standard error |");
        System.out.println("|---|---|---|---|");
        LINES.forEach(System.out::println);
    }

    /** metrics.md 3.2: 200 steady scenarios with 60 runs each before tonight. */
    @ParameterizedTest
    @CsvSource({"5, .005", "10, .002", "1, .000"})
    void falseAlarmsOfTonight(int runs, String published) {
        Mean alarms = Mean.of(10_000, runs, random -> {
            List<List<NightOutcomes>> suite = new ArrayList<>();
            for (int i = 0; i < SUITE; i++) {
                suite.add(tonight(random, usual(i), runs, usual(i)));
            }
            return Math.min(1, regressed(suite));
        });
        alarms.isAbout(published, "any false REGRESSED tonight, " + runs + " runs, 200 steady scenarios", 0);
    }

    /** The same with change points: twelve nights of five runs, then tonight. */
    @Test
    void falseAlarmsOfTheWholeProcedure() {
        Mean alarms = Mean.of(500, 12, random -> {
            List<List<NightOutcomes>> suite = new ArrayList<>();
            for (int i = 0; i < SUITE; i++) {
                suite.add(steady(random, 13, usual(i)));
            }
            return regressed(suite);
        });
        alarms.add("scenarios falsely REGRESSED, change points of the last 7 nights included", "");
        assertThat(alarms.value()).isLessThanOrEqualTo(0.05);
    }

    /** metrics.md 3.2: one of 200 scenarios fell, the others pass .98 as before. */
    @ParameterizedTest
    @CsvSource({
        "5, 0, 1.00", "5, .2, .78", "5, .4, .45", "5, .6, .17", "5, .8, .02",
        "10, .2, .99", "10, .4, .80", "10, .6, .39", "10, .8, .05", "1, 0, .00"
    })
    void powerOfTonight(int runs, double rate, String published) {
        Mean found = Mean.of(2_000, 100 + runs, random -> {
            List<List<NightOutcomes>> suite = new ArrayList<>();
            for (int i = 0; i < SUITE; i++) {
                suite.add(tonight(random, 0.98, runs, i == 0 ? rate : 0.98));
            }
            return first(suite).headline() == Headline.REGRESSED ? 1 : 0;
        });
        found.isAbout(published, "REGRESSED, .98 → " + rate + " tonight, " + runs + " runs, suite of 200", 0);
    }

    /**
     * metrics.md 2.5: one scenario of the kind among twenty; the others pass .995. The published shares come from 200
     * repetitions each and so have an error of their own; they are those after 6, 12 and 30 nights.
     */
    @ParameterizedTest
    @CsvSource({
        ".995, .995, 0, RELIABLE, .83 .97 1.00",
        ".97, .97, 0, RELIABLE, .43 .53 .95",
        ".95, .95, 0, FLAKY, .01 .04 .04",
        ".95, .95, 0, RELIABLE, .20 .16 .68",
        ".90, .90, 0, FLAKY, .18 .41 .69",
        ".90, .90, 0, RELIABLE, .02 - .04",
        ".80, .80, 0, FLAKY, .79 .97 1.00",
        ".50, .50, 0, FLAKY, .96 .94 .95",
        "0, 0, 0, BROKEN, 1.00 1.00 1.00",
        ".99, .4, 1, REGRESSED, .62 .66 .75",
        ".99, .4, 3, REGRESSED, .51 .95 .99",
        ".99, .7, 5, REGRESSED, - .26 .76",
        ".99, 0, 1, REGRESSED, 1.00 1.00 1.00",
        ".1, .99, 3, FIXED, .95 .99 .98"
    })
    void labelsOfKnownTruths(double before, double after, int last, Headline headline, String published) {
        String truth = last == 0 ? "p = " + before : before + " → " + after + " in the last " + last;
        Iterator<Integer> lengths = List.of(6, 12, 30).iterator();
        for (String share : published.split(" ", -1)) {
            int nights = lengths.next();
            if (!share.equals("-")) {
                Mean found = Mean.of(2_000, 1_000 + nights, random -> {
                    List<List<NightOutcomes>> suite = new ArrayList<>();
                    suite.add(nights(random, nights, night -> night < nights - last ? before : after));
                    for (int other = 1; other < 20; other++) {
                        suite.add(steady(random, nights, 0.995));
                    }
                    return first(suite).headline() == headline ? 1 : 0;
                });
                found.isAbout(share, truth + ": " + headline + ", " + nights + " nights", errorOf200(share));
            }
        }
    }

    /** Of a share found in 200 repetitions; of none or all as if one had been otherwise. */
    private static double errorOf200(String share) {
        double p = Math.min(Math.max(Double.parseDouble(share), 1 / 200.0), 1 - 1 / 200.0);
        return Math.sqrt(p * (1 - p) / 200);
    }

    /** Of 200 steady scenarios (metrics.md 3.1): 60 % pass .995, 30 % .95 and 10 % .8. */
    private static double usual(int scenario) {
        return scenario < 0.6 * SUITE ? 0.995 : scenario < 0.9 * SUITE ? 0.95 : 0.8;
    }

    private static List<NightOutcomes> steady(SplittableRandom random, int nights, double rate) {
        return nights(random, nights, night -> rate);
    }

    /** Five runs a night. */
    private static List<NightOutcomes> nights(SplittableRandom random, int nights, IntToDoubleFunction rate) {
        return IntStream.range(0, nights)
                .mapToObj(night -> RandomSuites.night(random, night, 5, rate.applyAsDouble(night)))
                .toList();
    }

    private static List<NightOutcomes> tonight(SplittableRandom random, double before, int runs, double tonight) {
        return List.of(RandomSuites.night(random, 0, 60, before), RandomSuites.night(random, 1, runs, tonight));
    }

    private static Decision first(List<List<NightOutcomes>> suite) {
        return decide(suite).iterator().next();
    }

    private static int regressed(List<List<NightOutcomes>> suite) {
        return NightLabels.of(decide(suite)).regressed();
    }

    private static Collection<Decision> decide(List<List<NightOutcomes>> suite) {
        return DecisionProcedure.decide(GivenNights.suite(suite), Rules.DEFAULT).values();
    }

    /** A mean of whole numbers. */
    private record Mean(double value, double standardError) {

        static Mean of(int repetitions, long seed, ToIntFunction<SplittableRandom> experiment) {
            int[] results = IntStream.range(0, repetitions)
                    .parallel()
                    .map(i -> experiment.applyAsInt(new SplittableRandom(seed * 1_000_003 + i)))
                    .toArray();
            double mean = IntStream.of(results).sum() / (double) repetitions;
            double square = IntStream.of(results).map(x -> x * x).sum() / (double) repetitions;
            return new Mean(mean, Math.sqrt((square - mean * mean) / (repetitions - 1)));
        }

        void add(String claim, String published) {
            LINES.add(String.format(Locale.ROOT, "| %s | %s | %.4f | %.4f |", claim, published, value, standardError));
        }

        void isAbout(String published, String claim, double publishedError) {
            add(claim, published);
            double decimals = published.length() - 1.0 - published.indexOf('.');
            assertThat(value)
                    .as(claim)
                    .isCloseTo(
                            Double.parseDouble(published),
                            within(4 * Math.hypot(standardError, publishedError) + Math.pow(10, -decimals) / 2));
        }
    }
}
