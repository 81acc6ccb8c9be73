package dev.callsheet.site;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a transcript shows of its turns by itself: silence, a speaker who goes on without an answer, long speeches. */
final class TurnMarks {

    /** Words of the agent in one turn that are too many for an ear: at the usual pace some 25 seconds. */
    static final int MOST_WORDS = 60;

    /** A longer turn is taken for something said, unread: most turns are, and there are many. */
    private static final int LONGEST_SILENCE = 60;

    /** A shorter call is seen at a glance: what is marked in it needs no list. */
    private static final int SHORT_CALL = 20;

    private static final int MOST_LISTED = 10;

    private static final String SILENCE = "silence";

    private static final Set<String> CALLER_AND_AGENT = Set.of("user", "assistant");

    private TurnMarks() {}

    /**
     * Turns of which the same is said.
     *
     * @param about in a word or two
     * @param turns links with the turn's number; the first ones
     * @param more how many there are beyond these
     */
    public record Marked(String about, List<Link> turns, int more) {}

    /**
     * What to look at in a long call, worst first: all that is said of its turns but praise. A short call has no such
     * list.
     *
     * @param kinds the first ones
     * @param more how many further kinds there are, in words; empty when there is none
     */
    public record Overview(List<Marked> kinds, String more) {}

    static Overview overview(List<Transcript.Line> lines, TurnPlaces places) {
        if (lines.size() <= SHORT_CALL) {
            return new Overview(List.of(), "");
        }
        Map<String, List<Integer>> bad = new LinkedHashMap<>();
        Map<String, List<Integer>> other = new LinkedHashMap<>();
        for (Transcript.Line line : lines) {
            if (line.silent()) {
                add(other, SILENCE, line.number());
            }
            for (Transcript.Remark remark : line.remarks()) {
                if (!remark.cssClass().equals("good")) {
                    add(
                            remark.cssClass().equals("bad") ? bad : other,
                            remark.about().text(),
                            line.number());
                }
            }
        }
        int more = Math.max(0, bad.size() + other.size() - MOST_LISTED);
        return new Overview(
                Stream.of(bad, other)
                        .flatMap(marks -> marks.entrySet().stream())
                        .limit(MOST_LISTED)
                        .map(mark -> marked(mark.getKey(), mark.getValue(), places))
                        .toList(),
                more == 0 ? "" : Format.count(more, "more kind") + " of marks");
    }

    private static void add(Map<String, List<Integer>> marks, String about, int turn) {
        List<Integer> turns = marks.computeIfAbsent(about, key -> new ArrayList<>());
        if (turns.isEmpty() || turns.get(turns.size() - 1) != turn) {
            turns.add(turn);
        }
    }

    private static Marked marked(String about, List<Integer> turns, TurnPlaces places) {
        return new Marked(
                about,
                turns.stream()
                        .limit(MOST_LISTED)
                        .map(turn -> Link.to(places.of(turn), Format.grouped(turn)))
                        .toList(),
                Math.max(0, turns.size() - MOST_LISTED));
    }

    /** The marks by the turn's number from 1; a turn of which nothing is to be said has none. */
    static Map<Integer, List<Transcript.Remark>> of(List<Turn> chat) {
        Map<Integer, List<Transcript.Remark>> marks = new TreeMap<>();
        for (int i = 0; i < chat.size(); i++) {
            Turn turn = chat.get(i);
            List<Transcript.Remark> remarks = new ArrayList<>();
            if (!turn.content().isBlank() && isSilence(turn)) {
                remarks.add(Transcript.Remark.of(SILENCE, "nothing said"));
            }
            if (i > 0 && goesOn(chat.get(i - 1), turn)) {
                String other = "user".equals(turn.role()) ? "agent" : "caller";
                remarks.add(Transcript.Remark.of("no answer", "the " + other + " said nothing in between"));
            }
            boolean mayBeLong =
                    "assistant".equals(turn.role()) && turn.content().length() > MOST_WORDS;
            int words = mayBeLong ? SpokenWords.count(turn.content()) : 0;
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
        if (turn.content().length() > LONGEST_SILENCE) {
            return false;
        }
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
