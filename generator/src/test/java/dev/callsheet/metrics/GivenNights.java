package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Nights of a scenario in a few signs, from 1 January 2026 on: {@code 3/5} passed three of five runs of one set,
 * {@code 2|5} two of five runs, each a set of its own, {@code E} five errors, {@code -} did not run; {@code 12*5/5} is
 * twelve nights alike.
 */
final class GivenNights {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private GivenNights() {}

    static List<NightOutcomes> nights(String signs) {
        List<NightOutcomes> nights = new ArrayList<>();
        for (String sign : signs.split(" ", -1)) {
            int times = sign.indexOf('*');
            for (int left = times < 0 ? 1 : Integer.parseInt(sign, 0, times, 10); left > 0; left--) {
                nights.add(night(FIRST.plusDays(nights.size()), sign.substring(times + 1)));
            }
        }
        return nights;
    }

    /** The scenario {@code s} and as many others, as long as it, that always passed. */
    static SortedMap<String, List<NightOutcomes>> suite(String signs, int others) {
        SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
        suite.put("s", nights(signs));
        for (int i = 0; i < others; i++) {
            suite.put("other " + i, nights(nights(signs).size() + "*5/5"));
        }
        return suite;
    }

    static SortedMap<String, List<NightOutcomes>> suite(List<List<NightOutcomes>> scenarios) {
        SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
        scenarios.forEach(nights -> suite.put(String.format("%04d", suite.size()), nights));
        return Collections.unmodifiableSortedMap(suite);
    }

    private static NightOutcomes night(LocalDate date, String sign) {
        if (sign.equals("-")) {
            return NightOutcomes.none(date);
        }
        if (sign.equals("E")) {
            return new NightOutcomes(date, 0, 0, 5, false);
        }
        String[] counts = sign.split("[/|]", -1);
        long passed = Long.parseLong(counts[0]);
        long failed = Long.parseLong(counts[1]) - passed;
        return new NightOutcomes(date, passed, failed, 0, sign.contains("/") && passed > 0 && failed > 0);
    }
}
