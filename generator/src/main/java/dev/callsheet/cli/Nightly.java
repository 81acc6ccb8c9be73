package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.RecordKind;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.output.PublicationException;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.report.Report;
import dev.callsheet.site.Format;
import dev.callsheet.site.GateSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a night, a line each. A stage that fails ends the night where nothing sensible can follow; the site
 * that is published stays until a complete one takes its place. The exit code is that of the first stage that did not
 * go well.
 */
final class Nightly {

    private final Io io;
    private final Configuration configuration;
    private final Console console;

    /** For what the stages say themselves, which only {@code --verbose} wants to know. */
    private final Console details;

    private final @Nullable MailDelivery mail;
    private final Map<String, String> stages = new LinkedHashMap<>();
    private ExitCode code = ExitCode.DONE;

    /** How many runs came that had ended. */
    private long ended;

    /**
     * What came of it.
     *
     * @param built null when nothing was published
     * @param stages how each went, in a word, in their order
     */
    record Outcome(ExitCode code, BuildStage.@Nullable Built built, Map<String, String> stages) {}

    /** @throws UsageException if something is missing that a stage needs */
    Nightly(Io io, Configuration configuration, CommonOptions common) throws UsageException {
        this.io = io;
        this.configuration = configuration;
        this.console = common.console(io);
        this.mail = mail(io, configuration);
        this.details = common.verbose ? console : new Console(io, Console.Verbosity.QUIET);
    }

    /** What is going to send the mail; null when none is configured. */
    static @Nullable MailDelivery mail(Io io, Configuration configuration) throws UsageException {
        return MailDelivery.isConfigured(configuration.mail())
                ? MailDelivery.of(configuration.mail(), io.environment())
                : null;
    }

    Outcome run() {
        BuildStage.Built built = fetch() ? build() : null;
        if (built == null) {
            if (isThere()) {
                console.stage("the report in " + configuration.output() + " is still that of before");
            }
        } else {
            if (mail != null) {
                send(mail);
            }
            gate(built.report());
        }
        return new Outcome(code, built, stages);
    }

    /** Whether there is a site already. */
    private boolean isThere() {
        return Files.exists(directory().resolve(SiteDirectory.MANIFEST.value()));
    }

    private Path directory() {
        return io.directory().resolve(configuration.output());
    }

    /** Whether there is something to build from. */
    private boolean fetch() {
        try {
            FetchResult result = FetchStage.run(
                    io, configuration.fetch(), FetchStage.everything(configuration.fetch(), io), details);
            console.stage("fetch: " + FetchTalk.counts(result));
            FetchResult.Counts runs = result.of(RecordKind.RUN);
            ended = runs.fetched() - runs.unfinished();
            if (result.isComplete()) {
                stages.put("fetch", "done");
                return true;
            }
            result.missing().stream().findFirst().ifPresent(first -> console.error("fetch: " + FetchTalk.words(first)));
            boolean failed = result.stopped() != null || nothingCame(result);
            // Whoever lets the gate judge an incomplete night has been told, and wants its verdict.
            if (failed || configuration.gate().ifNot(GateRule.FETCH_COMPLETE) == Verdict.INCONCLUSIVE) {
                failed(ExitCode.INCOMPLETE);
            }
            stages.put("fetch", failed ? "failed" : "incomplete");
            return !failed;
        } catch (Exception failure) {
            failed("fetch", failure);
            return false;
        }
    }

    private static boolean nothingCame(FetchResult result) {
        return Arrays.stream(RecordKind.values())
                        .mapToLong(kind -> result.of(kind).fetched())
                        .sum()
                == 0;
    }

    /** What was published; null when nothing was. */
    private BuildStage.@Nullable Built build() {
        String archive = io.directory().resolve(configuration.fetch().output()).toString();
        try {
            BuildStage.Built built =
                    BuildStage.run(io, List.of(archive), configuration.rememberingIn(ownSite()), details);
            Analysis analysis = built.report().analysis();
            console.stage("build: " + (analysis.night() == null ? "no night" : "the night of " + analysis.night())
                    + ", " + Format.count(analysis.runs().total(), "run") + " of "
                    + Format.count(analysis.scenarios().size(), "scenario") + " in "
                    + Format.count(analysis.nightNumbers().size(), "night") + ", "
                    + Format.count(built.report().problems().size(), "problem"));
            stages.put("build", "done");
            console.stage("publish: " + configuration.output() + ", " + Format.count(built.files(), "file") + ", "
                    + Format.bytes(built.bytes()));
            stages.put("publish", "done");
            tell(built.single());
            return built;
        } catch (NoInputException failure) {
            console.problems(failure.problems(), true);
            failed("build", failure);
        } catch (PublicationException failure) {
            failed("publish", failure);
        } catch (Exception failure) {
            failed("build", failure);
        }
        return null;
    }

    /** A stage of its own: the site is published, whatever becomes of the file. */
    private void tell(BuildStage.@Nullable Single single) {
        if (single == null) {
            return;
        }
        if (single.failure() == null) {
            console.stage("publish: " + single.words());
            stages.put("single_file", "done");
        } else {
            stages.put("single_file", "failed");
            failed(Failure.tell(io, "publish: ", single.failure()));
        }
    }

    /** The site that is going to be replaced, where there is one, is the history if no other is named. */
    private List<String> ownSite() {
        boolean own = configuration.history().from().isEmpty()
                && (configuration.history().required() || isThere());
        return own ? List.of(configuration.output()) : configuration.history().from();
    }

    private void send(MailDelivery delivery) {
        try {
            MailDelivery.Outcome outcome = delivery.deliver(directory(), false, console);
            stages.put("mail", outcome.isSent() ? "sent" : outcome.code() == ExitCode.DONE ? "not_sent" : "failed");
            failed(outcome.code());
        } catch (Exception failure) {
            failed("mail", failure);
        }
    }

    private void gate(Report report) {
        GateSummary gate = GateSummary.of(report);
        String line = "gate: " + gate.sentence();
        if (gate.verdict() == Verdict.PASS) {
            console.stage(line);
        } else {
            console.result(line);
        }
        stages.put("gate", gate.word());
        failed(ExitCode.of(gate.verdict()));
        if (ended == 0) {
            console.result("gate: no run has ended since the last fetch: this is no verdict on tonight");
            failed(ExitCode.GATE_INCONCLUSIVE);
        }
    }

    private void failed(String stage, Exception failure) {
        stages.put(stage, "failed");
        failed(Failure.tell(io, stage + ": ", failure));
    }

    private void failed(ExitCode with) {
        if (code == ExitCode.DONE) {
            code = with;
        }
    }
}
