package dev.callsheet.site;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The rules of the gate and what each found. */
final class GateTable {

    private static final int MOST_LINKS = 5;

    private GateTable() {}

    static Section section(PageContext context) {
        GateResult gate = context.report().gate();
        GateWords words = new GateWords(context.report(), context::label);
        return new Section(
                "gate",
                "Gate",
                note(gate),
                Table.of(
                        "Rules of the gate, what each found and on what evidence",
                        gate.rules(),
                        List.of(
                                Table.Column.text("Rule", r -> rule(context, r.rule())),
                                Table.Column.shortText("Verdict", r -> state(r.verdict())),
                                Table.Column.text("Evidence", r -> Cell.text(words.sentence(r))),
                                Table.Column.text("Scenarios", r -> scenarios(context, r)))),
                "");
    }

    /** Every mute of the configuration, what it is worth and who answers for it. */
    static Section mutes(PageContext context) {
        return new LongTable<>(
                        "mutes",
                        "Muted",
                        "known issues that the gate leaves out, by the configuration",
                        "Mutes, what each is worth, who answers for it and until when",
                        context.report().gate().mutes(),
                        List.of(
                                Table.Column.text(
                                        "Scenario",
                                        m -> context.scenario(m.mute().scenario())),
                                Table.Column.shortText("State", m -> Cell.text(MuteWords.word(m.state()))),
                                Table.Column.shortText(
                                        "Until",
                                        m -> Cell.text(Format.longDate(m.mute().until()))),
                                Table.Column.text(
                                        "Owner", m -> Cell.text(m.mute().owner())),
                                Table.Column.text(
                                        "Reason", m -> Cell.text(m.mute().reason()))),
                        "")
                .only("data/report.json");
    }

    /** "failed", "passed, 2 warnings". */
    private static String note(GateResult gate) {
        String verdict = GateSummary.word(gate.verdict());
        int warnings = gate.with(Verdict.WARN).size();
        return warnings == 0 ? verdict : verdict + ", " + Format.count(warnings, "warning");
    }

    private static Cell rule(PageContext context, GateRule rule) {
        Heading heading = heading(rule);
        return Cell.link(Verdicts.rule(context, heading.anchor).href(), heading.title);
    }

    /** Where a rule stands on the Method page. */
    static String anchor(GateRule rule) {
        return heading(rule).anchor;
    }

    /** What a rule is called. */
    static String title(GateRule rule) {
        return heading(rule).title;
    }

    /** Where a rule stands on the Method page, and what it is called here. */
    private record Heading(String anchor, String title) {}

    private static Heading heading(GateRule rule) {
        return switch (rule) {
            case NIGHT_HAS_RESULTS -> new Heading("rule-10-2", "Results tonight");
            case FETCH_COMPLETE -> new Heading("rule-10-3", "Fetch");
            case INFRASTRUCTURE -> new Heading("rule-10-4", "Errors");
            case REQUIRED_WORSE -> new Heading("rule-10-5", "Required ones that got worse");
            case REQUIRED_TONIGHT -> new Heading("rule-10-6", "Required ones tonight");
            case REQUIRED_EVIDENCE -> new Heading("rule-10-7", "Required ones without a verdict");
            case REQUIRED_UNPROVEN -> new Heading("rule-10-8", "Required ones not yet proven");
            case ANY_WORSE -> new Heading("rule-10-9", "Any that got worse");
            case SUITE_RATE -> new Heading("rule-10-10", "Pass rate");
            case FLAKY_COUNT -> new Heading("rule-10-11", "Flaky scenarios");
            case TONE_DROP -> new Heading("rule-10-12", "Tone");
            case TONE_BUDGET -> new Heading("rule-10-13", "Calls that sound bad");
            case TURN_LIMIT -> new Heading("rule-10-14", "Turn limit");
            case FLAKE_RISK -> new Heading("rule-10-15", "Risk by flakiness");
        };
    }

    private static Cell state(Verdict verdict) {
        Mark mark = switch (verdict) {
            case PASS -> Mark.PASS;
            case WARN -> Mark.MIXED;
            case FAIL -> Mark.FAIL;
            case INCONCLUSIVE -> Mark.OPEN;
        };
        return new Cell.State(mark, GateSummary.ofRule(verdict));
    }

    private static Cell scenarios(PageContext context, RuleResult result) {
        if (result.scenarios().isEmpty()) {
            return Cell.soft("");
        }
        List<Link> links = new ArrayList<>();
        for (String id : result.scenarios().stream().limit(MOST_LINKS).toList()) {
            links.add(context.link(SitePaths.scenario(id), context.label(id)));
        }
        int more = result.scenarios().size() - links.size();
        if (more > 0) {
            links.add(Link.plain("and " + Format.grouped(more) + " more"));
        }
        return new Cell.Links(links);
    }
}
