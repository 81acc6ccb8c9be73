package dev.callsheet.config;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Threshold;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be configured of the gate: for each rule what it gives when it is not met, and its limits. But for two, the
 * setting of a rule has the rule's name in report.json.
 */
public final class GateSettings {

    private static final String SECTION = "gate";
    private static final String OFF = "off";
    private static final GateLimits DEFAULT = GateLimits.DEFAULT;
    private static final Threshold.Range SHARE = new Threshold.Range(0, 1, false);
    private static final Threshold.Range SHARE_OF_SOME = new Threshold.Range(0.01, 1, false);

    /** The settings that say what a rule gives, by rule. */
    private static final Map<GateRule, Setting<Optional<Verdict>>> RULES = rules();

    public static final Setting<List<String>> REQUIRED = new Setting<>(
            SECTION,
            "required",
            Setting.Form.TEXTS,
            "id or several",
            "each an id, or none",
            Values.NONE,
            null,
            "Scenarios that are required beside those that promotion requires.",
            Values::ids);

    public static final Setting<Number> REQUIRED_SHARE = number(
            "required_share",
            SHARE_OF_SOME,
            DEFAULT.requiredShare(),
            "The share of its runs of tonight that a required scenario must pass, rounded up: 4 of 5.");

    public static final Setting<Number> INFRASTRUCTURE_SHARE = number(
            "infrastructure_share",
            SHARE,
            DEFAULT.infrastructure(),
            "The share of tonight's finished runs that may err or be cancelled.");

    public static final Setting<Number> SUITE_RATE_LEAST = number(
            "suite_rate_least",
            SHARE,
            DEFAULT.suiteRate(),
            "The pass rate that tonight must surely reach, where `gate.suite_rate` is on.");

    public static final Setting<Number> FLAKY_MOST = number(
            "flaky_most",
            new Threshold.Range(0, 100_000, true),
            DEFAULT.flakyCount(),
            "How many scenarios may be flaky in any suite.");

    public static final Setting<Number> FLAKY_SHARE = number(
            "flaky_share",
            SHARE,
            DEFAULT.flakyShare(),
            "The share of scenarios that may be flaky, where that is more.");

    public static final Setting<Number> TONE_DROP_LEAST = number(
            "tone_drop_least",
            new Threshold.Range(0.001, 1, false),
            DEFAULT.toneDrop(),
            "The smallest firm fall of the overall tone score that counts.");

    public static final Setting<Number> TURN_LIMIT_SHARE = number(
            "turn_limit_share",
            SHARE,
            DEFAULT.turnLimit(),
            "The share of tonight's runs that may meet their turn limit.");

    public static final Setting<Number> FLAKE_RISK_MOST = number(
            "flake_risk_most",
            SHARE,
            DEFAULT.flakeRisk(),
            "The chance that flakiness alone fails a night that is no warning yet.");

    static final List<Setting<?>> ALL = Stream.concat(
                    RULES.values().stream(),
                    Stream.<Setting<?>>of(
                            REQUIRED,
                            REQUIRED_SHARE,
                            INFRASTRUCTURE_SHARE,
                            SUITE_RATE_LEAST,
                            FLAKY_MOST,
                            FLAKY_SHARE,
                            TONE_DROP_LEAST,
                            TURN_LIMIT_SHARE,
                            FLAKE_RISK_MOST))
            .toList();

    private GateSettings() {}

    static GateLimits in(Map<String, String> texts) {
        Map<GateRule, Verdict> ifNot = new EnumMap<>(GateRule.class);
        RULES.forEach((rule, setting) -> setting.in(texts).ifPresent(verdict -> ifNot.put(rule, verdict)));
        return new GateLimits(
                ifNot,
                INFRASTRUCTURE_SHARE.in(texts).doubleValue(),
                REQUIRED_SHARE.in(texts).doubleValue(),
                SUITE_RATE_LEAST.in(texts).doubleValue(),
                FLAKY_MOST.in(texts).intValue(),
                FLAKY_SHARE.in(texts).doubleValue(),
                TONE_DROP_LEAST.in(texts).doubleValue(),
                TURN_LIMIT_SHARE.in(texts).doubleValue(),
                FLAKE_RISK_MOST.in(texts).doubleValue(),
                REQUIRED.in(texts));
    }

