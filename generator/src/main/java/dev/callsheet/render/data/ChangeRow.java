package dev.callsheet.render.data;

import dev.callsheet.metrics.Comparison;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.NightComparison;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.report.Report;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scenario compared with what it was: the plain fact of two nights, and what of it chance does not explain.
 *
 * @param against the night compared with; null when there is none
 * @param fact what its runs did on both nights; null without two nights to compare
 * @param before the runs before its event or, without one, those that tonight is held against
 * @param after the runs since its event or, without one, those of tonight
 * @param nights the two nights alone; null unless it has a result on both
 */
record ChangeRow(
        ScenarioNumbers scenario,
        @Nullable LocalDate against,
        @Nullable String fact,
        Rate before,
        Rate after,
        Comparison.@Nullable Pair nights) {

    /** Scenarios with a result on either night, or with an event that is a change; by id. */
    static List<ChangeRow> all(Report report) {
        NightNumbers tonight = report.analysis().tonight();
        LocalDate against = tonight == null ? null : tonight.against();
        Map<String, String> facts = facts(tonight == null ? null : tonight.changes());
        Map<String, Comparison.Pair> pairs =
                pairs(report.analysis().comparisons().previous());
        List<ChangeRow> rows = new ArrayList<>();
        for (ScenarioNumbers scenario : report.scenariosById().values()) {
            String fact = facts.get(scenario.id());
            if (fact != null
                    || scenario.tonight().valid() > 0
                    || verdict(scenario.decision().event()) != null) {
                rows.add(of(scenario, against, fact, pairs.get(scenario.id())));
            }
        }
        return rows;
    }

    private static ChangeRow of(
            ScenarioNumbers scenario,
            @Nullable LocalDate against,
            @Nullable String fact,
            Comparison.@Nullable Pair nights) {
        Decision decision = scenario.decision();
        if (verdict(decision.event()) != null) {
            return new ChangeRow(
                    scenario,
                    against,
                    fact,
                    Objects.requireNonNull(decision.beforeEvent()),
                    Objects.requireNonNull(decision.sinceEvent()),
                    nights);
        }
        Decision.TonightTest test = decision.tonight();
        return new ChangeRow(
                scenario,
                against,
                fact,
                test == null ? scenario.earlier() : test.before(),
                Rate.of(scenario.tonight()),
                nights);
    }

    private static Map<String, Comparison.Pair> pairs(@Nullable NightComparison nights) {
        return nights == null
                ? Map.of()
                : nights.comparison().pairs().stream().collect(Collectors.toMap(Comparison.Pair::scenarioId, p -> p));
    }

    private static Map<String, String> facts(@Nullable RunChanges changes) {
        Map<String, String> facts = new TreeMap<>();
        if (changes != null) {
            changes.newlyFailing().forEach(id -> facts.put(id, "newly_failing"));
            changes.newlyPassing().forEach(id -> facts.put(id, "newly_passing"));
            changes.stillFailing().forEach(id -> facts.put(id, "still_failing"));
            changes.stillPassing().forEach(id -> facts.put(id, "still_passing"));
            changes.stillMixed().forEach(id -> facts.put(id, "still_mixed"));
            changes.added().forEach(id -> facts.put(id, "new"));
            changes.missing().forEach(id -> facts.put(id, "not_run"));
        }
        return facts;
    }

    /** Which way it changed; null for what is no change, or none that chance would not explain. */
    static @Nullable String verdict(Event event) {
        return switch (event) {
            case REGRESSED -> "worse";
            case FIXED, IMPROVED -> "better";
            case NEW, NONE -> null;
        };
    }

    /** How often chance alone would bring the scenario's change; null without one. */
    static @Nullable Double eventP(Decision decision) {
        return verdict(decision.event()) == null ? null : (Double) decision.eventP();
    }

    /** The change of the pass rate; null when either side has no run. */
    @Nullable
    NewcombeDifference difference() {
        return NewcombeDifference.of(new Trials(after.passed(), after.n()), new Trials(before.passed(), before.n()));
    }

    /** How often chance alone would bring the event or, without one, a night so bad, or so good if it was better. */
    @Nullable
    Double p() {
        Double event = eventP(scenario.decision());
        Decision.TonightTest test = scenario.decision().tonight();
        return event != null || test == null ? event : (Double) (isBetter() ? test.rise() : test.drop());
    }

    /** The same adjusted for asking it of every scenario; null for a change that only several nights show. */
    @Nullable
    Double q() {
        Decision decision = scenario.decision();
        Decision.TonightTest test = decision.tonight();
        if (test == null || (verdict(decision.event()) != null && !decision.isTonight())) {
            return null;
        }
        return isBetter() ? test.riseQ() : test.dropQ();
    }

    private boolean isBetter() {
        return after.passed() * before.n() > before.passed() * after.n();
    }
}
