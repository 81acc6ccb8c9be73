package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.AssertionNumbers;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import dev.callsheet.report.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page that says how every number is made: the program's own Markdown, one rule a paragraph, each with an address
 * of its own, and the values in force filled in.
 */
final class MethodPage {

    private static final Pattern CHAPTER = Pattern.compile("(?m)^## (?=\\d+ )");
    private static final Pattern RULE = Pattern.compile("(\\d+)\\.(\\d+) (.+)");
    private static final Pattern VALUE_NAME = Pattern.compile("\\{([a-z_]+)\\}");

    private static final int THRESHOLD_DECIMALS = 6;

    private MethodPage() {}

    /**
     * What the page shows.
     *
     * @param thresholds all of them, after the chapters
     */
    public record View(String headline, List<String> lead, List<Chapter> chapters, Section thresholds) {}

    /** Rules on one matter. */
    public record Chapter(String title, List<Rule> rules) {}

    /**
     * One rule.
     *
     * @param id of its element: {@code rule-2-3}
     * @param number "2.3"
     * @param markdown its text
     */
    public record Rule(String id, String number, String markdown) {}

    /** @param text chapters "## 1 Title", below each its rules, "1.1 Text", a paragraph each */
    static Page make(PageContext context, String text) {
        Map<String, String> values = values(context.report());
        View view = new View(
                "How the numbers are made.",
                List.of("Every rule in force for this report. Pages refer to rules by their number."),
                chapters(text, values),
                thresholds(context.report().analysis().rules()));
        return new Page(context.here(), "method", Frames.ofBar(context, "Method"), view);
    }

    /** The thresholds in force, beside what they are where nothing is configured. */
    private static Section thresholds(Rules rules) {
        List<Threshold> all = List.of(Threshold.values());
        long changed =
                all.stream().filter(threshold -> isChanged(threshold, rules)).count();
        return new Section(
                "thresholds",
                "12 Thresholds in force",
                changed == 0
                        ? "all as by default"
                        : Format.grouped(changed) + " of " + all.size() + " changed by configuration",
                Table.of(
                        "Thresholds with their values and defaults",
                        all,
                        List.of(
                                Table.Column.text("Threshold", t -> new Cell.Code(t.key())),
                                Table.Column.shortText(
                                        "Value",
                                        t -> Cell.text(t.text(rules) + (isChanged(t, rules) ? ", changed" : ""))),
                                Table.Column.number("Default", t -> t.text(Rules.DEFAULT)),
                                Table.Column.text("Meaning", t -> Cell.text(t.meaning())))),
                "");
    }

    private static boolean isChanged(Threshold threshold, Rules rules) {
        return !threshold.of(rules).equals(threshold.of(Rules.DEFAULT));
    }

    private static List<Chapter> chapters(String text, Map<String, String> values) {
        List<Chapter> chapters = new ArrayList<>();
        for (String chapter : CHAPTER.splitAsStream(text).toList()) {
            List<String> paragraphs =
                    chapter.lines().filter(line -> !line.isBlank()).toList();
            if (!paragraphs.isEmpty()) {
                chapters.add(new Chapter(
                        paragraphs.get(0),
                        paragraphs.stream()
                                .skip(1)
                                .map(line -> rule(line, values))
                                .toList()));
            }
        }
        return chapters;
    }

    private static Rule rule(String line, Map<String, String> values) {
        Matcher rule = RULE.matcher(line);
        if (!rule.matches()) {
            throw new IllegalArgumentException("not a rule: " + line);
        }
        return new Rule(
                "rule-" + rule.group(1) + "-" + rule.group(2),
                rule.group(1) + "." + rule.group(2),
                filled(rule.group(3), values));
    }

    private static String filled(String text, Map<String, String> values) {
        return VALUE_NAME.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A threshold as it was set: "5 %", "2.5 %". */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(THRESHOLD_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static Map<String, String> values(Report report) {
        Map<String, String> values = new TreeMap<>();
        values.put("zone", Format.zoneName(report.calendar().zone()));
        values.put("night_starts", report.calendar().startsAt().toString());
        Rules rules = report.analysis().rules();
        values.put("window", Format.count(rules.windowNights(), "night"));
        for (Threshold threshold : Threshold.values()) {
            values.put(threshold.key(), threshold.text(rules));
        }
        values.put("max_k", Integer.toString(Analysis.MAX_K));
        values.put("false_discovery_rate", percent(rules.falseDiscoveryRate()));
        values.put("confidence", percent(1 - rules.alpha()));
        values.put("rarely", percent(1 - rules.tolerance()));
        values.put("many_evaluations", Format.grouped(AssertionNumbers.manyEvaluations(rules)));
        values.put("variable_runs", Integer.toString(ScenarioVariables.MOST_RUNS));
        values.put(
                "tone_alpha",
                ToneChangeWords.oneIn(report.analysis().toneEvidence().alpha()));
        values.put("tone_minimum_shift", Format.decimal(rules.toneMinimumShift(), 2));
        values.put("tone_floor", Format.decimal(rules.toneFloor(), 2));
        values.put("tone_budget", Format.percent(rules.toneBudget()));
        values.put("tone_budget_nights", Integer.toString(rules.toneBudgetNights()));
        values.put("compared_turns", Integer.toString(TurnAlignment.MOST_TURNS));
        values.put("near_words", Integer.toString(TurnAlignment.MOST_WORDS));
        values.put("long_turn_words", Integer.toString(TurnMarks.MOST_WORDS));
        values.putAll(GateMethod.values(report.gate()));
        values.put("version", report.version());
        values.put(
                "generated_at",
                Format.time(report.generatedAt(), report.calendar().zone()));
        values.put(
                "redactions",
                report.redactions().isEmpty()
                        ? "none"
                        : report.redactions().entrySet().stream()
                                .map(kind -> kind.getKey() + " " + Format.grouped(kind.getValue()))
                                .collect(Collectors.joining(", ")));
        return values;
    }
}
