package dev.callsheet.site;

import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The assertions of a run with where in the call they point: required failures first, then optional ones, those without
 * a verdict, those that passed.
 *
 * @param remarks what the assertions say of turns, by the turn's number from 1
 */
record RunVerdicts(List<Verdict> verdicts, SortedMap<Integer, List<Transcript.Remark>> remarks) {

    /** Quotes looked for in one call; what is beyond costs more than it tells. */
    static final int MOST_SEARCHES = 50;

    private static final int MOST_QUOTED = 80;

    /**
     * An assertion's outcome.
     *
     * @param number its place among the results of the run, from 1, also the anchor {@code assertion-<number>}
     * @param details score, weight and whether it is optional, as far as known
     * @param optional by the scenario's definition
     */
    public record Verdict(
            int number,
            Cell.State state,
            String words,
            String details,
            boolean optional,
            @Nullable String reasoning,
            List<Pointer> pointers) {

        boolean failed() {
            return state.mark() == Mark.FAIL;
        }
    }

    /**
     * What stands in the call, or does not.
     *
     * @param turn where, from 1; null when in no turn
     */
    public record Pointer(String words, @Nullable Integer turn) {}

    static RunVerdicts of(@Nullable Scenario scenario, RunFacts facts, RunText text) {
        TurnSearch call = new TurnSearch(text.chat());
        List<Verdict> verdicts = new ArrayList<>();
        SortedMap<Integer, List<Transcript.Remark>> remarks = new TreeMap<>();
        int searches = 0;
        for (int i = 0; i < facts.assertions().size(); i++) {
            AssertionResult result = facts.assertions().get(i);
            AssertionDefinition definition =
                    scenario == null ? null : scenario.assertion(result.key().id());
            String reasoning = i < text.reasonings().size() ? text.reasonings().get(i) : null;
            List<Pointer> pointers = new ArrayList<>();
            if (searches < MOST_SEARCHES) {
                pointers.addAll(checked(AssertionCheck.of(result.key(), definition), facts, text, call));
                List<String> quotes = reasoning == null || call.isEmpty() ? List.of() : Quotes.of(reasoning);
                searches += 1 + quotes.size();
                quotes.stream()
                        .map(quote -> said(call, quote))
                        .filter(Objects::nonNull)
                        .forEach(pointers::add);
            }
            Verdict verdict = new Verdict(
                    i + 1,
                    state(result),
                    AssertionWords.of(result.key(), definition),
                    details(result, definition),
                    definition != null && !definition.required(),
                    reasoning,
                    List.copyOf(pointers));
            verdicts.add(verdict);
            turns(pointers)
                    .forEach(turn -> remarks.computeIfAbsent(turn, key -> new ArrayList<>())
                            .add(remark(verdict)));
        }
        verdicts.sort(Comparator.comparingInt(RunVerdicts::rank));
        return new RunVerdicts(List.copyOf(verdicts), remarks);
    }

    List<Verdict> failed() {
        return verdicts.stream().filter(Verdict::failed).toList();
    }

    /** A sentence where status and assertions do not fit together; null where they do. */
    @Nullable
    String contradiction(RunStatus status) {
        List<Verdict> failed = failed();
        long required = failed.stream().filter(verdict -> !verdict.optional()).count();
        String what;
        if (status == RunStatus.PASSED && required > 0) {
            what = "the run passed, but " + Format.count(required, "assertion") + " failed that "
                    + (required == 1 ? "is" : "are") + " not known to be optional";
        } else if (status == RunStatus.FAILED && failed.isEmpty() && !verdicts.isEmpty()) {
            what = "the run failed, but none of its assertions did";
        } else if (status == RunStatus.FAILED && !failed.isEmpty() && required == 0) {
            what = "the run failed, but only optional assertions did";
        } else {
            return null;
        }
        return "Status and assertions contradict each other: " + what + ". Rates follow the status.";
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.state().mark()) {
            case FAIL -> verdict.optional() ? 1 : 0;
            case PASS -> 3;
            default -> 2;
        };
    }

    private static Cell.State state(AssertionResult result) {
        return switch (result.verdict()) {
            case PASSED -> new Cell.State(Mark.PASS, "passed");
            case FAILED -> new Cell.State(Mark.FAIL, "failed");
            case UNKNOWN -> new Cell.State(Mark.OPEN, "no verdict");
        };
    }

    private static String details(AssertionResult result, @Nullable AssertionDefinition definition) {
        List<String> details = new ArrayList<>();
        if (result.score() != null) {
            details.add("score " + Format.score(result.score()));
        }
        if (definition != null) {
            details.add(AssertionDefinitions.required(definition));
            details.add("weight " + AssertionDefinitions.weight(definition));
        }
        return String.join(", ", details);
    }

    private static List<Pointer> checked(AssertionCheck check, RunFacts facts, RunText text, TurnSearch call) {
        String expected = check.expected();
        return switch (check.subject()) {
            case TEXT -> {
                if (expected == null || call.isEmpty()) {
                    yield List.of();
                }
                yield List.of(Objects.requireNonNullElseGet(
                        said(call, expected), () -> new Pointer(quoted(expected) + " is in " + call.nowhere(), null)));
            }
            case NODE ->
                expected == null || facts.nodes().isEmpty()
                        ? List.of()
                        : List.of(new Pointer(visited(expected, facts.nodes()), null));
            case VARIABLE ->
                check.field() == null || text.variables().isEmpty()
                        ? List.of()
                        : List.of(new Pointer(extracted(check.field(), expected, text.variables()), null));
            case OTHER -> List.of();
        };
    }

    private static @Nullable Pointer said(TurnSearch call, String text) {
        TurnSearch.Hit hit = call.find(text);
        return hit == null
                ? null
                : new Pointer(quoted(text) + (hit.exact() ? " is in" : " is, in other case, in"), hit.turn());
    }

    private static String visited(String node, List<String> nodes) {
        int at = nodes.indexOf(node);
        return at < 0
                ? "node " + node + " is not among the " + nodes.size() + " visited"
                : "node " + node + " is number " + (at + 1) + " of the " + nodes.size() + " visited";
    }

    private static String extracted(String name, @Nullable String expected, List<Variable> variables) {
        String found = variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(variable -> "extracted " + quoted(variable.value()))
                .findFirst()
                .orElse("not extracted");
        return name + ": " + (expected == null ? "" : "expected " + quoted(expected) + ", ") + found;
    }

    private static String quoted(String text) {
        return "“" + Shortened.of(text, MOST_QUOTED) + "”";
    }

    private static List<Integer> turns(List<Pointer> pointers) {
        return pointers.stream()
                .map(Pointer::turn)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Transcript.Remark remark(Verdict verdict) {
        String cssClass = switch (verdict.state().mark()) {
            case FAIL -> "bad";
            case PASS -> "good";
            default -> "";
        };
        return new Transcript.Remark(
                cssClass,
                Link.to(
                        "#assertion-" + verdict.number(),
                        "assertion " + verdict.state().word()),
                verdict.words());
    }
}
