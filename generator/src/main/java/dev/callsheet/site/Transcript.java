package dev.callsheet.site;

import dev.callsheet.model.ToneExample;
import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transcript with what is said of its turns. The turn of a tone example counts from 1 over all messages; the example
 * is believed only where the quoted text stands in that turn or beside it (metrics.md 5.9).
 *
 * @param unplaced remarks whose text is in no turn they could mean
 */
record Transcript(List<Line> lines, List<Remark> unplaced) {

    /**
     * One turn.
     *
     * @param number from 1, also the anchor {@code turn-<number>}
     * @param who "caller", "agent", or the role as given
     * @param silent nothing was said
     */
    public record Line(int number, String who, boolean agent, String text, boolean silent, List<Remark> remarks) {}

    /**
     * What is said of a turn.
     *
     * @param about a word or two, with a link where more stands
     */
    public record Remark(String cssClass, Link about, String words) {

        static Remark of(String about, String words) {
            return new Remark("", Link.plain(about), words);
        }
    }

    /** @param others what else is to be said of turns, by their number from 1; numbers beyond the call are left out */
    static Transcript of(List<Turn> chat, List<ToneExample> examples, Map<Integer, List<Remark>> others) {
        List<List<Remark>> remarks = new ArrayList<>();
        chat.forEach(turn -> remarks.add(new ArrayList<>()));
        List<Remark> unplaced = new ArrayList<>();
        for (ToneExample example : examples) {
            int at = example.indexIn(chat);
            (at < 0 ? unplaced : remarks.get(at)).add(remark(example));
        }
        for (int i = 0; i < chat.size(); i++) {
            remarks.get(i).addAll(others.getOrDefault(i + 1, List.of()));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < chat.size(); i++) {
            Turn turn = chat.get(i);
            lines.add(new Line(
                    i + 1,
                    who(turn.role()),
                    "assistant".equals(turn.role()),
                    turn.content(),
                    turn.content().isBlank(),
                    remarks.get(i)));
        }
        return new Transcript(lines, unplaced);
    }

    private static Remark remark(ToneExample example) {
        String sentiment = example.sentiment() == null ? "" : example.sentiment();
        String cssClass = switch (sentiment) {
            case "positive" -> "good";
            case "negative" -> "bad";
            default -> "";
        };
        String category =
                example.category() == null ? "tone" : example.category().replace('_', ' ');
        return new Remark(
                cssClass,
                Link.plain(category + (sentiment.isEmpty() ? "" : ", " + sentiment)),
                "“" + example.text() + "”");
    }

    static String who(@Nullable String role) {
        if (role == null) {
            return "unknown";
        }
        return switch (role) {
            case "assistant" -> "agent";
            case "user" -> "caller";
            default -> role;
        };
    }
}
