package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.NightEntry;
import dev.callsheet.stats.Interval;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Small drawings in rows of tables: strips, bands, sparks, heat. */
class MarksTest {

    private static final LocalDate LAST = LocalDate.parse("2026-04-30");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aStripHasAColumnForEachNightAsHighAsItsRate() {
        Cell.Strip strip = strip(
                run("a").at("2026-04-29"),
                run("b").at("2026-04-30"),
                run("c").at("2026-04-30").failed());
        assertThat(strip.upper()).isEqualTo("M140 16v-16.0h4V16zM145 16v-8.0h4V16z");
        assertThat(strip.lower()).isEmpty();
        assertThat(strip.width()).isEqualTo(150);
        assertThat(strip.description()).isEqualTo("pass rate on 2 nights of the last 30 days, below half on none");
    }

    @Test
    void aNightThatNeverPassedCanStillBeSeen() {
        Cell.Strip strip = strip(run("a").at("2026-04-30").failed());
        assertThat(strip.upper()).isEmpty();
        assertThat(strip.lower()).isEqualTo("M145 16v-1.5h4V16z");
        assertThat(strip.description()).isEqualTo("pass rate on 1 night of the last 30 days, below half on 1");
    }

    @Test
    void aNightOfErrorsIsNoRateAndADayWithoutRunsAGap() {
        Cell.Strip strip =
                strip(run("a").at("2026-04-28"), run("b").at("2026-04-30").errored());
        assertThat(strip.upper()).isEqualTo("M135 16v-16.0h4V16z");
        assertThat(strip.without()).isEqualTo("M145 16v-1.5h4V16z");
    }

    @Test
    void aStripGoesBackThirtyDays() {
        assertThat(strip(run("a").at("2026-04-01")).upper()).startsWith("M0 16");
        Cell.Strip none = strip(run("a").at("2026-03-31"), run("b").at("2026-05-01"));
        assertThat(none.upper()).isEmpty();
        assertThat(none.description()).isEqualTo("no result in the last 30 days");
    }

    @Test
    void aBandSpansTheAxisFromEndToEnd() {
        Cell.Band whole = band(1.0, new Interval(0, 1), 0);
        assertThat(whole.usual()).isEqualTo("4.0");
        assertThat(whole.usualWidth()).isEqualTo("122.0");
        assertThat(whole.value()).isEqualTo("126.0");
        assertThat(Band.AXIS_LEFT + Band.AXIS_WIDTH).isLessThan(Band.WIDTH);
        Cell.Band upper = band(0.75, new Interval(0.5, 1), 0.5);
        assertThat(upper.usual()).isEqualTo("4.0");
        assertThat(upper.usualWidth()).isEqualTo("122.0");
        assertThat(upper.value()).isEqualTo("65.0");
    }

    @Test
    void aBandOfOnePointCanStillBeSeen() {
        assertThat(band(0.9, new Interval(0.9, 0.9), 0).usualWidth()).isEqualTo("2.0");
    }

    @Test
    void aBandSaysWhatItDraws() {
        assertThat(band(0.9, new Interval(0.85, 0.95), 0).description())
                .isEqualTo("Empathy 0.900, usual 0.850 to 0.950");
        assertThat(band(0.9, null, 0).description()).isEqualTo("Empathy 0.900, no usual range known");
        Cell.Band nothing = band(null, new Interval(0.85, 0.95), 0);
        assertThat(nothing.description()).isEqualTo("Empathy –, usual 0.850 to 0.950");
        assertThat(nothing.value()).isNull();
        assertThat(nothing.outside()).isFalse();
    }

    @Test
    void outsideIsWhatTheFiguresShowAsOutside() {
        Interval usual = new Interval(0.85, 0.95);
        assertThat(band(0.849, usual, 0).outside()).isTrue();
        assertThat(band(0.951, usual, 0).outside()).isTrue();
        assertThat(band(0.8496, usual, 0).outside()).isFalse(); // shown as 0.850
        assertThat(Usual.side(0.84949, usual)).isEqualTo(Usual.Side.BELOW);
        assertThat(Usual.side(0.95049, usual)).isEqualTo(Usual.Side.WITHIN);
        assertThat(Usual.side(0.9505, usual)).isEqualTo(Usual.Side.ABOVE);
    }

