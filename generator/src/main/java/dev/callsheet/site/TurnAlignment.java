package dev.callsheet.site;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The turns of two calls side by side. Two turns share a row only when the same speaker has them; of all ways to pair
 * them in order the one is taken that pairs most of what was said alike, and earliest. So a turn that one call has more
 * than the other does not shift all that follows.
 *
 * @param rows in the order of either call; turns beyond the first {@value #MOST_TURNS} of a call are in none
 */
record TurnAlignment(List<Row> rows) {

    /** Turns of a call that are compared: time and memory grow with their square. */
    static final int MOST_TURNS = 300;

    /** Words of a turn that are looked at to see whether it is nearly as another. */
    static final int MOST_WORDS = 200;

    private static final double NEAR_SHARE = 0.6;

    TurnAlignment {
        rows = List.copyOf(rows);
    }

    /** How the turns of a row compare. Each weighs what a pair of its kind is worth. */
    enum Kind {
        /** Equal when case, space and punctuation are folded. */
        SAME(5),
        /** Of the different words that they begin with, at least three in five are common to both. */
        NEAR(3),
        OTHERWISE(1),
        ONLY_HERE(0),
        ONLY_THERE(0);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /**
     * A row.
     *
     * @param here the turn of the call, from 1; 0 when it has none
     * @param there the turn of the other call, from 1; 0 when it has none
     */
    record Row(Kind kind, int here, int there) {}

    static TurnAlignment of(List<Turn> call, List<Turn> other) {
        Numbered texts = new Numbered();
        Numbered words = new Numbered();
        List<Said> here = said(call, texts, words);
        List<Said> there = said(other, texts, words);
        @Nullable Kind[][] kinds = new Kind[here.size()][there.size()];
        int[][] worth = new int[here.size() + 1][there.size() + 1]; // of the best pairing of what follows
        for (int i = here.size() - 1; i >= 0; i--) {
            for (int j = there.size() - 1; j >= 0; j--) {
                Kind kind = kind(here.get(i), there.get(j));
                kinds[i][j] = kind;
                int apart = Math.max(worth[i + 1][j], worth[i][j + 1]);
                worth[i][j] = kind == null ? apart : Math.max(apart, worth[i + 1][j + 1] + kind.weight);
            }
        }
        return new TurnAlignment(rows(kinds, worth, here.size(), there.size()));
    }

    private static List<Row> rows(@Nullable Kind[][] kinds, int[][] worth, int here, int there) {
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < here || j < there) {
            Kind kind = i < here && j < there ? kinds[i][j] : null;
            if (kind != null && worth[i][j] == worth[i + 1][j + 1] + kind.weight) {
                rows.add(new Row(kind, ++i, ++j));
            } else if (j == there || (i < here && worth[i + 1][j] >= worth[i][j + 1])) {
                rows.add(new Row(Kind.ONLY_HERE, ++i, 0));
            } else {
                rows.add(new Row(Kind.ONLY_THERE, 0, ++j));
            }
        }
        return rows;
    }

    private static List<Said> said(List<Turn> call, Numbered texts, Numbered words) {
        return call.stream()
                .limit(MOST_TURNS)
                .map(turn -> Said.of(turn, texts, words))
                .toList();
    }

    /** Null when the turns are not the same speaker's. */
    private static @Nullable Kind kind(Said one, Said other) {
        if (!Objects.equals(one.speaker, other.speaker)) {
            return null;
        }
        if (one.text == other.text) {
            return Kind.SAME;
        }
        int common = one.common(other);
        return common > 0 && 2.0 * common >= NEAR_SHARE * (one.words.length + other.words.length)
                ? Kind.NEAR
                : Kind.OTHERWISE;
    }

    /** Numbers for what is compared many times: equal things have the same. */
    private static final class Numbered {

        private final Map<Object, Integer> numbers = new HashMap<>();

        int of(Object thing) {
            return numbers.computeIfAbsent(thing, first -> numbers.size());
        }
    }

    /** A turn, as the numbers of its whole text and of the different words that it begins with, in order. */
    private static final class Said {

        private final @Nullable String speaker;
        private final int text;
        private final int[] words;

        private Said(@Nullable String speaker, int text, int[] words) {
            this.speaker = speaker;
            this.text = text;
            this.words = words;
        }

        static Said of(Turn turn, Numbered texts, Numbered words) {
            List<String> spoken = SpokenWords.of(turn.content());
            int[] begins = spoken.stream()
                    .limit(MOST_WORDS)
                    .mapToInt(words::of)
                    .sorted()
                    .distinct()
                    .toArray();
            return new Said(turn.role(), texts.of(spoken), begins);
        }

        int common(Said other) {
            int common = 0;
            for (int i = 0, j = 0; i < words.length && j < other.words.length; ) {
                int one = words[i];
                int another = other.words[j];
                common += one == another ? 1 : 0;
                i += one <= another ? 1 : 0;
                j += another <= one ? 1 : 0;
            }
            return common;
        }
    }
}
