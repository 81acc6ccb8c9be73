package dev.callsheet.site;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.ScenarioNumbers;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one vocabulary for what is claimed of scenarios, on every page and in every file for people. */
final class Verdicts {

    private static final String OF_CHANGES = "rule-3-2";
    private static final String OF_TONIGHT = "rule-3-3";
    private static final String OF_STATES = "rule-3-4";
    private static final String OF_EVENTS = "rule-3-5";

    private Verdicts() {}

    /** The scenario's headline, linked to its rule. */
    static Cell label(PageContext context, ScenarioNumbers scenario) {
        return label(state(context, scenario), rule(context, rule(scenario.decision())));
    }

    /** A state, linked to its rule where that can be reached. */
    static Cell label(Cell.State state, Link rule) {
        return rule.href() == null ? state : new Cell.Label(state, rule);
    }

    static Cell.State state(PageContext context, ScenarioNumbers scenario) {
        return state(scenario.decision(), context.report().analysis().night());
    }

    static Cell.State state(Decision decision, @Nullable LocalDate night) {
        return new Cell.State(mark(decision), words(decision, night));
    }

    /** A rule of the Method page. */
    static Link rule(PageContext context, String id) {
        String method = context.href(SitePaths.METHOD);
        String text = "rule " + id.substring("rule-".length()).replace('-', '.');
        return method == null ? Link.plain(text) : Link.to(method + "#" + id, text);
    }

    /** The same after some words. */
    static Link rule(PageContext context, String words, String id) {
        Link rule = rule(context, id);
        return new Link(rule.href(), words + ": " + rule.text(), false);
    }

    static String rule(Decision decision) {
        return switch (decision.headline()) {
            case REGRESSED, FIXED -> decision.isTonight() ? OF_TONIGHT : OF_CHANGES;
            case NEW -> OF_EVENTS;
            case BROKEN, FLAKY, SUSPECT, INSUFFICIENT, RELIABLE, INFRA, NO_DATA -> OF_STATES;
        };
    }

    private static Mark mark(Decision decision) {
        return switch (decision.headline()) {
            case REGRESSED, BROKEN -> Mark.FAIL;
            case FLAKY -> Mark.MIXED;
            case SUSPECT -> Mark.MIXED_UNPROVEN;
            case RELIABLE, FIXED -> Mark.PASS;
            case INSUFFICIENT -> hasPassed(decision) ? Mark.PASS_UNPROVEN : Mark.FAIL_UNPROVEN;
            case NEW -> Mark.NEW;
            case INFRA -> Mark.ERROR;
            case NO_DATA -> Mark.NONE;
        };
    }

    /** "got worse since 12 Apr", "flaky"; dated where it did not happen on the night of the report. */
    static String words(Decision decision, @Nullable LocalDate night) {
        return switch (decision.headline()) {
            case REGRESSED -> "got worse" + when(decision, night);
            case FIXED -> "fixed" + when(decision, night);
            case BROKEN -> hasPassed(decision) ? "mostly fails" : "always fails";
            case FLAKY -> "flaky" + better(decision, night);
            case SUSPECT -> "mixed, not proven" + better(decision, night);
            case RELIABLE -> "reliable";
            case INSUFFICIENT -> unproven(decision);
            case NEW -> "new, " + unproven(decision);
            case INFRA -> "errors only";
            case NO_DATA -> "not run";
        };
    }

    /** The headline as a sentence about the scenario. */
    static String sentence(String label, ScenarioNumbers scenario, @Nullable LocalDate night) {
        Decision decision = scenario.decision();
        return switch (decision.headline()) {
            case REGRESSED -> label + " got worse" + when(decision, night) + ".";
            case FIXED -> label + " is fixed" + when(decision, night) + ".";
            case BROKEN -> label + (hasPassed(decision) ? " mostly fails." : " always fails.");
            case FLAKY -> label + " is flaky" + better(decision, night) + ".";
            case SUSPECT -> label + " is mixed" + better(decision, night) + "; whether it is flaky is not proven.";
            case RELIABLE -> label + " is reliable.";
            case INSUFFICIENT ->
                label + (hasPassed(decision) ? " passes" : " fails") + ", but too few runs to prove it.";
            case NEW ->
                label + " is new and " + (hasPassed(decision) ? "passes" : "fails") + "; too few runs to prove it.";
            case INFRA -> label + " brought nothing but errors.";
            case NO_DATA ->
                scenario.runs().isEmpty() ? "No run of " + label + " was loaded." : label + " has no result.";
        };
    }

    private static String better(Decision decision, @Nullable LocalDate night) {
        return decision.event() == Event.IMPROVED ? ", but better" + when(decision, night) : "";
    }

    private static String unproven(Decision decision) {
        return hasPassed(decision) ? "passing, not yet proven" : "failing, not yet proven";
    }

    static String when(Decision decision, @Nullable LocalDate night) {
        return when(Objects.requireNonNull(decision.eventSince()), night);
    }

    /** " tonight", " since 12 Apr". */
    static String when(LocalDate since, @Nullable LocalDate night) {
        return since.equals(night) ? " tonight" : " since " + Format.shortDate(since);
    }

    private static boolean hasPassed(Decision decision) {
        return decision.judged() != null && decision.judged().rate().passed() > 0;
    }
}
