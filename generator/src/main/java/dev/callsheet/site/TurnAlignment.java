package dev.callsheet.site;

import dev.callsheet.model.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

    /** Words of a turn that are looked at to see whether it resembles another. */
    private static final int MOST_WORDS = 200;

    private static final double NEAR_SHARE = 0.6;

    TurnAlignment {
        rows = List.copyOf(rows);
    }

    /** How the turns of a row compare. Each weighs what a pair of its kind is worth. */
    enum Kind {
        /** Equal when case, space and punctuation are folded. */
        SAME(5),
        /** Of the words of both, at least three in five are common. */
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

    private record Said(@Nullable String speaker, List<String> words, Set<String> bag) {

        static Said of(Turn turn) {
            List<String> words = SpokenWords.of(turn.content());
            Collection<String> looked = words.subList(0, Math.min(MOST_WORDS, words.size()));
            return new Said(turn.role(), words, new HashSet<>(looked));
        }
    }

    static TurnAlignment of(List<Turn> call, List<Turn> other) {
        List<Said> here = said(call);
        List<Said> there = said(other);
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

    private static List<Said> said(List<Turn> call) {
        return call.stream().limit(MOST_TURNS).map(Said::of).toList();
    }

    /** Null when the turns are not the same speaker's. */
    private static @Nullable Kind kind(Said one, Said other) {
        if (!Objects.equals(one.speaker(), other.speaker())) {
            return null;
        }
        if (one.words().equals(other.words())) {
            return Kind.SAME;
        }
        Set<String> smaller = one.bag().size() <= other.bag().size() ? one.bag() : other.bag();
        Set<String> larger = smaller == one.bag() ? other.bag() : one.bag();
        long common = smaller.stream().filter(larger::contains).count();
        return 2.0 * common >= NEAR_SHARE * (smaller.size() + larger.size()) && common > 0 ? Kind.NEAR : Kind.OTHERWISE;
    }
}
