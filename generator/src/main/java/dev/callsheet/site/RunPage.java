package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of one run: what was recorded of it, its place among the attempts of its night, and the nearest pass beside a
 * failed call. It changes from night to night only where one of these does.
 */
final class RunPage {

    private RunPage() {}

    /**
     * What the page shows.
     *
     * @param line score, turns, duration and tone in a line
     * @param neighbours previous and next attempt of the same night, and the nearest pass of a run that failed
     * @param contradiction where status and assertions do not fit together; null where they do
     * @param error the error message; null when there is none
     * @param places where its turns stand
     * @param parting how its nodes and those of the nearest pass part; empty when not known
     */
    public record View(
            String headline,
            Cell.State state,
            String line,
            List<Link> neighbours,
            @Nullable String contradiction,
            @Nullable String error,
            TurnPlaces places,
            Call call,
            List<RunVerdicts.Verdict> assertions,
            List<Node> nodes,
            String parting,
            @Nullable String lastNode,
            List<Fact> variables,
            List<Fact> tone,
            List<Issue> issues,
            List<Fact> ids) {}

    /**
     * What was said.
     *
     * @param turns how many there are, and which of them are here where the call has several pages
     * @param marked what to look at in a long call
     * @param stretches the turns of this page, alone; empty where they stand beside the nearest pass
     * @param beside the same beside the nearest pass; null where there is none to set beside
     * @param alone why a failed call stands alone; empty where that is not to be expected
     * @param parts the way to further turns
     * @param unplaced remarks on tone that point to no turn
     */
    public record Call(
            String turns,
            TurnMarks.Overview marked,
            List<CallRows.Stretch> stretches,
            @Nullable BesidePass beside,
            String alone,
            List<Link> parts,
            List<Transcript.Remark> unplaced) {}

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

    /**
     * The page with the first turns; {@link TurnsPage} has those that it has no room for.
     *
     * @param texts what was said in a run
     */
    static Page make(PageContext context, ScenarioNumbers scenario, CorpusRun run, Function<CorpusRun, RunText> texts) {
        CorpusRun twin = run.facts().status() == RunStatus.FAILED ? Twin.of(run, scenario.entries()) : null;
        return new Page(
                context.here(),
                "run",
                Frames.ofRecord(
                        context,
                        scenario.name() + ", run " + Words.status(run.facts()),
                        crumbs(context, scenario, run)),
                view(context, scenario, run, texts, twin));
    }

    /** @param twin the nearest passing run; null when there is none, or the run did not fail */
    static View view(
            PageContext context,
            ScenarioNumbers scenario,
            CorpusRun run,
            Function<CorpusRun, RunText> texts,
            @Nullable CorpusRun twin) {
        RunFacts facts = run.facts();
        RunText text = texts.apply(run);
        RunVerdicts verdicts = RunVerdicts.of(scenario.definition(), facts, text);
        Transcript transcript = transcript(text, verdicts);
        TurnPlaces places = TurnPlaces.seenFrom(context, run);
        return new View(
                RunHeadline.of(facts, verdicts, text.errorMessage()),
                Words.state(facts),
                line(facts, scenario.definition()),
                neighbours(context, scenario, run, twin),
                verdicts.contradiction(facts.status()),
                text.errorMessage(),
                places,
                call(context, run, text, transcript, places, twin, texts),
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
                issues(text),
                ids(context, facts));
    }

    private static Call call(
            PageContext context,
            CorpusRun run,
            RunText text,
            Transcript transcript,
            TurnPlaces places,
            @Nullable CorpusRun twin,
            Function<CorpusRun, RunText> texts) {
        List<Transcript.Line> here = Parts.TURNS.of(transcript.lines(), 1);
        BesidePass beside = twin == null
                ? null
                : BesidePass.of(
                        context, run, text.chat(), here, twin, texts.apply(twin).chat());
        return new Call(
                turns(transcript.lines().size()),
                TurnMarks.overview(transcript.lines(), places),
                beside == null ? CallRows.alone(here) : List.of(),
                beside,
                beside == null ? alone(run.facts(), text, twin) : "",
                Parts.TURNS.links(context, SitePaths.run(run.id()), run.turns(), 1),
                transcript.unplaced());
    }

    /** All turns of a call with what is said of them. */
    static List<Transcript.Line> lines(ScenarioNumbers scenario, CorpusRun run, RunText text) {
        return transcript(text, RunVerdicts.of(scenario.definition(), run.facts(), text))
                .lines();
    }

    private static Transcript transcript(RunText text, RunVerdicts verdicts) {
        return Transcript.of(text.chat(), text.toneExamples(), remarks(text, verdicts, issues(text)));
    }

    static List<Link> crumbs(PageContext context, ScenarioNumbers scenario, CorpusRun run) {
        LocalDate night = context.report().analysis().nights().of(run);
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(context.link(SitePaths.SCENARIOS, "Scenarios"));
        crumbs.add(context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())));
        if (night != null) {
            crumbs.add(context.link(SitePaths.night(night), Format.longDate(night)));
        }
        return crumbs;
    }

    /** "12 turns", or "turns 1 to 80 of 200". */
    private static String turns(int all) {
        if (all == 0) {
            return "";
        }
        return all > Parts.TURNS.most() ? Parts.TURNS.note(all, 1) : Format.count(all, "turn");
    }

    private static String alone(RunFacts facts, RunText text, @Nullable CorpusRun twin) {
        if (facts.status() != RunStatus.FAILED || text.chat().isEmpty()) {
            return "";
        }
        return twin == null
                ? "No passing call of this or an earlier night is at hand to set beside it."
                : "The nearest pass has no transcript to set beside it.";
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
                    links.add(context.link(attempts.get(i - 1), "previous attempt")
                            .previous());
                }
                if (i + 1 < attempts.size() && context.hasPage(attempts.get(i + 1))) {
                    links.add(context.link(attempts.get(i + 1), "next attempt").next());
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

    private static Map<Integer, List<Transcript.Remark>> remarks(
            RunText text, RunVerdicts verdicts, List<Issue> issues) {
        Map<Integer, List<Transcript.Remark>> remarks = new TreeMap<>();
        for (Issue issue : issues) {
            if (issue.turn() != null) {
                remarks.computeIfAbsent(issue.turn(), key -> new ArrayList<>())
                        .add(new Transcript.Remark("bad", Link.plain("tone issue"), issue.text()));
            }
        }
        for (Map<Integer, List<Transcript.Remark>> more : List.of(verdicts.remarks(), TurnMarks.of(text.chat()))) {
            more.forEach((turn, of) ->
                    remarks.computeIfAbsent(turn, key -> new ArrayList<>()).addAll(of));
        }
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
