package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.metrics.Twin;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The page of one run: its own facts only, so that it never changes again. */
final class RunPage {

    private static final int MOST_CHARACTERS = 90;

    private RunPage() {}

    /**
     * What the page shows.
     *
     * @param line score, turns, duration and tone in a line
     * @param neighbours previous and next attempt of the same night, and the nearest pass of a run that failed
     * @param contradiction where status and assertions do not fit together; null where they do
     * @param error the error message; null when there is none
     * @param parting how its nodes and those of the nearest pass part; empty when not known
     * @param unplaced remarks on tone that point to no turn
     */
    public record View(
            String headline,
            Cell.State state,
            String line,
            List<Link> neighbours,
            @Nullable String contradiction,
            @Nullable String error,
            List<Transcript.Line> transcript,
            List<RunVerdicts.Verdict> assertions,
            List<Node> nodes,
            String parting,
            @Nullable String lastNode,
            List<Fact> variables,
            List<Fact> tone,
            List<Issue> issues,
            List<Transcript.Remark> unplaced,
            List<Fact> ids) {}

    /**
     * A node that the call visited.
     *
     * @param parting whether this is the node at which the call leaves its nearest pass
     */
    public record Node(String name, boolean parting) {}

    /**
     * A tone issue.
     *
     * @param turn where in the transcript, from 1; null when not said, or beyond it
     */
    public record Issue(String text, @Nullable Integer turn) {}

    static Page make(PageContext context, ScenarioNumbers scenario, CorpusRun run, RunText text) {
        CorpusRun twin = run.facts().status() == RunStatus.FAILED ? Twin.of(run, scenario.entries()) : null;
        return new Page(context.here(), "run", frame(context, scenario, run), view(context, scenario, run, text, twin));
    }

