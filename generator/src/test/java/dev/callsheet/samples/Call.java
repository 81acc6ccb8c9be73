package dev.callsheet.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said and done in one call.
 *
 * @param judgeScore hundredths
 * @param tone how much better or worse than usual each dimension was heard, in hundredths
 * @param modes what a simulation set calls this failure; empty for a call that went well
 */
record Call(
        List<Said> chat,
        List<String> nodes,
        Map<String, String> variables,
        int judgeScore,
        String judgeReason,
        Map<String, Integer> tone,
        List<String> issues,
        List<Example> examples,
        List<String> modes) {

    static final Call EMPTY =
            new Call(List.of(), List.of(), Map.of(), 0, "", Map.of(), List.of(), List.of(), List.of());

    // "Done." alone would say nothing, so a quotation goes on to the next end of a sentence.
    private static final Pattern QUOTATION = Pattern.compile("^.{20,}?[.!?](?= |$)");

    /** One turn. */
    record Said(boolean byAgent, String text) {}

    /** A quotation in a tone score; turns count from 1. */
    record Example(int turn, String dimension, String text, boolean good) {}

    /** Plays one way of a dialogue with one caller. */
    static Call play(List<Dialogue.Line> way, Caller caller, Dice dice) {
        List<Said> chat = new ArrayList<>();
        List<String> nodes = new ArrayList<>();
        Map<String, String> variables = new LinkedHashMap<>();
        int judgeScore = 0;
        String judgeReason = "";
        Map<String, Integer> tone = new LinkedHashMap<>();
        List<String> issues = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        List<String> modes = new ArrayList<>();
        for (Dialogue.Line line : way) {
            String rest = line.rest();
            String[] words = rest.split(" ", 3);
            switch (line.word()) {
                case "@" -> nodes.add(rest);
                case "C" -> chat.add(new Said(false, caller.fill(dice.pick(line.variants()))));
                case "set" -> {
                    int equals = rest.indexOf('=');
                    variables.put(rest.substring(0, equals), caller.fill(rest.substring(equals + 1)));
                }
                case "judge" -> {
                    judgeScore = dice.between(hundredths(words[0]), hundredths(words[1]));
                    judgeReason = caller.fill(dice.pick(new Dialogue.Line("judge", words[2]).variants()));
                }
                case "tone" -> tone.put(words[0], Integer.parseInt(words[1]));
                case "issue" -> issues.add(rest);
                case "mode" -> modes.add(rest);
                default -> {
                    String text = caller.fill(dice.pick(line.variants()));
                    chat.add(new Said(true, text));
                    if (line.word().length() > 1) {
                        boolean good = line.word().charAt(1) == '+';
                        examples.add(new Example(chat.size(), line.word().substring(2), quotation(text), good));
                    }
                }
            }
        }
        return new Call(chat, nodes, variables, judgeScore, judgeReason, tone, issues, examples, modes);
    }

    /** The beginning of this call: its first four turns and two nodes, nothing judged yet. */
    Call begun() {
        return new Call(
                chat.subList(0, 4), nodes.subList(0, 2), Map.of(), 0, "", Map.of(), List.of(), List.of(), List.of());
    }

    Call firstExampleOneTurnLate() {
        Example first = examples.get(0);
        return withFirstExample(new Example(first.turn() + 1, first.dimension(), first.text(), first.good()));
    }

    Call firstExampleInOtherWords() {
        Example first = examples.get(0);
        return withFirstExample(
                new Example(first.turn(), first.dimension(), "We are here for you, whatever it takes.", first.good()));
    }

    private Call withFirstExample(Example first) {
        List<Example> changed = new ArrayList<>(examples);
        changed.set(0, first);
        return new Call(chat, nodes, variables, judgeScore, judgeReason, tone, issues, changed, modes);
    }

    boolean says(String phrase) {
        return chat.stream().anyMatch(said -> said.text().contains(phrase));
    }

    private static int hundredths(String score) {
        return (int) Math.round(Double.parseDouble(score) * 100);
    }

    private static String quotation(String text) {
        Matcher matcher = QUOTATION.matcher(text);
        return matcher.find() ? matcher.group() : text;
    }
}
