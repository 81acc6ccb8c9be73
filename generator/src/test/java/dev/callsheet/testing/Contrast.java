package dev.callsheet.testing;

/** The contrast of two colours, as WCAG 2.2 defines it. */
public final class Contrast {

    private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

    private Contrast() {}

    /**
     * The ratio, from 1 to 21.
     *
     * @param one as {@code #1c1b19}
     * @param other likewise
     */
    public static double ratio(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String hex) {
        double sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            double share = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += WEIGHTS[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
