package dev.callsheet.site;

import dev.callsheet.metrics.NightEntry;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A score between 0 and 1 over the last nights as a small line, broken where a night has no value. Dots mark the newest
 * value and those that no line touches. Below three values there are dots only: a line would pretend a course.
 */
final class Spark {

    private static final int STEP = 4;
    private static final int MARGIN = 3;
    private static final int HEIGHT = 22;
    private static final int FEW = 3;

    private Spark() {}

    /**
     * @param name what is drawn
     * @param values by night
     * @param last the newest night of the report, at the right end
     */
    static Cell cell(String name, SortedMap<LocalDate, Double> values, LocalDate last) {
        List<Point> points = new ArrayList<>();
        values.forEach((night, value) -> {
            long age = ChronoUnit.DAYS.between(night, last);
            if (age >= 0 && age < Strip.DAYS) {
                points.add(new Point(Strip.DAYS - 1 - age, value));
            }
        });
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean few = points.size() < FEW;
        for (int i = 0; i < points.size(); i++) {
            boolean fromLeft = !few && neighbours(points, i - 1);
            boolean toRight = !few && neighbours(points, i);
            if (fromLeft || toRight) {
                line.append(fromLeft ? "L" : "M").append(points.get(i).at());
            }
            if (i == points.size() - 1 || (!fromLeft && !toRight)) {
                dots.append("M").append(points.get(i).at()).append("h0");
            }
        }
        return new Cell.Spark(
                description(name, points),
                line.toString(),
                dots.toString(),
                2 * MARGIN + (Strip.DAYS - 1) * STEP,
                HEIGHT);
    }

    /** The mean of a dimension on each night that has a scored run with a result. */
    static SortedMap<LocalDate, Double> means(List<NightEntry> entries, ToneDimension dimension) {
        SortedMap<LocalDate, Double> means = new TreeMap<>();
        for (NightEntry entry : entries) {
            Double mean = entry.toneMean(dimension);
            if (mean != null) {
                means.put(entry.night(), mean);
            }
        }
        return means;
    }

    /** Whether a point and the one after it are of two nights in a row. */
    private static boolean neighbours(List<Point> points, int i) {
        return i >= 0
                && i + 1 < points.size()
                && points.get(i + 1).day() == points.get(i).day() + 1;
    }

    private static String description(String name, List<Point> points) {
        return points.isEmpty()
                ? name + ": no score in the last " + Strip.DAYS + " days"
                : name + " on " + Format.count(points.size(), "night") + " of the last " + Strip.DAYS + " days, last "
                        + Format.score(points.get(points.size() - 1).value());
    }

    /** @param day from 0, the oldest */
    private record Point(long day, double value) {

        String at() {
            return (MARGIN + day * STEP) + " " + Format.decimal(MARGIN + (HEIGHT - 2 * MARGIN) * (1 - value), 1);
        }
    }
}
