package dev.callsheet.cli;

import dev.callsheet.deliver.Letter;
import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.RecordKind;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.SuiteChanges;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Problem;
import dev.callsheet.report.Report;
import dev.callsheet.site.GateSummary;
import dev.callsheet.source.ReadTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code --json} prints: one object on one line. */
final class Result {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Result() {}

    static String ofBuild(String site, BuildStage.Built built) {
        return line(built(site, built));
    }

    private static Map<String, @Nullable Object> built(String site, BuildStage.Built built) {
        Report report = built.report();
        BuildStage.Single single = built.single();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("site", site);
        result.put("single_file", single == null || single.failure() != null ? null : single.file());
        result.put(
                "night",
                report.analysis().night() == null
                        ? null
                        : report.analysis().night().toString());
        result.put("nights", report.analysis().nightNumbers().size());
        counts(result, report.analysis());
        result.put("problems", report.problems().size());
        result.put("worse", worse(report.analysis()));
        result.put("flaky", report.analysis().count(Headline.FLAKY));
        GateSummary gate = GateSummary.of(report);
        Map<String, String> verdict = new LinkedHashMap<>();
        verdict.put("verdict", gate.verdict().name().toLowerCase(Locale.ROOT));
        verdict.put("sentence", gate.sentence());
        result.put("gate", verdict);
        return result;
    }

    /** Of a night without a report only its stages are told. */
    static String ofNightly(String site, Nightly.Outcome outcome) {
        Map<String, @Nullable Object> result =
                outcome.built() == null ? new LinkedHashMap<>() : built(site, outcome.built());
        result.put("stages", outcome.stages());
        result.put("exit_code", outcome.code().code());
        return line(result);
    }

    static String ofCheck(ReadTotals totals, Analysis analysis, List<Problem> problems) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("files", totals.files());
        counts(result, analysis);
        result.put("problems", problems.stream().map(Result::entry).toList());
        return line(result);
    }

    static String ofFetch(String directory, FetchResult fetched) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("directory", directory);
        result.put("complete", fetched.isComplete());
        for (RecordKind kind : RecordKind.values()) {
            FetchResult.Counts counts = fetched.of(kind);
            Map<String, Long> of = new LinkedHashMap<>();
            of.put("asked", counts.asked());
            of.put("received", counts.received());
            of.put("fetched", counts.fetched());
            of.put("cached", counts.cached());
            of.put("unfinished", counts.unfinished());
            of.put("gone", counts.gone());
            of.put("missing", counts.missing());
            result.put(kind.member(), of);
        }
        result.put("requests", fetched.requests());
        result.put("stopped", fetched.stopped());
        return line(result);
    }

    /** One line, in which no text of the input is a command to the CI system that reads it: in JSON {@code #} may be escaped. */
    static String line(Object result) {
        return JSON.writeValueAsString(result).replace("##", "#\\u0023");
    }

    /** How many scenarios got worse tonight, beyond chance, and not only since a night before. */
    private static int worse(Analysis analysis) {
        NightNumbers tonight = analysis.tonight();
        return SuiteChanges.after(
                        tonight == null ? null : tonight.against(),
                        analysis.changes().worse())
                .size();
    }

    /** Of addresses it holds the domains: it may end up in a public log. */
    static String ofMail(String site, MailDelivery.Outcome outcome) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("site", site);
        result.put("sent", outcome.isSent());
        result.put("why", outcome.why());
        result.put("server", outcome.server().toString());
        @Nullable Letter letter = outcome.letter();
        if (letter != null) {
            result.put("recipients", letter.to().size());
            result.put("domains", MailDelivery.domains(letter));
            result.put("message_id", letter.id());
            result.put("subject", letter.subject());
            result.put("bytes", letter.size());
        }
        return line(result);
    }

    private static void counts(Map<String, @Nullable Object> result, Analysis analysis) {
        result.put("scenarios", analysis.scenarios().size());
        result.put("batches", analysis.batches().size());
        result.put("simulation_sets", analysis.sets().size());
        result.put("runs", counts(analysis.runs()));
        result.put("fetch", analysis.fetch() == null ? null : fetch(analysis.fetch()));
    }

    private static Map<String, Object> fetch(FetchNumbers fetch) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("complete", fetch.complete());
        result.put("ended", fetch.ended());
        fetch.counts().forEach((kind, counts) -> result.put(kind.member(), counts(counts)));
        return result;
    }

    private static Map<String, Long> counts(Fetch.Counts fetched) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("asked", fetched.asked());
        counts.put("received", fetched.received());
        counts.put("gone", fetched.gone());
        counts.put("missing", fetched.missing());
        return counts;
    }

    private static Map<String, Long> counts(Tally tally) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("total", tally.total());
        counts.put("passed", tally.passed());
        counts.put("failed", tally.failed());
        counts.put("error", tally.error());
        counts.put("cancelled", tally.cancelled());
        counts.put("unfinished", tally.unfinished());
        counts.put("unknown", tally.unknown());
        return counts;
    }

    private static Map<String, @Nullable Object> entry(Problem problem) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        entry.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        entry.put("file", problem.place().file());
        entry.put("line", problem.place().line());
        entry.put("pointer", problem.place().pointer());
        entry.put("record_id", problem.recordId());
        entry.put("expected", problem.expected());
        entry.put("found", problem.found());
        entry.put("hint", problem.hint());
        return entry;
    }
}
