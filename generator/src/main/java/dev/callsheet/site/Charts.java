package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightLabels;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.PassHatPoint;
import dev.callsheet.metrics.ToneChange;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The charts of a report: eleven at most, however large the report is. Each is null where there is too little to draw; a
 * page then says why ({@link Figures}).
 */
public final class Charts {

    private static final double HALF = 0.5;
    private static final int FEWEST = 2;
    private static final double MILLIS_PER_SECOND = 1_000;
    /** A grid line stands at the top of an axis of times. */
    private static final double STEP_SECONDS = 15;

    private static final double ROOM = 0.05;
    private static final double TENTHS = 10;
    private static final double HIGHEST_START = 0.8;

    private Charts() {}

    /** Those that can be drawn. */
    public static List<ChartSpec> all(Analysis analysis) {
        return Stream.concat(
                        Stream.of(
                                trend(analysis),
                                flaky(analysis),
                                passHat(analysis),
                                score(analysis),
                                duration(analysis)),
                        ToneDimension.SIX.stream().map(dimension -> tone(analysis, dimension)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Those that a mail shows, at most three, as far as they can be drawn. */
    public static List<ChartSpec> ofMail(Analysis analysis) {
        return Stream.of(trend(analysis), passHat(analysis))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The pass rate of the nights with its interval, and when scenarios changed. */
    static @Nullable ChartSpec trend(Analysis analysis) {
        ShownNights nights =
                ShownNights.of(analysis.nightNumbers(), night -> night.tally().valid() > 0);
        if (nights.size() < FEWEST) {
            return null;
        }
        List<Level.Shift> shifts = SuiteShifts.shown(analysis, nights.axis());
        List<VersionMark> versions = versions(analysis, nights.axis());
        ChartSpec spec = overNights(
                "trend",
                ChartSpec.Shape.WIDE,
                nights,
                course(
                                "Pass rate",
                                nights,
                                night -> Format.percent(
                                        night.tally().passed(), night.tally().valid()))
                        + SuiteShifts.words(analysis, shifts)
                        + VersionMarks.words(versions),
                null,
                Charts::percent,
                night -> new Value(
                        night.tally().passed() / (double) night.tally().valid(),
                        night.rate().shown().interval()));
        return spec.with(
                List.of(),
                Stream.concat(
                                SuiteShifts.flags(shifts, nights.axis()).stream(),
                                flags(versions, nights.axis()).stream())
                        .toList());
    }

    /** How many scenarios were flaky, judged on each night by the runs up to then. */
    static @Nullable ChartSpec flaky(Analysis analysis) {
        ShownNights nights = ShownNights.of(analysis.nightNumbers(), night -> night.labels() != null);
        return overTime(
                analysis,
                "flaky",
                nights,
                course(
                        "Flaky scenarios",
                        nights,
                        night -> Format.grouped(labels(night).flaky())),
                points -> new ChartSpec.YAxis(0, Math.max(1, highestOf(points)), ChartSpec.Unit.COUNT),
                night -> new Value(labels(night).flaky(), null));
    }

    private static NightLabels labels(NightNumbers night) {
        return Objects.requireNonNull(night.labels());
    }

    /** pass^k of the suite for k = 1, 2, … */
    static @Nullable ChartSpec passHat(Analysis analysis) {
        List<PassHatPoint> curve = analysis.passHat();
        if (curve.size() < FEWEST) {
            return null;
        }
        List<ChartSpec.Point> points = curve.stream()
                .map(point -> new Value(point.value(), point.interval()).at(point.k() - 1))
                .toList();
        return new ChartSpec(
                "pass-hat-k",
                ChartSpec.Shape.WIDE,
                passHatFinding(curve),
                curve.stream().map(point -> "k = " + point.k()).toList(),
                percent(points),
                null,
                points);
    }

    /** The ends of the curve in words. */
    static String passHatFinding(List<PassHatPoint> curve) {
        PassHatPoint last = curve.get(curve.size() - 1);
        return "A call of a scenario passes with a chance of " + percentOf(curve.get(0)) + " on average, " + last.k()
                + " calls in a row with " + percentOf(last) + ".";
    }

    private static String percentOf(PassHatPoint point) {
        return Format.percent(point.value());
    }

    /** One dimension of tone, the mean of each night. */
    static @Nullable ChartSpec tone(Analysis analysis, ToneDimension dimension) {
        ShownNights nights =
                ShownNights.of(analysis.nightNumbers(), night -> night.tone().get(dimension) != null);
        if (nights.size() < FEWEST) {
            return null;
        }
        Interval usual = analysis.usualTone().get(dimension);
        List<ToneChange> changes = analysis.toneEvidence().suite(dimension).changes();
        ChartSpec spec = overNights(
                dimension.field().replace('_', '-'),
                ChartSpec.Shape.SMALL,
                nights,
                toneFinding(analysis, dimension, nights, changes),
                usual == null ? null : new ChartSpec.Usual(usual.low(), usual.high()),
                points -> toneAxis(analysis),
                night -> new Value(Objects.requireNonNull(night.tone().mean(dimension)), null));
        NightAxis days = nights.axis();
        return spec.with(
                changes.stream()
                        .filter(change -> days.shows(change.since()))
                        .map(change -> new ChartSpec.Change(days.place(change.since()), change.firm()))
                        .toList(),
                flags(versions(analysis, days), days));
    }

    private static List<VersionMark> versions(Analysis analysis, NightAxis days) {
        return VersionMarks.shown(VersionMarks.of(analysis), days);
    }

    private static List<ChartSpec.Flag> flags(List<VersionMark> versions, NightAxis days) {
        return versions.stream()
                .map(mark -> new ChartSpec.Flag(days.place(mark.night()), ChartSpec.Kind.VERSION, mark.label()))
                .toList();
    }

    /** The overall scores of each night: median, and the middle eighty of a hundred where there are ten runs. */
    static @Nullable ChartSpec score(Analysis analysis) {
        return spread(
                analysis,
                "score",
                "Median overall score",
                ShownNights.of(analysis.nightNumbers(), night -> night.score() != null),
                NightNumbers::score,
                points -> new ChartSpec.YAxis(0, 1, ChartSpec.Unit.SCORE),
                1,
                Format::score);
    }

    /** How long the calls of each night took, in seconds; as {@link #score}. */
    static @Nullable ChartSpec duration(Analysis analysis) {
        return spread(
                analysis,
                "duration",
                "Median duration of a call",
                ShownNights.of(analysis.nightNumbers(), night -> night.duration() != null),
                NightNumbers::duration,
                points -> new ChartSpec.YAxis(0, highest(points), ChartSpec.Unit.SECONDS),
                1 / MILLIS_PER_SECOND,
                seconds -> Format.duration(Math.round(seconds * MILLIS_PER_SECOND)));
    }

    private static double highestOf(List<ChartSpec.Point> points) {
        return points.stream()
                .mapToDouble(point -> point.high() == null ? point.value() : Math.max(point.value(), point.high()))
                .max()
                .orElse(1);
    }

    private static double highest(List<ChartSpec.Point> points) {
        double highest = highestOf(points);
        return highest > 0 ? Math.ceil(highest / STEP_SECONDS) * STEP_SECONDS : STEP_SECONDS;
    }

    private static @Nullable ChartSpec spread(
            Analysis analysis,
            String name,
            String what,
            ShownNights nights,
            Function<NightNumbers, @Nullable Summary> summary,
            Function<List<ChartSpec.Point>, ChartSpec.YAxis> axis,
            double unit,
            Function<Double, String> words) {
        Function<NightNumbers, Value> value = night -> {
            Summary of = Objects.requireNonNull(summary.apply(night));
            Double low = of.p10();
            Double high = of.p90();
            return new Value(
                    Objects.requireNonNull(of.median()) * unit,
                    low == null || high == null ? null : new Interval(low * unit, high * unit));
        };
        String finding =
                course(what, nights, night -> words.apply(value.apply(night).value()));
        return overTime(analysis, name, nights, finding, axis, value);
    }

    private record Value(double value, @Nullable Interval interval) {

        private ChartSpec.Point at(int place) {
            return new ChartSpec.Point(
                    place, value, interval == null ? null : interval.low(), interval == null ? null : interval.high());
        }
    }

    /** A wide chart with the versions; null for too few nights. */
    private static @Nullable ChartSpec overTime(
            Analysis analysis,
            String name,
            ShownNights nights,
            String finding,
            Function<List<ChartSpec.Point>, ChartSpec.YAxis> axis,
            Function<NightNumbers, Value> value) {
        if (nights.size() < FEWEST) {
            return null;
        }
        List<VersionMark> versions = versions(analysis, nights.axis());
        return overNights(name, ChartSpec.Shape.WIDE, nights, finding + VersionMarks.words(versions), null, axis, value)
                .with(List.of(), flags(versions, nights.axis()));
    }

    /** @param nights at least two */
    private static ChartSpec overNights(
            String name,
            ChartSpec.Shape shape,
            ShownNights nights,
            String finding,
            ChartSpec.@Nullable Usual usual,
            Function<List<ChartSpec.Point>, ChartSpec.YAxis> axis,
            Function<NightNumbers, Value> value) {
        NightAxis days = nights.axis();
        List<ChartSpec.Point> points = new ArrayList<>();
        for (NightNumbers night : nights.nights()) {
            points.add(value.apply(night).at(days.place(night.night())));
        }
        return new ChartSpec(name, shape, finding, days.labels(), axis.apply(points), usual, points);
    }

    /** From a half up where nothing lies below it, else from nothing. */
    private static ChartSpec.YAxis percent(List<ChartSpec.Point> points) {
        double lowest = points.stream()
                .mapToDouble(point -> point.low() == null ? point.value() : Math.min(point.value(), point.low()))
                .min()
                .orElse(0);
        return new ChartSpec.YAxis(lowest >= HALF ? HALF : 0, 1, ChartSpec.Unit.PERCENT);
    }

    /** Where a figure began and where it is now, and on how many days it is not known. */
    private static String course(String what, ShownNights nights, Function<NightNumbers, String> words) {
        if (nights.isEmpty()) {
            return "";
        }
        NightNumbers first = nights.first();
        NightNumbers last = nights.last();
        return what + " " + nights.over() + ": " + words.apply(first) + " on " + Format.shortDate(first.night()) + ", "
                + words.apply(last) + " on " + Format.shortDate(last.night()) + "."
                + nights.axis().gaps(nights.size());
    }

    /** One axis for all six, so that they can be compared: from the tenth that leaves room below the lowest of all. */
    private static ChartSpec.YAxis toneAxis(Analysis analysis) {
        double lowest = 1;
        for (ToneDimension dimension : ToneDimension.SIX) {
            Interval usual = analysis.usualTone().get(dimension);
            lowest = Math.min(lowest, usual == null ? 1 : usual.low());
            for (NightNumbers night : analysis.nightNumbers()) {
                Double mean = night.tone().mean(dimension);
                lowest = Math.min(lowest, mean == null ? 1 : mean);
            }
        }
        double start = Math.floor((lowest - ROOM) * TENTHS) / TENTHS;
        return new ChartSpec.YAxis(Math.min(HIGHEST_START, Math.max(0, start)), 1, ChartSpec.Unit.SCORE);
    }

    private static String toneFinding(
            Analysis analysis, ToneDimension dimension, ShownNights nights, List<ToneChange> changes) {
        NightNumbers last = nights.last();
        double mean = Objects.requireNonNull(last.tone().mean(dimension));
        Interval usual = analysis.usualTone().get(dimension);
        String now = dimension.title() + " " + Format.score(mean) + " on " + Format.shortDate(last.night())
                + (usual == null || !last.night().equals(analysis.night())
                        ? "."
                        : ", " + Usual.side(mean, usual).word() + " its usual " + Usual.words(usual) + ".");
        return changes.isEmpty()
                ? now
                : now + " Its level: "
                        + changes.stream().map(ToneChangeWords::course).collect(Collectors.joining("; "))
                        + ".";
    }
}
