package dev.callsheet.site;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the turn of a call in which something was said. What lies beyond the first {@value #MOST_CHARACTERS}
 * characters of the call is not searched.
 */
final class TurnSearch {

    static final int MOST_CHARACTERS = 100_000;

    /** The longest text that is looked for. */
    static final int LONGEST = 500;

    private final int turns;
    private final List<String> said = new ArrayList<>();
    private final List<String> lowerCase = new ArrayList<>();

    TurnSearch(List<Turn> chat) {
        turns = chat.size();
        int characters = 0;
        for (Turn turn : chat) {
            characters += turn.content().length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            said.add(turn.content());
            lowerCase.add(turn.content().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A place in the call.
     *
     * @param turn from 1
     * @param exact whether the text stands there letter by letter, not in other case
     */
    record Hit(int turn, boolean exact) {}

    /** What was searched in vain: "no turn", or the turns that were searched where the call goes on beyond them. */
    String nowhere() {
        return said.size() == turns
                ? "no turn"
                : "none of the first " + Format.count(said.size(), "turn") + ", which is as far as was searched";
    }

    /** Whether there is anything to search in. */
    boolean isEmpty() {
        return said.isEmpty();
    }

    /** The first turn that holds the text as it is, else the first that holds it in other case; null when none does. */
    @Nullable
    Hit find(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        int exact = first(said, text);
        if (exact > 0) {
            return new Hit(exact, true);
        }
        int other = first(lowerCase, text.toLowerCase(Locale.ROOT));
        return other > 0 ? new Hit(other, false) : null;
    }

    private static int first(List<String> turns, String text) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).contains(text)) {
                return i + 1;
            }
        }
        return 0;
    }
}
