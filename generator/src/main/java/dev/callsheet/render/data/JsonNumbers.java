package dev.callsheet.render.data;

import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.SuiteRate;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Summary;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Members that stand in several objects of {@code report.json}. */
final class JsonNumbers {

    private JsonNumbers() {}

    /** Counts by status but passed and failed, which stand with the rate. */
    static void notCounted(JsonMembers json, Tally tally) {
        json.number("error", tally.error());
        json.number("cancelled", tally.cancelled());
        json.number("unfinished", tally.unfinished());
        json.number("unknown", tally.unknown());
    }

    /** All counts by status, and the pass rate of the valid runs. */
    static void counts(JsonMembers json, Tally tally) {
        Rate rate = Rate.of(tally);
        json.number("n", rate.n());
        json.number("passed", tally.passed());
        json.number("failed", tally.failed());
        notCounted(json, tally);
        rate(json, rate);
    }

    static void rate(JsonMembers json, Rate rate) {
        json.number("rate", rate.value());
        json.number("wilson_low", Numerals.low(rate.interval()));
        json.number("wilson_high", Numerals.high(rate.interval()));
    }

    static void clustered(JsonMembers json, SuiteRate rate) {
        json.number("clustered_low", Numerals.low(rate.clustered().interval()));
        json.number("clustered_high", Numerals.high(rate.clustered().interval()));
        json.number("design_effect", rate.clustered().designEffect());
    }

    /** A summary; n is 0 and the rest undefined when there is none. */
    static void summary(JsonMembers json, @Nullable Summary summary) {
        json.number("n", summary == null ? 0 : summary.n());
        json.number("mean", summary == null ? null : summary.mean());
        json.number("median", summary == null ? null : summary.median());
        json.number("sd", summary == null ? null : summary.sampleSd());
        json.number("population_sd", summary == null ? null : summary.populationSd());
        json.number("min", summary == null ? null : summary.min());
        json.number("max", summary == null ? null : summary.max());
    }

    static void tone(JsonMembers json, ToneNumbers tone, ToneDimension dimension) {
        ToneNumbers.Dimension numbers = tone.get(dimension);
        json.number("n", numbers == null ? 0 : numbers.summary().n());
        json.number("mean", numbers == null ? null : numbers.mean());
        json.number("micro_mean", numbers == null ? null : numbers.summary().mean());
        json.number("low", numbers == null ? null : Numerals.low(numbers.interval()));
        json.number("high", numbers == null ? null : Numerals.high(numbers.interval()));
        json.number("sd", numbers == null ? null : numbers.summary().sampleSd());
        json.number("min", numbers == null ? null : numbers.summary().min());
    }

    /** The lists of scenario ids of a comparison; empty without one. */
    static void changes(JsonMembers json, @Nullable RunChanges changes) {
        json.texts("new", ids(changes, RunChanges::added));
        json.texts("not_run", ids(changes, RunChanges::missing));
        json.texts("newly_failing", ids(changes, RunChanges::newlyFailing));
        json.texts("newly_passing", ids(changes, RunChanges::newlyPassing));
        json.texts("still_failing", ids(changes, RunChanges::stillFailing));
    }

    static List<String> ids(@Nullable RunChanges changes, Function<RunChanges, List<String>> list) {
        return changes == null ? List.of() : list.apply(changes);
    }
}
