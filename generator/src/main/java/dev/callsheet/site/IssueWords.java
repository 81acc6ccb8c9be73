package dev.callsheet.site;

import dev.callsheet.model.ToneIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tone issue for people. Issues that were objects come as {@code description: …; turn: 3}: of these the fields that
 * hold the sentence lose their name, the others keep it, and a turn becomes a place.
 *
 * @param turn where it was, from 1 as the API counts; empty when not said
 */
record IssueWords(String text, OptionalInt turn) {

    private static final Set<String> SENTENCES =
            Set.of("description", "text", "message", "issue", "detail", "details", "summary", "comment", "explanation");
    private static final Set<String> TURNS = Set.of("turn", "turn_number");
    private static final Set<String> OTHERS = Set.of("severity", "suggestion", "quote", "reason");
    private static final Pattern FIELD = Pattern.compile("(?:^|; )([a-z][A-Za-z0-9_]{0,40}): ");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    static IssueWords of(ToneIssue issue) {
        String category = issue.category() == null
                ? ""
                : issue.category().replace('_', ' ').strip();
        List<String> parts = new ArrayList<>();
        OptionalInt turn = OptionalInt.empty();
        for (Field field : fields(issue)) {
            if (TURNS.contains(field.name()) && NUMBER.matcher(field.value()).matches()) {
                turn = OptionalInt.of(Integer.parseInt(field.value()));
            } else if (!field.value().isBlank() && !field.value().equals("null")) {
                parts.add(field.words());
            }
        }
        String text = String.join("; ", parts);
        if (category.isEmpty() || category.equals(text)) {
            return new IssueWords(text.isEmpty() ? "an issue without words" : text, turn);
        }
        return new IssueWords(text.isEmpty() ? category : category + ": " + text, turn);
    }

    /** A field of the issue; without a name it is the whole of a plain text. */
    private record Field(String name, String value) {

        String words() {
            return name.isEmpty() || SENTENCES.contains(name) ? value : name.replace('_', ' ') + " " + value;
        }
    }

    private static List<Field> fields(ToneIssue issue) {
        String text = issue.text();
        Matcher matcher = FIELD.matcher(text);
        if (!matcher.lookingAt() || (issue.category() == null && !isKnown(matcher.group(1)))) {
            return List.of(new Field("", text)); // a sentence of its own, which may well hold a colon
        }
        List<Field> fields = new ArrayList<>();
        String name = matcher.group(1);
        int start = matcher.end();
        while (matcher.find()) {
            fields.add(new Field(name, text.substring(start, matcher.start())));
            name = matcher.group(1);
            start = matcher.end();
        }
        fields.add(new Field(name, text.substring(start)));
        return fields;
    }

    private static boolean isKnown(String name) {
        return SENTENCES.contains(name) || TURNS.contains(name) || OTHERS.contains(name);
    }
}
