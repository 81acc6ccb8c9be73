package dev.callsheet.source;

import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneExample;
import dev.callsheet.model.ToneIssue;
import dev.callsheet.model.ToneScores;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code bland_tone_score}. Each dimension stands for itself; one that is missing is never 0. */
final class ToneParser {

    /** Of a run that was not scored. */
    static final Tone NO_TONE = new Tone(ToneScores.NONE, List.of(), List.of());

    private ToneParser() {}

    /** How a run sounded. */
    record Tone(ToneScores scores, List<ToneIssue> issues, List<ToneExample> examples) {}

    static Tone parse(Fields tone) {
        Map<ToneDimension, Score> scores = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            Score score = tone.score(dimension.field());
            if (score != null) {
                scores.put(dimension, score);
            }
        }
        return new Tone(scores.isEmpty() ? ToneScores.NONE : new ToneScores(scores), issues(tone), examples(tone));
    }

    private static List<ToneIssue> issues(Fields tone) {
        List<ToneIssue> issues = new ArrayList<>();
        int index = 0;
        for (JsonNode issue : tone.list("issues")) {
            var here = tone.at("issues").at(index++);
            if (issue.isString()) {
                issues.add(new ToneIssue(null, tone.clean(issue.stringValue(), here)));
            } else if (issue.isObject()) {
                issues.add(issue(new Fields(issue, here, tone.problems())));
            } else {
                tone.problems().value(here, "a text or an object", Shown.type(issue), "");
            }
        }
        return issues;
    }

    private static ToneIssue issue(Fields issue) {
        String named = isText(issue.get("category")) ? "category" : "type";
        String category = isText(issue.get(named)) ? issue.line(named) : null;
        List<String> words = new ArrayList<>();
        for (var field : RunParser.variables(issue)) {
            if (category == null || !field.name().equals(named)) {
                words.add(field.name() + ": " + field.value());
            }
        }
        return new ToneIssue(category, String.join("; ", words));
    }

    private static boolean isText(@Nullable JsonNode value) {
        return value != null && value.isString();
    }

    private static List<ToneExample> examples(Fields tone) {
        List<ToneExample> examples = new ArrayList<>();
        for (Fields example : tone.objects("examples")) {
            if (example != null) {
                String text = example.callText("text");
                Integer turn = turn(example);
                if (text == null && example.get("text") == null) {
                    example.problems().value(example.at("text"), "a text", "nothing", "");
                } else if (text != null) {
                    examples.add(new ToneExample(turn, example.line("category"), text, example.line("sentiment")));
                }
            }
        }
        return examples;
    }

    private static @Nullable Integer turn(Fields example) {
        JsonNode value = example.get("turn");
        if (value == null) {
            return null;
        }
        OptionalLong turn = Numbers.whole(value, Integer.MAX_VALUE);
        if (turn.orElse(0) == 0) {
            example.problems().value(example.at("turn"), "a turn, counted from 1", Shown.value(value), "");
            return null;
        }
        return (int) turn.getAsLong();
    }
}
