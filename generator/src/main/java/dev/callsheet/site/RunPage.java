package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneIssue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of one run: its own facts only, so that it never changes again. */
final class RunPage {

    private static final int MOST_CHARACTERS = 90;

    private RunPage() {}

    /**
     * What the page shows.
     *
     * @param line score, turns, duration and tone in a line
     * @param neighbours previous and next attempt of the same night
     * @param error the error message; null when there is none
     * @param unplaced remarks on tone that point to no turn
     */
    public record View(
            String headline,
            Cell.State state,
            String line,
            List<Link> neighbours,
            @Nullable String error,
            List<Transcript.Line> transcript,
            List<Verdict> assertions,
            List<String> nodes,
            @Nullable String lastNode,
            List<Fact> variables,
            List<Fact> tone,
            List<String> issues,
            List<Transcript.Remark> unplaced,
            List<Fact> ids) {}

    /** An assertion's outcome. */
    public record Verdict(
            Cell.State state,
            String words,
            String score,
            @Nullable String reasoning) {}

    static Page make(PageContext context, ScenarioNumbers scenario, CorpusRun run, RunText text) {
        RunFacts facts = run.facts();
        Transcript transcript = Transcript.of(text.chat(), text.toneExamples());
        List<Verdict> verdicts = verdicts(scenario.definition(), facts, text);
        View view = new View(
                headline(facts, verdicts, text.errorMessage()),
                Words.state(facts),
                line(facts),
                neighbours(context, scenario, run),
                text.errorMessage(),
                transcript.lines(),
                verdicts,
                facts.nodes(),
                facts.currentNodeId(),
                text.variables().stream()
                        .map(variable -> new Fact(variable.name(), Cell.text(variable.value())))
                        .toList(),
                tone(facts),
                text.toneIssues().stream().map(RunPage::words).toList(),
                transcript.unplaced(),
                ids(context, facts));
        return new Page(context.here(), "run", frame(context, scenario, run), view);
    }

    private static Page.Frame frame(PageContext context, ScenarioNumbers scenario, CorpusRun run) {
        LocalDate night = context.report().analysis().nights().of(run);
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(context.link(SitePaths.SCENARIOS, "Scenarios"));
        crumbs.add(context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())));
        if (night != null) {
            crumbs.add(context.link(SitePaths.night(night), Format.longDate(night)));
        }
        return Frames.ofRecord(context, scenario.name() + ", run " + Words.status(run.facts()), crumbs);
    }

    private static String headline(RunFacts facts, List<Verdict> verdicts, @Nullable String error) {
        List<Verdict> failed = verdicts.stream()
                .filter(verdict -> verdict.state().mark() == Mark.FAIL)
                .toList();
        String status = Words.status(facts);
        String start = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
        if (facts.status() == RunStatus.ERROR && error != null && !error.isBlank()) {
            return start + ": " + firstWords(error);
        }
        if (facts.status() != RunStatus.FAILED) {
            return start + ".";
        }
        if (failed.isEmpty()) {
            return verdicts.isEmpty()
                    ? "Failed, with no assertion result to say why."
                    : "Failed, though no assertion failed.";
        }
        String more = failed.size() == 1 ? "" : " and " + Format.count(failed.size() - 1L, "more assertion");
        return start + ": “" + failed.get(0).words() + "”" + more + ".";
    }

    /** The first line, shortened to what fits a heading; the whole message stands below. */
    private static String firstWords(String message) {
        String line = message.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= MOST_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }

    private static String line(RunFacts facts) {
        List<String> parts = new ArrayList<>();
        parts.add("score "
                + (facts.score() == null
                        ? Format.UNDEFINED
                        : Format.score(facts.score().value())));
        parts.add(facts.turnCount() == null ? "turns not given" : Format.count(facts.turnCount(), "turn"));
        parts.add(facts.durationMs() == null ? "duration not given" : Format.duration(facts.durationMs()));
        Score tone = facts.tone().get(ToneDimension.OVERALL);
        parts.add(tone == null ? "tone not scored" : "tone " + Format.score(tone.value()));
        return String.join(" · ", parts);
    }

    private static List<Link> neighbours(PageContext context, ScenarioNumbers scenario, CorpusRun run) {
        LocalDate night = context.report().analysis().nights().of(run);
        List<CorpusRun> attempts = scenario.entries().stream()
                .filter(entry -> entry.night().equals(night))
                .findFirst()
                .map(NightEntry::runs)
                .orElse(List.of());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).id().equals(run.id())) {
                links.add(Link.plain("attempt " + (i + 1) + " of " + attempts.size()));
                if (i > 0) {
                    links.add(context.link(SitePaths.run(attempts.get(i - 1).id()), "previous attempt"));
                }
                if (i + 1 < attempts.size()) {
                    links.add(context.link(SitePaths.run(attempts.get(i + 1).id()), "next attempt"));
                }
            }
        }
        return links;
    }

    private static List<Verdict> verdicts(@Nullable Scenario scenario, RunFacts facts, RunText text) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < facts.assertions().size(); i++) {
            AssertionResult result = facts.assertions().get(i);
            AssertionDefinition definition = definition(scenario, result);
            verdicts.add(new Verdict(
                    state(result),
                    AssertionWords.of(result.key(), definition)
                            + (definition == null || definition.required() ? "" : ", optional"),
                    result.score() == null ? "" : Format.score(result.score().value()),
                    i < text.reasonings().size() ? text.reasonings().get(i) : null));
        }
        return verdicts;
    }

    static @Nullable AssertionDefinition definition(@Nullable Scenario scenario, AssertionResult result) {
        if (scenario == null || result.key().id() == null) {
            return null;
        }
        return scenario.assertions().stream()
                .filter(definition -> result.key().id().equals(definition.id()))
                .findFirst()
                .orElse(null);
    }

    private static Cell.State state(AssertionResult result) {
        return switch (result.verdict()) {
            case PASSED -> new Cell.State(Mark.PASS, "passed");
            case FAILED -> new Cell.State(Mark.FAIL, "failed");
            case UNKNOWN -> new Cell.State(Mark.OPEN, "no verdict");
        };
    }

    private static List<Fact> tone(RunFacts facts) {
        List<Fact> scores = new ArrayList<>();
        for (ToneDimension dimension : ToneDimension.values()) {
            Score score = facts.tone().get(dimension);
            if (score != null) {
                scores.add(Fact.of(dimension.title(), Format.score(score.value())));
            }
        }
        return scores;
    }

    private static String words(ToneIssue issue) {
        return issue.category() == null || issue.text().equals(issue.category())
                ? issue.text()
                : issue.category() + ": " + issue.text();
    }

    private static List<Fact> ids(PageContext context, RunFacts facts) {
        List<Fact> ids = new ArrayList<>();
        ids.add(new Fact("run", new Cell.Code(facts.id())));
        ids.add(new Fact("scenario", context.cell(SitePaths.scenario(facts.scenarioId()), facts.scenarioId())));
        if (facts.batchId() != null) {
            ids.add(new Fact("batch", context.cell(SitePaths.batch(facts.batchId()), facts.batchId())));
        }
        if (facts.pathwayId() != null) {
            ids.add(new Fact("pathway", new Cell.Code(facts.pathwayId())));
        }
        if (facts.personaId() != null) {
            ids.add(new Fact("persona", new Cell.Code(facts.personaId())));
        }
        if (facts.version() != null) {
            ids.add(Fact.of("version", facts.version()));
        }
        ids.add(Fact.of("created", context.time(facts.createdAt())));
        return ids;
    }
}
