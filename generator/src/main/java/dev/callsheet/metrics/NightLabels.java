package dev.callsheet.metrics;

import java.util.Collection;

/** How many scenarios had a headline on a night, judged by the runs up to then. */
public record NightLabels(int flaky, int regressed, int broken) {

    static NightLabels of(Collection<Decision> decisions) {
        return new NightLabels(
                count(decisions, Headline.FLAKY),
                count(decisions, Headline.REGRESSED),
                count(decisions, Headline.BROKEN));
    }

    private static int count(Collection<Decision> decisions, Headline headline) {
        return (int) decisions.stream()
                .filter(decision -> decision.headline() == headline)
                .count();
    }
}
