package dev.callsheet.render.data;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.RunStatus;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.site.GateSummary;
import dev.callsheet.site.PlainLine;
import dev.callsheet.site.SiteAddress;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.TestCase;
import dev.callsheet.site.TestCase.Outcome;
import dev.callsheet.site.TestCases;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ctrf.json}, the Common Test Report Format: a test a scenario, its runs of tonight as attempts, and how
 * tonight differs from the earlier nights of the window (delivery.md 3.3). An undefined value is left out, as the format
 * knows no null; what it has no key for stands under {@code extra}.
 */
final class CtrfJson {

    /** The version of the format that its own validator writes. */
    private static final String SPEC_VERSION = "0.0.0";

    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_BYTES = 200;

    private final JsonMembers json;
    private final Report report;
    private final Analysis analysis;

    private CtrfJson(JsonMembers json, Report report) {
        this.json = json;
        this.report = report;
        this.analysis = report.analysis();
    }

    static void write(Report report, OutputTree tree, SafePath path) throws IOException {
        List<TestCase> cases = TestCases.of(report);
        JsonMembers.write(tree.open(path), json -> new CtrfJson(json, report).members(cases));
    }

    private void members(List<TestCase> cases) {
        json.text("reportFormat", "CTRF");
        json.text("specVersion", SPEC_VERSION);
        json.text("timestamp", report.generatedAt());
        json.text("generatedBy", "callsheet " + report.version());
        json.object("results", () -> {
            json.object("tool", () -> {
                json.text("name", "callsheet");
                json.text("version", report.version());
            });
            json.object("summary", () -> summary(cases));
            json.objects("tests", cases, this::test);
        });
        json.object("insights", this::insights);
        json.object("extra", () -> {
            ifKnown("night", analysis.night());
            json.text("gate", GateSummary.of(report).word());
            ifKnown("report", report.baseUrl());
        });
    }

    private void summary(List<TestCase> cases) {
        List<CorpusRun> runs =
                cases.stream().flatMap(test -> test.runs().stream()).toList();
        json.number("tests", cases.size());
        json.number("passed", count(cases, test -> status(test).equals("passed")));
        json.number("failed", count(cases, test -> status(test).equals("failed")));
        json.number("skipped", count(cases, test -> status(test).equals("skipped")));
        json.number("pending", count(cases, test -> status(test).equals("pending")));
        json.number("other", count(cases, test -> status(test).equals("other")));
        json.number("flaky", count(cases, test -> test.outcome() == Outcome.FLAKY));
        json.number("suites", cases.stream().map(TestCase::suite).distinct().count());
        json.number(
                "start",
                Objects.requireNonNullElse(start(runs), report.generatedAt()).toEpochMilli());
        json.number(
                "stop",
                Objects.requireNonNullElse(stop(runs), report.generatedAt()).toEpochMilli());
        json.number("duration", cases.stream().mapToLong(TestCase::duration).sum());
    }

    private static long count(List<TestCase> cases, Predicate<TestCase> which) {
        return cases.stream().filter(which).count();
    }

    /** Errors are no verdict on the agent, which only "other" does not claim; runs under way are pending. */
    private static String status(TestCase test) {
        return switch (test.outcome()) {
            case PASSED, FLAKY -> "passed";
            case FAILED -> "failed";
            case ERROR -> "other";
            case SKIPPED ->
                !test.type().equals("muted") && test.scenario().tonight().unfinished() > 0 ? "pending" : "skipped";
        };
    }

    private void test(TestCase test) {
        ScenarioNumbers scenario = test.scenario();
        json.text("name", test.name());
        json.text("status", status(test));
        json.number("duration", test.duration());
        if (start(test.runs()) != null) {
            json.number("start", millis(start(test.runs())));
            json.number("stop", millis(stop(test.runs())));
        }
        json.texts("suite", List.of(test.suite()));
        if (!test.reason().isEmpty()) {
            json.text("message", test.reason());
        }
        if (!test.runs().isEmpty()) {
            json.text("rawStatus", rawStatus(test.runs()));
        }
        List<String> tags = tags(scenario);
        if (!tags.isEmpty()) {
            json.texts("tags", tags);
        }
        json.bool("flaky", test.outcome() == Outcome.FLAKY);
        if (!test.runs().isEmpty()) {
            json.number("retries", test.runs().size() - 1);
            json.objects("retryAttempts", attempts(test), attempt -> attempt(test, attempt));
        }
        json.object("insights", () -> insights(scenario));
        json.object("extra", () -> extra(test));
    }

    private static List<String> tags(ScenarioNumbers scenario) {
        return Stream.of(
                        Objects.equals(scenario.required(), true) ? "required" : null,
                        scenario.definition() == null
                                ? null
                                : scenario.definition().category())
                .filter(Objects::nonNull)
                .map(CtrfJson::brief)
                .toList();
    }

