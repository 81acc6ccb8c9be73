package dev.callsheet.site;

import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.stats.Interval;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pass rate of a scenario over its last nights, as paths that the template draws: a dot and an interval for each
 * night, the levels between changes, and the changes of version. Every calendar day has a place; no line crosses a day
 * without a result.
 *
 * @param finding what it shows, in sentences
 * @param shifts may be empty, as may levels and versions
 */
public record ScenarioTrend(
        String finding,
        int width,
        int height,
        String grid,
        String whiskers,
        String dots,
        String levels,
        String shifts,
        String versions,
        List<Label> labels) {

    private static final int MOST_NIGHTS = 60;
    private static final int FEWEST = 2;
    private static final int WIDTH = 440;
    private static final int LEFT = 60;
    private static final int RIGHT = 430;
    private static final int TOP = 10;
    private static final int BOTTOM = 106;
    private static final int ROW = 17;
    private static final int BASELINE = 5;
    private static final int TICK = 4;
    private static final int FLAG = 15;
    /** Room of a character, at the size of the labels. */
    private static final double CHARACTER = 8.5;

    private static final double GAP = 8;
    private static final int MOST_STEPS = 4;
    private static final double BETWEEN = 0.5;

    /**
     * A text in the picture.
     *
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param version whether it names a version
     */
    public record Label(String text, String x, int y, String anchor, boolean version) {}

    /** The trend; null for fewer than two nights with a result. */
    static @Nullable ScenarioTrend of(ScenarioNumbers scenario) {
        List<NightEntry> valid = scenario.entries().stream()
                .filter(entry -> entry.tally().valid() > 0)
                .toList();
        List<NightEntry> shown = shown(valid);
        return shown.size() < FEWEST ? null : new Drawing(scenario, shown, valid.size()).trend();
    }

    private static List<NightEntry> shown(List<NightEntry> valid) {
        if (valid.isEmpty()) {
            return valid;
        }
        LocalDate last = valid.get(valid.size() - 1).night();
        return valid.subList(Math.max(0, valid.size() - MOST_NIGHTS), valid.size()).stream()
                .filter(entry -> ChronoUnit.DAYS.between(entry.night(), last) < ShownNights.MOST_DAYS)
                .toList();
    }

    /** The nights of a scenario on their axis. */
    private static final class Drawing {

        private final List<NightEntry> nights;
        private final int having;
        private final NightAxis axis;
        private final List<Level> levels;
        private final List<VersionMark> marks;
        private final List<Label> labels = new ArrayList<>();

        Drawing(ScenarioNumbers scenario, List<NightEntry> nights, int having) {
            this.nights = nights;
            this.having = having;
            this.axis = new NightAxis(
                    nights.get(0).night(), nights.get(nights.size() - 1).night());
            this.levels = Level.of(scenario.decision());
            this.marks = VersionMarks.shown(VersionMarks.of(scenario.entries()), axis);
        }

        ScenarioTrend trend() {
            int foot = BOTTOM + (marks.isEmpty() ? 0 : ROW) + ROW;
            StringBuilder whiskers = new StringBuilder();
            StringBuilder dots = new StringBuilder();
            for (NightEntry night : nights) {
                Rate rate = Rate.of(night.tally());
                Interval interval = Objects.requireNonNull(rate.interval());
                String x = x(axis.place(night.night()));
                whiskers.append("M" + x + " " + y(interval.low()) + "V" + y(interval.high()));
                dots.append("M" + x + " " + y(Objects.requireNonNull(rate.value())) + "h0");
            }
            scale();
            days(foot);
            return new ScenarioTrend(
                    finding(),
                    WIDTH,
                    foot + BASELINE,
                    level(LEFT, RIGHT, 1) + level(LEFT, RIGHT, BETWEEN) + level(LEFT, RIGHT, 0),
                    whiskers.toString(),
                    dots.toString(),
                    levels(),
                    shifts(),
                    versions(),
                    labels);
        }

        private void scale() {
            for (int percent = 0; percent <= 100; percent += 50) {
                labels.add(new Label(
                        percent + " %",
                        Integer.toString(LEFT - 2 * TICK),
                        (int) Math.round(height(percent / 100.0)) + BASELINE,
                        "end",
                        false));
            }
        }

        /** Days below the axis, the last among them; where labels would meet each other, the later stands. */
        private void days(int baseline) {
            List<String> days = axis.labels();
            int last = days.size() - 1;
            int steps = Math.min(last, MOST_STEPS);
            double free = WIDTH;
            for (int step = steps; step >= 0; step--) {
                int place = Math.round(step * (float) last / steps);
                double width = days.get(place).length() * CHARACTER;
                double right = Math.min(middle(place) + width / 2, WIDTH);
                if (right <= free) {
                    labels.add(new Label(
                            days.get(place), Format.decimal(right - width / 2, 1), baseline, "middle", false));
                    free = right - width - GAP;
                }
            }
        }

        /** Each level over the nights it is about, broken where a day has no result. */
        private String levels() {
            StringBuilder path = new StringBuilder();
            int level = 0;
            for (int i = 0; i < nights.size(); i++) {
                LocalDate night = nights.get(i).night();
                int before = level;
                while (level + 1 < levels.size()
                        && !Objects.requireNonNull(levels.get(level + 1).since())
                                .isAfter(night)) {
                    level++;
                }
                if (levels.isEmpty()) {
                    return "";
                }
                int place = axis.place(night);
                boolean goesOn =
                        i > 0 && before == level && axis.place(nights.get(i - 1).night()) == place - 1;
                double value = Objects.requireNonNull(levels.get(level).rate().value());
                path.append(goesOn ? "" : "M" + x(place - BETWEEN) + " " + y(value))
                        .append("H" + x(place + BETWEEN));
            }
            return path.toString();
        }

        private String shifts() {
            return levels.stream()
                    .map(Level::since)
                    .filter(since -> since != null && axis.shows(since))
                    .map(since ->
                            "M" + x(axis.place(Objects.requireNonNull(since)) - BETWEEN) + " " + TOP + "V" + BOTTOM)
                    .collect(Collectors.joining());
        }

        /** Ticks below the axis; where labels would meet each other, the newest stands. */
        private String versions() {
            StringBuilder path = new StringBuilder();
            double free = RIGHT;
            for (int i = marks.size() - 1; i >= 0; i--) {
                VersionMark mark = marks.get(i);
                double x = middle(axis.place(mark.night()) - BETWEEN);
                double width = mark.label().length() * CHARACTER;
                boolean newest = i == marks.size() - 1;
                boolean toTheLeft = newest && x + TICK + width > free;
                boolean labelled = newest || x + TICK + width <= free;
                path.append(
                        "M" + Format.decimal(x, 1) + " " + (BOTTOM - TICK) + "V" + (BOTTOM + (labelled ? FLAG : 0)));
                if (labelled) {
                    labels.add(new Label(
                            mark.label(),
                            Format.decimal(toTheLeft ? x - TICK : x + TICK, 1),
                            BOTTOM + FLAG,
                            toTheLeft ? "end" : "start",
                            true));
                    free = (toTheLeft ? x - width : x) - GAP;
                }
            }
            return path.toString();
        }

        private String finding() {
            NightEntry first = nights.get(0);
            NightEntry last = nights.get(nights.size() - 1);
            String over = nights.size() == having
                    ? Format.count(having, "night")
                    : "the last " + nights.size() + " of " + Format.count(having, "night");
            return "Pass rate over " + over + ": " + Words.fraction(first.tally()) + " on "
                    + Format.shortDate(first.night()) + ", " + Words.fraction(last.tally()) + " on "
                    + Format.shortDate(last.night()) + "." + axis.gaps(nights.size()) + course()
                    + VersionMarks.words(marks);
        }

        /** " Level: 76/78, from 12 Apr 3/15." */
        private String course() {
            return levels.isEmpty()
                    ? ""
                    : " Level: "
                            + levels.stream()
                                    .map(level -> (level.since() == null
                                                    ? ""
                                                    : "from " + Format.shortDate(level.since()) + " ")
                                            + Words.fraction(level.rate()))
                                    .collect(Collectors.joining(", "))
                            + ".";
        }

        /** Days stand in the middle of their share of the axis. */
        private double middle(double place) {
            return LEFT + (place + BETWEEN) * (RIGHT - LEFT) / axis.days();
        }

        private String x(double place) {
            return Format.decimal(middle(place), 1);
        }

        private static double height(double share) {
            return BOTTOM - share * (BOTTOM - TOP);
        }

        private static String y(double share) {
            return Format.decimal(height(share), 1);
        }

        private static String level(int from, int to, double share) {
            return "M" + from + " " + y(share) + "H" + to;
        }
    }
}
