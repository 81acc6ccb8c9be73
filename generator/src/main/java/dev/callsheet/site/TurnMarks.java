package dev.callsheet.site;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What a transcript shows of its turns by itself: silence, a speaker who goes on without an answer, long speeches. */
final class TurnMarks {

    /** Words of the agent in one turn that are too many for an ear: at the usual pace some 25 seconds. */
    static final int MOST_WORDS = 60;

    private static final Set<String> CALLER_AND_AGENT = Set.of("user", "assistant");

    private TurnMarks() {}

    /** The marks by the turn's number from 1; a turn of which nothing is to be said has none. */
    static Map<Integer, List<Transcript.Remark>> of(List<Turn> chat) {
        Map<Integer, List<Transcript.Remark>> marks = new TreeMap<>();
        for (int i = 0; i < chat.size(); i++) {
            Turn turn = chat.get(i);
            List<Transcript.Remark> remarks = new ArrayList<>();
            if (!turn.content().isBlank() && isSilence(turn)) {
                remarks.add(Transcript.Remark.of("silence", "nothing was said"));
            }
            if (i > 0 && goesOn(chat.get(i - 1), turn)) {
                String other = "user".equals(turn.role()) ? "agent" : "caller";
                remarks.add(Transcript.Remark.of("no answer", "nothing of the " + other + " since the turn before"));
            }
            int words = "assistant".equals(turn.role()) ? SpokenWords.count(turn.content()) : 0;
            if (words > MOST_WORDS) {
                remarks.add(Transcript.Remark.of(
                        "long turn", Format.grouped(words) + " words, more than " + MOST_WORDS + " in one go"));
            }
            if (!remarks.isEmpty()) {
                marks.put(i + 1, remarks);
            }
        }
        return marks;
    }

    /** Whether nothing was said: no text, only punctuation, or the word for it, as in "*silence*". */
    static boolean isSilence(Turn turn) {
        List<String> words = SpokenWords.of(turn.content());
        return words.isEmpty()
                || (words.equals(List.of("silence")) && !turn.content().strip().matches("\\p{L}+\\.?"));
    }

    private static boolean goesOn(Turn before, Turn turn) {
        return turn.role() != null
                && CALLER_AND_AGENT.contains(turn.role())
                && Objects.equals(before.role(), turn.role());
    }
}