    private static Map<GateRule, Setting<Optional<Verdict>>> rules() {
        Map<GateRule, Setting<Optional<Verdict>>> rules = new LinkedHashMap<>();
        List<String> open = List.of("fail", "inconclusive", "warn", OFF);
        List<String> proven = List.of("fail", "warn", OFF);
        add(
                rules,
                "incomplete",
                GateRule.FETCH_COMPLETE,
                List.of("inconclusive", "warn", OFF),
                "What the gate says of a night when something of it could not be fetched.");
        add(
                rules,
                GateRule.INFRASTRUCTURE,
                open,
                "What it says when too many runs of tonight erred or were cancelled.");
        add(rules, GateRule.REQUIRED_WORSE, proven, "What it says when a required scenario got worse or is broken.");
        add(
                rules,
                GateRule.REQUIRED_TONIGHT,
                proven,
                "What it says when a required scenario passed too few of its runs tonight.");
        add(
                rules,
                GateRule.REQUIRED_EVIDENCE,
                open,
                "What it says when a required scenario has no result tonight, or too few to tell.");
        add(
                rules,
                "unproven",
                GateRule.REQUIRED_UNPROVEN,
                List.of("pass", "inconclusive", "warn"),
                "What it says when a required scenario passed every run but has too few to prove it.");
        add(rules, GateRule.ANY_WORSE, proven, "What it says when any scenario got worse.");
        add(
                rules,
                GateRule.SUITE_RATE,
                proven,
                "What it says when tonight's pass rate is surely too low; where that is open, it is inconclusive.");
        add(rules, GateRule.FLAKY_COUNT, proven, "What it says when too many scenarios are flaky.");
        add(rules, GateRule.TONE_DROP, proven, "What it says when the overall tone score fell for certain.");
        add(rules, GateRule.TONE_BUDGET, proven, "What it says when too many calls surely sound bad.");
        add(
                rules,
                GateRule.TURN_LIMIT,
                proven,
                "What it says when too many runs of tonight surely met their turn limit.");
        add(
                rules,
                GateRule.FLAKE_RISK,
                List.of("warn", OFF),
                "What it says when a gate that wants every run to pass would be mostly noise.");
        return rules;
    }

    private static void add(
            Map<GateRule, Setting<Optional<Verdict>>> rules, GateRule rule, List<String> words, String meaning) {
        add(rules, rule.id(), rule, words, meaning);
    }

    private static void add(
            Map<GateRule, Setting<Optional<Verdict>>> rules,
            String name,
            GateRule rule,
            List<String> words,
            String meaning) {
        int last = words.size() - 1;
        rules.put(
                rule,
                new Setting<>(
                        SECTION,
                        name,
                        Setting.Form.TEXT,
                        "word",
                        String.join(", ", words.subList(0, last)) + " or " + words.get(last),
                        word(DEFAULT.ifNot(rule)),
                        null,
                        meaning,
                        text -> words.contains(text) ? Optional.of(verdict(text)) : Optional.empty()));
    }

    private static Optional<Verdict> verdict(String word) {
        return word.equals(OFF) ? Optional.empty() : Optional.of(Verdict.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private static String word(@Nullable Verdict verdict) {
        return verdict == null ? OFF : verdict.name().toLowerCase(Locale.ROOT);
    }

    private static Setting<Number> number(String name, Threshold.Range range, Number byDefault, String meaning) {
        return new Setting<>(
                SECTION,
                name,
                Setting.Form.NUMBER,
                range.whole() ? "whole number" : "number",
                range.toString(),
                byDefault.toString(),
                null,
                meaning,
                text -> Values.number(text, range));
    }
}
