package dev.callsheet.metrics;

/**
 * The thresholds of everything that the report claims rather than counts. The defaults are those whose error rates were
 * established (metrics.md 2.5, 4.2, 4.3, 5.8); every threshold in force stands on the Method page.
 *
 * @param windowNights nights with a valid run that a scenario is judged on, at least 1
 * @param recentNights how many nights with a valid run a change stays an event, at least 1
 * @param newNights a scenario with fewer nights with a valid run is new, at least 1
 * @param priorRuns valid runs that a regime needs before tonight is compared with it, at least 1
 * @param tolerance the pass probability below which a scenario is flaky, between 0 and 1
 * @param floor the pass probability that a reliable scenario reaches, between 0 and 1
 * @param alpha the error probability of a claim about one scenario's rate, between 0 and 1
 * @param falseDiscoveryRate of every list of findings, by Benjamini and Hochberg, between 0 and 1
 * @param changeAlpha the error probability of a change point in one series, between 0 and 1
 * @param suiteAlpha that of change points in all series together: each gets its share where that is less
 * @param minimumChange the smallest change of a pass rate that counts, from 0 to 1
 * @param infrastructureShare of errors and cancelled runs in a batch from which on it is no evidence, from 0 to 1
 * @param infrastructureRuns finished runs that a batch needs for that, at least 1
 * @param toneMinimumShift the smallest change of a tone mean that counts, from 0 to 1
 * @param toneFloor a run with a lower overall tone score is a bad one, from 0 to 1
 * @param toneBudget the share of scored runs that may be bad, between 0 and 1
 * @param toneBudgetNights nights over which the budget is counted, at least 1
 */
public record Rules(
        int windowNights,
        int recentNights,
        int newNights,
        int priorRuns,
        double tolerance,
        double floor,
        double alpha,
        double falseDiscoveryRate,
        double changeAlpha,
        double suiteAlpha,
        double minimumChange,
        double infrastructureShare,
        int infrastructureRuns,
        double toneMinimumShift,
        double toneFloor,
        double toneBudget,
        int toneBudgetNights) {

    public static final Rules DEFAULT =
            new Rules(60, 7, 3, 5, 0.95, 0.90, 0.05, 0.05, 0.001, 0.05, 0.10, 0.80, 5, 0.02, 0.70, 0.05, 30);

    /** The error probability of a change point in one of several series (metrics.md 2.5, 4.2). */
    double changeAlpha(long series) {
        return series == 0 ? changeAlpha : Math.min(changeAlpha, suiteAlpha / series);
    }
}
