package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Comparison;
import dev.callsheet.metrics.Comparisons;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.SuiteChanges;
import dev.callsheet.metrics.VersionComparison;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The object {@code changes} of {@code report.json}: lists of scenario ids, and what they rest on. */
final class ChangesJson {

    private final JsonMembers json;
    private final Analysis analysis;

    ChangesJson(JsonMembers json, Analysis analysis) {
        this.json = json;
        this.analysis = analysis;
    }

    /**
     * Facts are empty lists when there is no earlier night to compare with; {@code against} is null then. What changed
     * has begun earlier then, for tonight brought nothing that could be compared.
     */
    void members() {
        NightNumbers tonight = analysis.tonight();
        RunChanges facts = tonight == null ? null : tonight.changes();
        Comparisons comparisons = analysis.comparisons();
        NightComparison previous = comparisons.previous();
        SuiteChanges real = analysis.changes();
        LocalDate against = tonight == null ? null : tonight.against();
        List<String> worse = ids(SuiteChanges.after(against, real.worse()));
        List<String> better = ids(SuiteChanges.after(against, real.better()));
        json.text("against", against);
        json.texts("worse", worse);
        json.texts("better", better);
        json.texts("worse_since_earlier", others(real.worse(), worse));
        json.texts("better_since_earlier", others(real.better(), better));
        ranOnce(previous);
        json.texts("newly_failing", JsonNumbers.ids(facts, RunChanges::newlyFailing));
        json.texts("newly_passing", JsonNumbers.ids(facts, RunChanges::newlyPassing));
        json.texts("still_failing", JsonNumbers.ids(facts, RunChanges::stillFailing));
        compared(previous == null ? null : previous.comparison());
        Comparisons.Baseline baseline = comparisons.baseline();
        if (baseline == null) {
            json.undefined("baseline");
        } else {
            json.object("baseline", () -> baseline(baseline));
        }
        json.objects("versions", comparisons.versions(), this::version);
    }

    private static List<String> others(List<ScenarioNumbers> all, List<String> some) {
        return ids(all).stream().filter(id -> !some.contains(id)).toList();
    }

    private static List<String> ids(List<ScenarioNumbers> scenarios) {
        return scenarios.stream().map(ScenarioNumbers::id).toList();
    }

    private void baseline(Comparisons.Baseline baseline) {
        NightComparison nights = baseline.nights();
        json.text("asked", baseline.asked());
        json.text("night", nights == null ? null : nights.against());
        json.texts("worse", moved(nights, NightComparison::worse));
        json.texts("better", moved(nights, NightComparison::better));
        ranOnce(nights);
        compared(nights == null ? null : nights.comparison());
    }

    private static List<String> moved(
            @Nullable NightComparison nights, Function<NightComparison, List<NightComparison.Moved>> list) {
        return nights == null
                ? List.of()
                : list.apply(nights).stream()
                        .map(moved -> moved.scenario().id())
                        .toList();
    }

    /** Scenarios with a verdict on one of two nights only. */
    private void ranOnce(@Nullable NightComparison nights) {
        json.texts("new", nights == null ? List.of() : nights.fresh());
        json.texts("returned", nights == null ? List.of() : nights.returned());
        json.texts("gone", nights == null ? List.of() : nights.gone());
        json.texts("not_run", nights == null ? List.of() : nights.notRun());
    }

    private void version(VersionComparison versions) {
        json.text("pathway_id", versions.pathwayId().isEmpty() ? null : versions.pathwayId());
        json.text("before", versions.before());
        json.text("now", versions.now());
        json.text("since", versions.since());
        json.texts("only_before", versions.comparison().onlyBefore());
        json.texts("only_now", versions.comparison().onlyNow());
        json.texts("coinciding", versions.coinciding().keySet());
        compared(versions.comparison());
    }

    private void compared(@Nullable Comparison comparison) {
        json.objects("compared", comparison == null ? List.of() : comparison.pairs(), this::pair);
        if (comparison == null) {
            json.undefined("paired");
        } else {
            json.object("paired", () -> mean(comparison.mean()));
        }
    }

    private void pair(Comparison.Pair pair) {
        json.text("scenario_id", pair.scenarioId());
        json.object("before", () -> counts(pair.before()));
        json.object("now", () -> counts(pair.now()));
        json.number("difference", pair.difference().difference());
        json.number("low", pair.difference().interval().low());
        json.number("high", pair.difference().interval().high());
        json.number("p", pair.p());
        json.number("q", pair.q());
        json.bool("real", pair.real());
        json.number("smallest_visible", pair.smallestVisible());
    }

    private void counts(Rate rate) {
        json.number("passed", rate.passed());
        json.number("n", rate.n());
    }

    private void mean(Comparison.Mean mean) {
        json.number("scenarios", mean.difference().pairs());
        json.number("mean", mean.difference().mean());
        json.number("low", Numerals.low(mean.difference().interval()));
        json.number("high", Numerals.high(mean.difference().interval()));
        json.number("p", mean.p());
        json.text("test", mean.test().name().toLowerCase(Locale.ROOT));
        json.number("smallest_visible", mean.difference().smallestVisible());
    }
}