    /** @param twin the nearest passing run; null when there is none, or the run did not fail */
    static View view(
            PageContext context, ScenarioNumbers scenario, CorpusRun run, RunText text, @Nullable CorpusRun twin) {
        RunFacts facts = run.facts();
        RunVerdicts verdicts = RunVerdicts.of(scenario.definition(), facts, text);
        List<Issue> issues = issues(text);
        Transcript transcript = Transcript.of(text.chat(), text.toneExamples(), remarks(verdicts, issues));
        return new View(
                headline(facts, verdicts, text.errorMessage()),
                Words.state(facts),
                line(facts, scenario.definition()),
                neighbours(context, scenario, run, twin),
                verdicts.contradiction(facts.status()),
                text.errorMessage(),
                transcript.lines(),
                verdicts.verdicts(),
                nodes(facts, twin),
                twin == null
                        ? ""
                        : NodePaths.parting(facts.nodes(), twin.facts().nodes()),
                facts.currentNodeId(),
                text.variables().stream()
                        .map(variable -> new Fact(variable.name(), Cell.text(variable.value())))
                        .toList(),
                tone(facts),
                issues,
                transcript.unplaced(),
                ids(context, facts));
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

    private static String headline(RunFacts facts, RunVerdicts verdicts, @Nullable String error) {
        String status = Words.status(facts);
        String start = status.substring(0, 1).toUpperCase(Locale.ROOT) + status.substring(1);
        if (facts.status() == RunStatus.ERROR && error != null && !error.isBlank()) {
            return start + ": " + firstWords(error);
        }
        if (facts.status() != RunStatus.FAILED) {
            return start + ".";
        }
        List<RunVerdicts.Verdict> failed = verdicts.failed();
        if (failed.isEmpty()) {
            return verdicts.verdicts().isEmpty()
                    ? "Failed, with no assertion result to say why."
                    : "Failed, though no assertion failed.";
        }
        String more = failed.size() == 1 ? "" : " and " + Format.count(failed.size() - 1L, "more assertion");
        return start + ": " + Words.quoted(failed.get(0).words()) + more + ".";
    }

    /** The first line, shortened to what fits a heading; the whole message stands below. */
    private static String firstWords(String message) {
        return Shortened.of(message.strip().lines().findFirst().orElse(""), MOST_CHARACTERS);
    }

    private static String line(RunFacts facts, @Nullable Scenario definition) {
        List<String> parts = new ArrayList<>();
        parts.add("score " + Format.score(facts.score()));
        parts.add(turns(facts.turnCount(), definition == null ? null : definition.maxTurns()));
        parts.add(facts.durationMs() == null ? "duration not given" : Format.duration(facts.durationMs()));
        Score tone = facts.tone().get(ToneDimension.OVERALL);
        parts.add(tone == null ? "tone not scored" : "tone " + Format.score(tone));
        return String.join(" · ", parts);
    }

    private static String turns(@Nullable Integer count, @Nullable Integer most) {
        if (count == null) {
            return "turns not given";
        }
        return most != null && count >= most
                ? Format.grouped(count) + " of at most " + Format.count(most, "turn")
                : Format.count(count, "turn");
    }

    private static List<Link> neighbours(
            PageContext context, ScenarioNumbers scenario, CorpusRun run, @Nullable CorpusRun twin) {
        NightEntry entry = scenario.entryOf(context.report().analysis().nights().of(run));
        List<CorpusRun> attempts = entry == null ? List.of() : entry.runs();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).id().equals(run.id())) {
                links.add(Link.plain("attempt " + (i + 1) + " of " + attempts.size()));
                if (i > 0 && context.hasPage(attempts.get(i - 1))) {
                    links.add(context.link(attempts.get(i - 1), "previous attempt"));
                }
                if (i + 1 < attempts.size() && context.hasPage(attempts.get(i + 1))) {
                    links.add(context.link(attempts.get(i + 1), "next attempt"));
                }
            }
        }
        if (twin != null && context.hasPage(twin)) {
            links.add(context.link(twin, "nearest pass"));
        }
        return links;
    }

    private static List<Issue> issues(RunText text) {
        List<Issue> issues = new ArrayList<>();
        text.toneIssues().stream().map(IssueWords::of).forEach(issue -> {
            int turn = issue.turn().orElse(0);
            boolean known = turn >= 1 && turn <= text.chat().size();
            String beyond = issue.turn().isPresent() && !known ? ", turn " + turn : "";
            issues.add(new Issue(issue.text() + beyond, known ? (Integer) turn : null));
        });
        return issues;
    }

    private static Map<Integer, List<Transcript.Remark>> remarks(RunVerdicts verdicts, List<Issue> issues) {
        Map<Integer, List<Transcript.Remark>> remarks = new TreeMap<>();
        for (Issue issue : issues) {
            if (issue.turn() != null) {
                remarks.computeIfAbsent(issue.turn(), key -> new ArrayList<>())
                        .add(new Transcript.Remark("bad", "tone issue: " + issue.text()));
            }
        }
        verdicts.remarks()
                .forEach((turn, of) ->
                        remarks.computeIfAbsent(turn, key -> new ArrayList<>()).addAll(of));
        return remarks;
    }

    private static List<Node> nodes(RunFacts facts, @Nullable CorpusRun twin) {
        List<String> others = twin == null ? List.of() : twin.facts().nodes();
        int parting = others.isEmpty() ? -1 : Twin.common(facts.nodes(), others);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < facts.nodes().size(); i++) {
            nodes.add(new Node(facts.nodes().get(i), i == parting));
        }
        return nodes;
    }

    private static List<Fact> tone(RunFacts facts) {
        List<Fact> scores = new ArrayList<>();
        for (ToneDimension dimension : ToneDimension.values()) {
            Score score = facts.tone().get(dimension);
            if (score != null) {
                scores.add(Fact.of(dimension.title(), Format.score(score)));
            }
        }
        return scores;
    }

    private static List<Fact> ids(PageContext context, RunFacts facts) {
        List<Fact> ids = new ArrayList<>();
        ids.add(new Fact("run", new Cell.Code(facts.id())));
        ids.add(new Fact("scenario", context.cell(SitePaths.scenario(facts.scenarioId()), facts.scenarioId())));
        if (facts.batchId() != null) {
            ids.add(new Fact("batch", context.cell(SitePaths.batch(facts.batchId()), facts.batchId())));
        }
        if (facts.pathwayId() != null) {
            ids.add(new Fact("pathway", context.cell(SitePaths.pathway(facts.pathwayId()), facts.pathwayId())));
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
