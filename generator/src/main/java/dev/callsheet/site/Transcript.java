package dev.callsheet.site;

import dev.callsheet.model.ToneExample;
import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transcript with the vendor's tone examples at their turns. An example's turn counts from 1 over all messages; it
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

    /** What the tone score says of a turn. */
    public record Remark(String cssClass, String text) {}

    static Transcript of(List<Turn> chat, List<ToneExample> examples) {
        List<List<Remark>> remarks = new ArrayList<>();
        chat.forEach(turn -> remarks.add(new ArrayList<>()));
        List<Remark> unplaced = new ArrayList<>();
        for (ToneExample example : examples) {
            int at = example.indexIn(chat);
            (at < 0 ? unplaced : remarks.get(at)).add(remark(example));
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
                cssClass, category + (sentiment.isEmpty() ? "" : ", " + sentiment) + ": “" + example.text() + "”");
    }

    private static String who(@Nullable String role) {
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
