package dev.callsheet.gate;

import dev.callsheet.metrics.ScenarioNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found.
 *
 * @param value what was compared with the limit; null when there was nothing to measure, or the rule has no limit
 * @param limit null for a rule without one
 * @param count how many of {@code n} the rule is about, both null where it counts nothing: scenarios that it names, of
 *     those it looked at; runs with a result, errored or cancelled runs, passed runs, bad-sounding runs, runs that met
 *     their turn limit
 * @param scenarios ids of those that the rule names, the most telling first: those that got worse as in
 *     {@link dev.callsheet.metrics.SuiteChanges}, for {@link GateRule#REQUIRED_TONIGHT} the lowest pass rate, then by
 *     name and id
 */
public record RuleResult(
        GateRule rule,
        Verdict verdict,
        @Nullable Double value,
        @Nullable Double limit,
        @Nullable Long count,
        @Nullable Long n,
        List<String> scenarios) {

    public RuleResult {
        scenarios = List.copyOf(scenarios);
    }

    /** Of a rule that looks for scenarios: its verdict if it names any, else a pass. */
    static RuleResult naming(GateRule rule, Verdict ifAny, List<ScenarioNumbers> named, List<ScenarioNumbers> of) {
        return new RuleResult(
                rule,
                named.isEmpty() ? Verdict.PASS : ifAny,
                null,
                null,
                (long) named.size(),
                (long) of.size(),
                named.stream().map(ScenarioNumbers::id).toList());
    }

    /** Of a rule that measures something about {@code count} of {@code n}. */
    static RuleResult measuring(
            GateRule rule, Verdict verdict, @Nullable Double value, @Nullable Double limit, long count, long n) {
        return new RuleResult(rule, verdict, value, limit, count, n, List.of());
    }
}
