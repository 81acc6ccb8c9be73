package dev.callsheet.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The ways in which the calls of one scenario go, read from a text file beside this class. Each way starts with
 * {@code == name}; then a line is one of
 *
 * <pre>
 * use NAME                       the lines of another way, here
 * &#64;NODE                          the call enters this node
 * A TEXT / TEXT                  the agent says one of these
 * A+DIMENSION TEXT               and the tone score quotes it as a good example; A- as a bad one
 * C TEXT / TEXT                  the caller says one of these
 * set NAME=VALUE                 a variable is extracted
 * judge LOW HIGH TEXT / TEXT     the judge gives a score between these, and this reason
 * tone DIMENSION DELTA           this dimension is heard so many hundredths better or worse
 * issue DIMENSION: TEXT          a tone issue; without a dimension it is a plain string
 * mode TEXT                      what a simulation set calls this failure
 * </pre>
 */
record Dialogue(Map<String, List<Line>> ways) {

    /** One line: its first word, and what follows. */
    record Line(String word, String rest) {

        /** The text's variants. */
        List<String> variants() {
            return List.of(rest.split(" / ", -1));
        }
    }

    static Dialogue load(String scenario) {
        Map<String, List<Line>> ways = new LinkedHashMap<>();
        List<Line> way = new ArrayList<>();
        for (String text : read(scenario + ".txt").split("\n", -1)) {
            int space = text.indexOf(' ');
            if (text.startsWith("== ")) {
                way = new ArrayList<>();
                ways.put(text.substring(3), way);
            } else if (text.startsWith("@")) {
                way.add(new Line("@", text.substring(1)));
            } else if (text.startsWith("use ")) {
                way.addAll(Objects.requireNonNull(ways.get(text.substring(4)), text));
            } else if (space > 0) {
                way.add(new Line(text.substring(0, space), text.substring(space + 1)));
            }
        }
        return new Dialogue(ways);
    }

    List<Line> way(String name) {
        return Objects.requireNonNull(ways.get(name), name);
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Dialogue.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
