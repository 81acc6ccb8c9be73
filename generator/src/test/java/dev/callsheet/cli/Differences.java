package dev.callsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where two reports differ, but for what a report that is made night by night may tell otherwise: what is wrong with the
 * input, where its past came from, and what quotes calls, of which history keeps nothing.
 */
final class Differences {

    private static final Set<String> OF_THE_INPUT = Set.of("problems", "redaction", "history");

    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Every place where they differ, with both values. */
    static List<String> between(JsonNode one, JsonNode other) {
        Differences differences = new Differences();
        differences.compare("", comparable(one), comparable(other));
        return differences.found;
    }

    private static JsonNode comparable(JsonNode report) {
        ObjectNode comparable = (ObjectNode) report.deepCopy();
        comparable.remove(OF_THE_INPUT);
        ((ObjectNode) comparable.get("totals")).remove("duplicates");
        ((ObjectNode) comparable.get("tone")).remove("issues");
        ArrayNode failures = comparable.putArray("failures");
        for (JsonNode failure : report.get("failures")) {
            if (!failure.get("kind").stringValue().equals("error_message")) {
                failures.add(failure);
            }
        }
        return comparable;
    }

    private void compare(String place, JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            Set<String> names = new TreeSet<>(one.propertyNames());
            names.addAll(other.propertyNames());
            for (String name : names) {
                compare(place + "/" + name, one.path(name), other.path(name));
            }
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(place + "/" + i, one.get(i), other.get(i));
            }
        } else if (!one.equals(other)) {
            found.add(place + ": " + one + ", " + other);
        }
    }
}
