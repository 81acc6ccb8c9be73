package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one run says about a failure: the judge's reason, or the error message.
 *
 * @param words hostile text, cut to {@value #MOST_CHARACTERS} code points
 */
record Excerpt(CorpusRun run, String words) {

    static final int MOST_CHARACTERS = 300;

    /** Runs that say nothing beyond the label are passed over, but texts lie on disk: so many are read and no more. */
    private static final int MOST_READ = 10;

    private static final Pattern NO_WORD = Pattern.compile("\\W+", Pattern.UNICODE_CHARACTER_CLASS);

    /**
     * Those of the newest run that says anything and, if it says something else, of one from the middle, so that what
     * changed over time has a chance to show.
     *
     * @param newestFirst the runs of the group
     */
    static List<Excerpt> of(
            FailureGroup group,
            List<CorpusRun> newestFirst,
            Map<String, ScenarioNumbers> scenarios,
            Function<CorpusRun, RunText> texts) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (int from : List.of(0, newestFirst.size() / 2)) {
            newestFirst.stream()
                    .skip(from)
                    .limit(MOST_READ)
                    .flatMap(run -> Stream.ofNullable(
                                    words(group, run, scenarios.get(run.facts().scenarioId()), texts.apply(run)))
                            .map(words -> new Excerpt(run, Shortened.of(words, MOST_CHARACTERS))))
                    .filter(excerpt -> excerpts.stream().noneMatch(other -> other.words.equals(excerpt.words)))
                    .findFirst()
                    .ifPresent(excerpts::add);
        }
        return excerpts;
    }

    private static @Nullable String words(
            FailureGroup group, CorpusRun run, @Nullable ScenarioNumbers scenario, RunText text) {
        String words = switch (group.kind()) {
            case ERROR_MESSAGE -> text.errorMessage();
            case ASSERTION -> reason(group, run, scenario == null ? null : scenario.definition(), text);
        };
        return words == null || words.isBlank() || words.equals(group.label()) ? null : words.strip();
    }

    /** The reason given for the failed assertion of the run whose words are nearest to the group's. */
    private static @Nullable String reason(
            FailureGroup group, CorpusRun run, @Nullable Scenario definition, RunText text) {
        Set<String> sought = tokens(group.label());
        List<AssertionResult> results = run.facts().assertions();
        String reason = null;
        double nearest = -1;
        for (int i = 0; i < Math.min(results.size(), text.reasonings().size()); i++) {
            AssertionResult result = results.get(i);
            Set<String> found = tokens(AssertionDefinitions.words(definition, result.key()));
            if (result.verdict() == Verdict.FAILED && shared(sought, found) > nearest) {
                nearest = shared(sought, found);
                reason = text.reasonings().get(i);
            }
        }
        return reason;
    }

    /** The share of words in common, from 0 to 1. */
    private static double shared(Set<String> sought, Set<String> found) {
        long common = found.stream().filter(sought::contains).count();
        return 2.0 * common / (sought.size() + found.size());
    }

    private static Set<String> tokens(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