    @Test
    void aSparkJoinsNightsInARowAndMarksTheNewest() {
        Cell.Spark spark = spark(Map.of("2026-04-28", 0.5, "2026-04-29", 1.0, "2026-04-30", 0.0));
        assertThat(spark.line()).isEqualTo("M111 11.0L115 3.0L119 19.0");
        assertThat(spark.dots()).isEqualTo("M119 19.0h0");
        assertThat(spark.width()).isEqualTo(122);
        assertThat(spark.description()).isEqualTo("tone on 3 nights of the last 30 days, last 0.000");
    }

    @Test
    void aNightWithoutAValueBreaksTheLine() {
        Cell.Spark spark = spark(Map.of("2026-04-25", 1.0, "2026-04-27", 1.0, "2026-04-28", 1.0, "2026-04-30", 1.0));
        assertThat(spark.line()).isEqualTo("M107 3.0L111 3.0");
        assertThat(spark.dots()).isEqualTo("M99 3.0h0M119 3.0h0");
    }

    @Test
    void twoValuesAreDotsAndNoCourse() {
        Cell.Spark spark = spark(Map.of("2026-04-29", 1.0, "2026-04-30", 1.0));
        assertThat(spark.line()).isEmpty();
        assertThat(spark.dots()).isEqualTo("M115 3.0h0M119 3.0h0");
    }

    @Test
    void aSparkGoesBackThirtyDays() {
        assertThat(spark(Map.of("2026-04-01", 1.0)).dots()).isEqualTo("M3 3.0h0");
        Cell.Spark none = spark(Map.of("2026-03-31", 1.0, "2026-05-01", 1.0));
        assertThat(none.dots()).isEmpty();
        assertThat(none.description()).isEqualTo("tone: no score in the last 30 days");
    }

    @Test
    void theLowerAScoreTheDarkerItsGround() {
        assertThat(Cell.heat(1.0)).isEqualTo(new Cell.Heat("1.000", 0));
        assertThat(Cell.heat(0.9)).isEqualTo(new Cell.Heat("0.900", 0));
        assertThat(Cell.heat(0.899)).isEqualTo(new Cell.Heat("0.899", 1));
        assertThat(Cell.heat(0.8)).isEqualTo(new Cell.Heat("0.800", 1));
        assertThat(Cell.heat(0.7)).isEqualTo(new Cell.Heat("0.700", 2));
        assertThat(Cell.heat(0.6)).isEqualTo(new Cell.Heat("0.600", 3));
        assertThat(Cell.heat(0.599)).isEqualTo(new Cell.Heat("0.599", 4));
        assertThat(Cell.heat(0.0)).isEqualTo(new Cell.Heat("0.000", 4));
        assertThat(Cell.heat(0.8999)).as("as shown").isEqualTo(new Cell.Heat("0.900", 0));
        assertThat(Cell.heat(null)).isEqualTo(Cell.text("–"));
    }

    private Cell.Strip strip(Given... runs) {
        List<NightEntry> entries =
                Plans.analysis(corpora.of(runs)).scenarios().get(0).entries();
        return (Cell.Strip) Strip.cell(entries, LAST);
    }

    private static Cell.Band band(@Nullable Double value, @Nullable Interval usual, double start) {
        return (Cell.Band) Band.cell("Empathy", value, usual, start);
    }

    private static Cell.Spark spark(Map<String, Double> values) {
        TreeMap<LocalDate, Double> byNight = new TreeMap<>();
        values.forEach((night, value) -> byNight.put(LocalDate.parse(night), value));
        return (Cell.Spark) Spark.cell("tone", byNight, LAST);
    }
}
