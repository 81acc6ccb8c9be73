package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.AssertionNumbers;
import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.metrics.NightLabels;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.Threshold;
import dev.callsheet.model.Problem;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code report.json}: every number of a report in one object (design.md 1.3). */
final class ReportJson {

    private final JsonMembers json;
    private final Report report;
    private final Analysis analysis;

    private ReportJson(JsonMembers json, Report report) {
        this.json = json;
        this.report = report;
        this.analysis = report.analysis();
    }

    static void write(Report report, OutputTree tree, SafePath path) throws IOException {
        JsonMembers.write(tree.open(path), json -> new ReportJson(json, report).members());
    }

    private void members() {
        Collection<ScenarioNumbers> scenarios = report.scenariosById().values();
        ScenarioJson scenario = new ScenarioJson(json, analysis.outlook());
        SetJson set = new SetJson(json);
        FailureJson failures = new FailureJson(json);
        NightNumbers tonight = analysis.tonight();
        json.text("schema", "callsheet.report/1");
        json.object("generator", () -> Manifest.generator(json, report.version()));
        json.text("generated_at", report.generatedAt());
        json.text("data_as_of", analysis.dataAsOf());
        json.text("zone", report.calendar().zone().getId());
        json.text("night_starts", report.calendar().startsAt());
        json.object("rules", this::rules);
        json.text("night", analysis.night());
        json.texts(
                "nights",
                analysis.nightNumbers().stream().map(NightNumbers::night).toList());
        json.object("totals", this::totals);
        json.object("pass_rate", () -> passRate(tonight));
        json.objects("scenarios", scenarios, scenario::members);
        json.objects("batches", analysis.batches(), new BatchJson(json, analysis)::members);
        json.objects("simulation_sets", analysis.sets(), set::members);
        json.object("changes", new ChangesJson(json, analysis)::members);
        json.object("flakiness", new FlakinessJson(json, analysis)::members);
        json.object("tone", new ToneJson(json, analysis)::members);
        json.objects("nodes", NodeRow.all(analysis.pathways()), failures::node);
        json.objects("failures", FailureRow.all(analysis), failures::failure);
        json.objects(
                "assertions",
                scenarios.stream().flatMap(s -> s.assertions().stream()).toList(),
                this::assertion);
        json.objects("night_numbers", analysis.nightNumbers(), this::night);
        json.object("gate", new GateJson(json, report)::members);
        json.objects("problems", report.problems(), this::problem);
        json.object("redaction", () -> report.redactions().forEach(json::number));
        json.object("history", () -> new HistoryJson(json).members(report.history()));
        fetch(analysis.fetch());
    }

    private void rules() {
        for (Threshold threshold : Threshold.values()) {
            json.number(threshold.key(), threshold.of(analysis.rules()));
        }
    }

    private void fetch(@Nullable FetchNumbers fetch) {
        if (fetch == null) {
            json.undefined("fetch");
        } else {
            json.object("fetch", () -> new FetchJson(json).members(fetch));
        }
    }

    private void totals() {
        Tally runs = analysis.runs();
        json.number("scenarios", analysis.scenarios().size());
        json.number("batches", analysis.batches().size());
        json.number("simulation_sets", analysis.sets().size());
        json.number("runs", runs.total());
        json.number("passed", runs.passed());
        json.number("failed", runs.failed());
        JsonNumbers.notCounted(json, runs);
        json.number("duplicates", report.duplicates());
    }

    private void passRate(@Nullable NightNumbers tonight) {
        Rate rate = tonight == null ? Rate.of(Tally.ZERO) : tonight.rate().rate();
        json.number("passed", rate.passed());
        json.number("n", rate.n());
        JsonNumbers.rate(json, rate);
        if (tonight == null) {
            json.undefined("clustered_low", "clustered_high", "design_effect");
        } else {
            JsonNumbers.clustered(json, tonight.rate());
        }
    }

    private void assertion(AssertionNumbers assertion) {
        json.text("scenario_id", assertion.scenarioId());
        json.text("assertion_id", assertion.key().id());
        json.text("type", assertion.key().type());
        json.text("target", assertion.key().target());
        json.text("field", assertion.key().field());
        json.text("expected", assertion.key().expected());
        json.text(
                "name",
                assertion.definition() == null ? null : assertion.definition().name());
        json.bool(
                "required",
                assertion.definition() == null ? null : assertion.definition().required());
        json.number(
                "weight",
                assertion.definition() == null ? null : assertion.definition().weight());
        json.number("n", assertion.evaluated());
        json.number("passed", assertion.passed());
        json.number("failed", assertion.failed());
        json.number("unknown", assertion.unknown());
        json.number("sole_cause", assertion.soleCause());
        json.number("attributed", assertion.attributed());
        json.number("proven_fail_share", assertion.provenFailShare());
        json.bool("never_failed", assertion.neverFailed());
    }

    private void night(NightNumbers night) {
        RunChanges changes = night.changes();
        NightLabels labels = night.labels();
        json.text("night", night.night());
        json.number("runs", night.tally().total());
        JsonNumbers.counts(json, night.tally());
        JsonNumbers.clustered(json, night.rate());
        json.number("scenarios", night.scenarios());
        json.number("mixed", night.mixed());
        json.number("flaky", labels == null ? null : labels.flaky());
        json.number("regressed", labels == null ? null : labels.regressed());
        json.number("broken", labels == null ? null : labels.broken());
        json.number("mean_overall_tone_score", night.tone().meanOverall());
        json.text("against", night.against());
        json.texts("newly_failing", JsonNumbers.ids(changes, RunChanges::newlyFailing));
        json.texts("newly_passing", JsonNumbers.ids(changes, RunChanges::newlyPassing));
    }

    private void problem(Problem problem) {
        json.text("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        json.text("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.text("file", problem.place().file());
        json.number("line", problem.place().line());
        json.text("pointer", problem.place().pointer());
        json.text("record_id", problem.recordId());
        json.text("expected", problem.expected());
        json.text("found", problem.found());
        json.text("hint", problem.hint());
    }
}
