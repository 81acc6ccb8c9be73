package dev.callsheet.stats;

/**
 * How much the values of a series resemble the one before, beyond the means of its segments (metrics.md 4.3).
 *
 * @param r1 the correlation of residuals that follow each other within a segment, between −1 and 1; 0 without spread
 * @param inflation what the variance of a mean is multiplied by because of it, from 1 to 19
 */
public record SerialCorrelation(double r1, double inflation) {

    private static final double STRONGEST = 0.9;
    // Residuals of a series without any spread but rounding say nothing about their order.
    private static final double ROUNDING = 1e-20;

    /** @param bounds where segments begin, the series' length last, rising from 0 */
    static SerialCorrelation of(double[] series, int[] bounds) {
        double products = 0;
        double squares = 0;
        double size = 0;
        for (int s = 0; s + 1 < bounds.length; s++) {
            double mean = MeanScan.mean(series, bounds[s], bounds[s + 1]);
            double previous = 0;
            for (int i = bounds[s]; i < bounds[s + 1]; i++) {
                double residual = series[i] - mean;
                products += previous * residual;
                squares += residual * residual;
                size += series[i] * series[i];
                previous = residual;
            }
        }
        if (squares <= ROUNDING * size) {
            return new SerialCorrelation(0, 1);
        }
        int n = series.length;
        double r1 = products / squares;
        if (r1 * Math.sqrt(n) <= 1) {
            return new SerialCorrelation(r1, 1);
        }
        double r = Math.min(STRONGEST, r1 + (1 + 4 * r1) / n);
        return new SerialCorrelation(r1, (1 + r) / (1 - r));
    }

    /** Of a series with one change. */
    public static SerialCorrelation ofSplit(double[] series, int split) {
        return of(series, new int[] {0, split, series.length});
    }
}