    private void extra(TestCase test) {
        json.text("scenario_id", PlainLine.of(test.scenario().id()));
        json.text("headline", test.scenario().decision().headline());
        json.text(
                "page",
                SiteAddress.of(report, SitePaths.scenario(test.scenario().id())));
        if (!test.type().isEmpty()) {
            json.text("reason", test.type());
        }
        if (test.runs().size() > MOST_ATTEMPTS) {
            json.number("attempts_left_out", test.runs().size() - MOST_ATTEMPTS);
        }
    }

    /** The words of the API, each once: "PASSED, FAILED". */
    private static String rawStatus(List<CorpusRun> runs) {
        return brief(runs.stream()
                .map(run -> run.facts().status() == RunStatus.UNKNOWN
                        ? run.facts().statusText()
                        : run.facts().status().name())
                .distinct()
                .limit(MOST_ATTEMPTS)
                .collect(Collectors.joining(", ")));
    }

    private record Attempt(int number, CorpusRun run) {}

    /** The runs of tonight in their order, those that did not pass before others where they are too many. */
    private static List<Attempt> attempts(TestCase test) {
        List<Attempt> attempts = new ArrayList<>();
        test.runs().forEach(run -> attempts.add(new Attempt(attempts.size() + 1, run)));
        return attempts.stream()
                .sorted(Comparator.comparing(attempt -> attempt.run.facts().status() == RunStatus.PASSED))
                .limit(MOST_ATTEMPTS)
                .sorted(Comparator.comparing(Attempt::number))
                .toList();
    }

    private void attempt(TestCase test, Attempt attempt) {
        CorpusRun run = attempt.run;
        json.number("attempt", attempt.number);
        json.text(
                "status",
                switch (run.facts().status()) {
                    case PASSED -> "passed";
                    case FAILED -> "failed";
                    case PENDING, RUNNING -> "pending";
                    case ERROR, CANCELLED, UNKNOWN -> "other";
                });
        if (run.facts().durationMs() != null) {
            json.number("duration", run.facts().durationMs());
        }
        if (run.facts().status() == RunStatus.FAILED) {
            json.text("message", brief(test.failed(run)));
        }
        if (run.facts().createdAt() != null) {
            json.number("start", run.facts().createdAt().toEpochMilli());
        }
        json.object("extra", () -> {
            json.text("run_id", brief(run.id()));
            if (run.facts().status() != RunStatus.PASSED) {
                json.text("page", SiteAddress.of(report, test.page(run)));
            }
        });
    }

    private void insights(ScenarioNumbers scenario) {
        rates(Rate.of(scenario.tonight()), scenario.earlier());
        long nights = scenario.entries().stream()
                .filter(entry -> entry.tally().valid() > 0)
                .count();
        long mixedTonight = scenario.tonight().outcome() == Tally.Outcome.MIXED ? 1 : 0;
        long mixed = scenario.entries().stream()
                .map(NightEntry::tally)
                .filter(tally -> tally.outcome() == Tally.Outcome.MIXED)
                .count();
        long now = scenario.tonight().valid() > 0 ? 1 : 0;
        metric("flakyRate", Rate.of(mixedTonight, now), Rate.of(mixed - mixedTonight, nights - now));
        json.number("executedInRuns", nights);
    }

    private void insights() {
        Tally tonight =
                analysis.scenarios().stream().map(ScenarioNumbers::tonight).reduce(Tally.ZERO, Tally::plus);
        Tally window =
                analysis.scenarios().stream().map(ScenarioNumbers::window).reduce(Tally.ZERO, Tally::plus);
        rates(Rate.of(tonight), Rate.of(window.passed() - tonight.passed(), window.valid() - tonight.valid()));
        json.number("runsAnalyzed", analysis.nightNumbers().size());
    }

    private void rates(Rate current, Rate baseline) {
        metric("passRate", current, baseline);
        metric("failRate", failing(current), failing(baseline));
    }

    private static Rate failing(Rate rate) {
        return Rate.of(rate.n() - rate.passed(), rate.n());
    }

    private void metric(String name, Rate current, Rate baseline) {
        if (current.value() == null && baseline.value() == null) {
            return;
        }
        json.object(name, () -> {
            if (current.value() != null) {
                json.number("current", current.value());
            }
            if (baseline.value() != null) {
                json.number("baseline", baseline.value());
            }
            if (current.value() != null && baseline.value() != null) {
                json.number("change", current.value() - baseline.value());
            }
        });
    }

    private void ifKnown(String name, @Nullable Object value) {
        if (value != null) {
            json.text(name, value);
        }
    }

    private static String brief(String text) {
        return XmlWriter.cut(PlainLine.of(text), MOST_BYTES);
    }

    private static @Nullable Instant start(List<CorpusRun> runs) {
        return runs.stream()
                .map(run -> run.facts().createdAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant stop(List<CorpusRun> runs) {
        return runs.stream()
                .filter(run -> run.facts().createdAt() != null)
                .map(run -> Objects.requireNonNull(run.facts().createdAt())
                        .plusMillis(Objects.requireNonNullElse(run.facts().durationMs(), 0L)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static long millis(@Nullable Instant instant) {
        return Objects.requireNonNull(instant).toEpochMilli();
    }
}
