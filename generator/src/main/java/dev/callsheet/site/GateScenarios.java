package dev.callsheet.site;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.report.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the gate's rules say of the scenarios that they name: all of the first one, and how many more there are. */
final class GateScenarios {

    private static final int MOST_NAMES = 3;
    /** In code points; a sentence must stay one. */
    private static final int LONGEST_NAME = 120;

    private final @Nullable LocalDate night;
    private final GateResult gate;
    private final Map<String, ScenarioNumbers> scenarios;
    private final UnaryOperator<String> label;

    /** @param label what scenarios are called, by id */
    GateScenarios(Report report, UnaryOperator<String> label) {
        this.night = report.analysis().night();
        this.gate = report.gate();
        this.scenarios = report.scenariosById();
        this.label = id -> Shortened.of(label.apply(id), LONGEST_NAME);
    }

    /** "Cancel an appointment, required for promotion, passed 1 of 5 tonight after 81 of 81, and 2 more are worse or broken". */
    String worse(RuleResult result) {
        return subject(result)
                + fell(first(result))
                + (result.rule() == GateRule.ANY_WORSE
                        ? more(result, " got worse")
                        : more(
                                result,
                                result.scenarios().size() == 2 ? " is worse or broken" : " are worse or broken"));
    }

    private String fell(ScenarioNumbers scenario) {
        return fell(scenario, night);
    }

    /** "passed 1 of 5 tonight after 81 of 81". */
    static String fell(ScenarioNumbers scenario, @Nullable LocalDate night) {
        Decision decision = scenario.decision();
        Rate before = decision.beforeEvent();
        Rate since = decision.sinceEvent();
        if (decision.event() == Event.REGRESSED && before != null && since != null) {
            return "passed " + of(since) + Verdicts.when(decision, night) + " after " + of(before);
        }
        Decision.Regime judged = Objects.requireNonNull(decision.judged());
        return "passed " + of(judged.rate()) + Verdicts.when(judged.since(), night);
    }

    /** "Cancel an appointment, required for promotion, passed 3 of 5 tonight, of which 4 must". */
    String tooFewPassed(RuleResult result) {
        return subject(result) + tooFewPassed(first(result), gate.limits()) + more(result, " passed too few");
    }

    /** "passed 3 of 5 tonight, of which 4 must". */
    static String tooFewPassed(ScenarioNumbers scenario, GateLimits limits) {
        Rate tonight = Rate.of(scenario.tonight());
        return "passed " + of(tonight) + " tonight, of which " + Format.grouped(limits.needed(tonight.n())) + " must";
    }

    /** "Cancel an appointment, required for promotion, has no result tonight". */
    String undecided(RuleResult result) {
        ScenarioNumbers scenario = scenarios.get(result.scenarios().get(0));
        if (scenario == null) {
            return subject(result) + "is not among the scenarios that were loaded" + more(result, " cannot be judged");
        }
        Decision.Regime judged = scenario.decision().judged();
        String why;
        if (scenario.tonight().valid() == 0 || judged == null) {
            why = "has no result tonight";
        } else if (scenario.decision().onlyErrorsTonight()) {
            why = "has no result tonight but in a batch of which nearly all runs errored";
        } else {
            why = "failed "
                    + of(Rate.of(
                            judged.rate().n() - judged.rate().passed(),
                            judged.rate().n())) + Verdicts.when(judged.since(), night) + ", too few to tell";
        }
        return subject(result) + why + more(result, " cannot be judged");
    }

    /** "2 of 12 required scenarios pass, not yet proven: Cancel an appointment, Ask for the price". */
    String unproven(RuleResult result) {
        if (result.scenarios().isEmpty()) {
            return none(result, "passes without being proven");
        }
        List<String> names =
                result.scenarios().stream().limit(MOST_NAMES).map(label).toList();
        int more = result.scenarios().size() - names.size();
        return GateFigures.counted(result, "required scenario") + (GateFigures.count(result) == 1 ? " passes" : " pass")
                + ", not yet proven: " + String.join(", ", names)
                + (more == 0 ? "" : " and " + Format.grouped(more) + " more");
    }

    /** "Of 12 required scenarios none got worse". */
    String none(RuleResult result, String what) {
        if (GateFigures.n(result) > 0) {
            return "Of " + Format.count(GateFigures.n(result), "required scenario") + " none " + what;
        }
        if (result.rule() == GateRule.REQUIRED_TONIGHT) {
            return "No required scenario has a result tonight";
        }
        return gate.with(Mute.State.ACTIVE).stream().map(Mute::scenario).anyMatch(this::isRequired)
                ? "All required scenarios are muted"
                : "No scenario is required for promotion";
    }

    private boolean isRequired(String id) {
        ScenarioNumbers scenario = scenarios.get(id);
        return gate.limits().required().contains(id) || (scenario != null && Objects.equals(scenario.required(), true));
    }

    private String subject(RuleResult result) {
        String id = result.scenarios().get(0);
        String name = label.apply(id);
        return result.rule() == GateRule.ANY_WORSE ? name + " " : name + required(scenarios.get(id));
    }

    private static String required(@Nullable ScenarioNumbers scenario) {
        return ", " + requiredBy(scenario) + ", ";
    }

    /** "required for promotion". */
    static String requiredBy(@Nullable ScenarioNumbers scenario) {
        return scenario != null && Objects.equals(scenario.required(), true)
                ? "required for promotion"
                : "required by the configuration";
    }

    private ScenarioNumbers first(RuleResult result) {
        return Objects.requireNonNull(scenarios.get(result.scenarios().get(0)));
    }

    private static String more(RuleResult result, String what) {
        int more = result.scenarios().size() - 1;
        return more == 0 ? "" : ", and " + Format.grouped(more) + " more" + what;
    }

    private static String of(Rate rate) {
        return Format.grouped(rate.passed()) + " of " + Format.grouped(rate.n());
    }
}
