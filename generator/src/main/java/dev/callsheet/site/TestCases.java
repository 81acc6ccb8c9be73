package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.Slugs;
import dev.callsheet.report.Report;
import dev.callsheet.site.TestCase.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every scenario as a test case of tonight, for {@code junit.xml}, {@code ctrf.json} and annotations alike. The first
 * that holds decides:
 *
 * <ol>
 *   <li>without a run tonight it is skipped;
 *   <li>where the configuration mutes it, it is skipped, as the gate leaves it out;
 *   <li>without a result it is an error where a run erred, else skipped;
 *   <li>where a rule of the gate that failed names it, it failed;
 *   <li>where no run passed, it failed, whatever chance explains: nothing can be called a pass;
 *   <li>where some run failed, it is flaky, and counts as passed;
 *   <li>else it passed.
 * </ol>
 */
public final class TestCases {

    /** In code points: longer names are cut. */
    static final int MOST_NAME = 150;

    private static final int NAME_BEFORE_ID = 80;

    private final @Nullable LocalDate night;
    private final GateLimits limits;
    private final boolean runPages;
    private final Map<String, GateRule> failedRules = new HashMap<>();
    private final Map<String, Mute> muted = new HashMap<>();

    private TestCases(Report report) {
        this.night = report.analysis().night();
        this.limits = report.gate().limits();
        LocalDate first = report.history().pages().first();
        this.runPages = night != null && (first == null || !night.isBefore(first));
        report.gate().with(Mute.State.ACTIVE).forEach(mute -> muted.put(mute.scenario(), mute));
        for (RuleResult result : report.gate().with(Verdict.FAIL)) {
            result.scenarios().forEach(id -> failedRules.putIfAbsent(id, result.rule()));
        }
    }

    /** All of them, by suite and then by the scenario's name and id. */
    public static List<TestCase> of(Report report) {
        TestCases of = new TestCases(report);
        SortedMap<String, List<ScenarioNumbers>> suites = new TreeMap<>();
        report.analysis()
                .scenarios()
                .forEach(scenario -> suites.computeIfAbsent(suite(scenario), name -> new ArrayList<>())
                        .add(scenario));
        List<TestCase> cases = new ArrayList<>();
        suites.forEach((suite, scenarios) -> {
            Map<String, String> names = names(scenarios);
            scenarios.forEach(scenario ->
                    cases.add(of.testCase(suite, Objects.requireNonNull(names.get(scenario.id())), scenario)));
        });
        return List.copyOf(cases);
    }

    private static String suite(ScenarioNumbers scenario) {
        return "callsheet." + (scenario.pathwayId() == null ? "no-pathway" : Slugs.of(scenario.pathwayId()));
    }

    /** What pages call the scenarios; where that cannot be told apart once it is on one short line, with the slug. */
    private static Map<String, String> names(List<ScenarioNumbers> scenarios) {
        Labels labels = new Labels(scenarios);
        Map<String, String> names = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (ScenarioNumbers scenario : scenarios) {
            String name = Shortened.of(PlainLine.of(labels.of(scenario.id())), MOST_NAME);
            names.put(scenario.id(), name);
            count.merge(name, 1, Integer::sum);
        }
        Set<String> taken = new HashSet<>(count.keySet());
        for (ScenarioNumbers scenario : scenarios) {
            String name = Objects.requireNonNull(names.get(scenario.id()));
            if (name.isEmpty() || count.getOrDefault(name, 0) > 1) {
                String start = Shortened.of(PlainLine.of(scenario.name()), NAME_BEFORE_ID);
                String unique = (start + " (" + Slugs.of(scenario.id()) + ")").strip();
                while (!taken.add(unique)) {
                    unique += "*";
                }
                names.put(scenario.id(), unique);
            }
        }
        return names;
    }

    private TestCase testCase(String suite, String name, ScenarioNumbers scenario) {
        NightEntry entry = scenario.entryOf(night);
        List<CorpusRun> runs = entry == null ? List.of() : entry.runs();
        Judged judged = judge(scenario, scenario.tonight());
        return new TestCase(scenario, suite, name, judged.outcome, judged.type, judged.reason, runs, runPages);
    }

    private record Judged(Outcome outcome, String type, String reason) {}

    private Judged judge(ScenarioNumbers scenario, Tally tonight) {
        if (tonight.total() == 0) {
            String off = Objects.equals(scenario.enabled(), false) ? "; it is switched off" : "";
            return new Judged(Outcome.SKIPPED, "not_run", "not run tonight" + off);
        }
        Mute mute = muted.get(scenario.id());
        if (mute != null) {
            return new Judged(Outcome.SKIPPED, "muted", muted(mute) + "; " + plain(scenario));
        }
        if (tonight.valid() == 0) {
            String reason = "no result tonight: " + Headlines.unjudged(tonight);
            return tonight.error() > 0
                    ? new Judged(Outcome.ERROR, "errors", reason)
                    : new Judged(Outcome.SKIPPED, "no_result", reason);
        }
        if (scenario.decision().onlyErrorsTonight()) {
            return new Judged(
                    Outcome.ERROR, "errors", "no result tonight but in a batch of which nearly all runs errored");
        }
        GateRule rule = failedRules.get(scenario.id());
        if (rule != null) {
            return new Judged(Outcome.FAILED, rule.id(), words(rule, scenario));
        }
        if (tonight.failed() == 0) {
            return new Judged(Outcome.PASSED, "", "");
        }
        return tonight.passed() == 0
                ? new Judged(Outcome.FAILED, "all_failed", plain(scenario))
                : new Judged(
                        Outcome.FLAKY, scenario.decision().headline().name().toLowerCase(Locale.ROOT), plain(scenario));
    }

    /** "muted until Thu 30 Apr 2026 by Ada (issue 12)". */
    private static String muted(Mute mute) {
        return "muted until " + Format.longDate(mute.until()) + " by "
                + PlainLine.of(Shortened.of(mute.owner(), MOST_NAME)) + " ("
                + PlainLine.of(Shortened.of(mute.reason(), MOST_NAME)) + ")";
    }

    private String words(GateRule rule, ScenarioNumbers scenario) {
        return switch (rule) {
            case REQUIRED_WORSE, ANY_WORSE ->
                Verdicts.words(scenario.decision(), night) + ": " + GateScenarios.fell(scenario, night);
            case REQUIRED_TONIGHT ->
                GateScenarios.requiredBy(scenario) + ": " + GateScenarios.tooFewPassed(scenario, limits);
            default -> plain(scenario);
        };
    }

    /** "mixed, not proven: 3 of 5 runs passed tonight". */
    private String plain(ScenarioNumbers scenario) {
        Tally tonight = scenario.tonight();
        return Verdicts.words(scenario.decision(), night) + ": " + Format.grouped(tonight.passed()) + " of "
                + Format.count(tonight.valid(), "run") + " passed tonight";
    }
}
