package dev.callsheet.site;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.report.Report;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The gate in words, the same wherever it is told: on pages, in the summary, in report.json, on the console and in what
 * is sent. Names of scenarios in the sentences are those of the input, owners and reasons of mutes those of the configuration, of
 * at most 120 characters each; otherwise they are as hostile as they came.
 *
 * @param verdict never {@link Verdict#WARN}
 * @param word "passed", "failed" or "inconclusive"
 * @param sentence the verdict with its first reason
 * @param rules those that were asked, in the order of {@link dev.callsheet.gate.GateRule}
 * @param mutes a sentence on each mute, in the order of {@link GateResult#mutes()}: whom it leaves out, who answers for
 *     it and why, or that it has expired
 */
public record GateSummary(Verdict verdict, String word, String sentence, List<Rule> rules, List<String> mutes) {

    public GateSummary {
        rules = List.copyOf(rules);
        mutes = List.copyOf(mutes);
    }

    /**
     * What a rule found.
     *
     * @param id its name in report.json
     * @param title what pages call it
     * @param word "pass", "warning", "fail" or "inconclusive"
     * @param sentence its evidence
     */
    public record Rule(String id, String title, Verdict verdict, String word, String sentence) {}

    /** The words on the report's verdict. */
    public static GateSummary of(Report report) {
        return of(report, new Labels(report.analysis().scenarios())::of);
    }

    /** @param label what scenarios are called, by id */
    static GateSummary of(Report report, UnaryOperator<String> label) {
        GateResult gate = report.gate();
        GateWords words = new GateWords(report, label);
        return new GateSummary(
                gate.verdict(),
                word(gate.verdict()),
                words.sentence(),
                gate.rules().stream().map(result -> rule(result, words)).toList(),
                gate.mutes().stream()
                        .map(muted -> MuteWords.sentence(muted, label))
                        .toList());
    }

    private static Rule rule(RuleResult result, GateWords words) {
        return new Rule(
                result.rule().id(),
                GateTable.title(result.rule()),
                result.verdict(),
                ofRule(result.verdict()),
                words.sentence(result));
    }

    /** The rules that fail, are inconclusive or warn, in their order. */
    public List<Rule> notPassing() {
        return rules.stream().filter(rule -> rule.verdict() != Verdict.PASS).toList();
    }

    /** The verdict of the gate: "passed". */
    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> "passed";
            case FAIL -> "failed";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    /** The verdict of a rule: "pass". */
    static String ofRule(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case WARN -> "warning";
            case FAIL -> "fail";
            case INCONCLUSIVE -> "inconclusive";
        };
    }
}
