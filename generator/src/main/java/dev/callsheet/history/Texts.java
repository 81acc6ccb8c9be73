package dev.callsheet.history;

import dev.callsheet.model.Score;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps one instance of each value that many runs share, over all files that are read. What no page, CSV or XML file
 * can hold is replaced by U+FFFD, since a file of history may come from anyone.
 */
final class Texts {

    private static final char REPLACEMENT = '\uFFFD';

    private static final int THOUSANDTH = 1_000_000;

    private final Score[] rounded = new Score[1_001]; // scores of up to three decimals are nearly all there are
    private final Map<String, Assertions> assertions = new HashMap<>();
    private final Map<Object, Object> values = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<UUID, String> uuids = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    Texts() {
        Arrays.setAll(rounded, thousandths -> new Score((long) thousandths * THOUSANDTH));
    }

    /** A text on one line. */
    String line(String raw) {
        String known = lines.get(raw);
        if (known == null) {
            known = clean(raw, false);
            lines.put(raw, known);
        }
        return known;
    }

    String uuid(UUID uuid) {
        return uuids.computeIfAbsent(uuid, key -> line(key.toString()));
    }

    /** A text of any number of lines. */
    String text(String raw) {
        String known = texts.get(raw);
        if (known == null) {
            known = clean(raw, true);
            texts.put(raw, known);
        }
        return known;
    }

    /** @param billionths from 0 to 1 000 000 000 */
    Score score(long billionths) {
        if (billionths % THOUSANDTH != 0) {
            return new Score(billionths);
        }
        return rounded[(int) (billionths / THOUSANDTH)];
    }

    /** @param spelling of a list of assertions: every night has the same ones, which are read once */
    Assertions assertions(String spelling) throws BadLineException {
        Assertions known = assertions.get(spelling);
        if (known == null) {
            known = new Assertions(AssertionsV1.read(spelling, this), this);
            assertions.put(spelling, known);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // the map holds each value under itself
    <T> T one(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    /** @param manyLines whether line feeds and tabs may stay; else each is a space */
    static String clean(String raw, boolean manyLines) {
        StringBuilder clean = null;
        for (int i = 0; i < raw.length(); i++) {
            char c = cleaned(raw, i, manyLines);
            if (c != raw.charAt(i)) {
                clean = clean == null ? new StringBuilder(raw) : clean;
                clean.setCharAt(i, c);
            }
        }
        return clean == null ? raw : clean.toString();
    }

    private static char cleaned(String raw, int i, boolean manyLines) {
        char c = raw.charAt(i);
        if (c == '\n' || c == '\t') {
            return manyLines ? c : ' ';
        }
        return Character.isISOControl(c) || c >= '\uFFFE' || isLoneSurrogate(raw, i) ? REPLACEMENT : c;
    }

    private static boolean isLoneSurrogate(String raw, int i) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1)));
    }
}
