package dev.callsheet.config;

import dev.callsheet.metrics.Shortened;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The aliases of a file as they are read, by their old id. */
final class AliasSection {

    static final String NAME = "aliases";

    private static final int MOST_CHARACTERS = 200;

    private final String file;
    private final Map<String, Alias> aliases = new LinkedHashMap<>();

    /** @param file its name in messages */
    AliasSection(String file) {
        this.file = file;
    }

    void add(int line, String old, String id) throws ConfigurationException {
        if (old.isBlank() || id.isBlank()) {
            throw wrong(line, "an id is missing: the old one, a colon, a blank and the one that it goes on as");
        }
        if (old.equals(id)) {
            throw wrong(line, Shown.text(old) + " cannot go on as itself");
        }
        Alias before = aliases.putIfAbsent(old, new Alias(file, line, old, id));
        if (before != null) {
            throw wrong(line, Shown.text(old) + " is given twice, first on line " + before.line());
        }
    }

    /** All of them, each of which leads to an end. */
    List<Alias> all() throws ConfigurationException {
        Set<String> leadsToAnEnd = new HashSet<>();
        for (Alias first : aliases.values()) {
            List<String> way = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            @Nullable Alias next = first;
            while (next != null && !leadsToAnEnd.contains(next.old())) {
                if (!seen.add(next.old())) {
                    way.add(next.old());
                    throw circle(way.subList(way.indexOf(next.old()), way.size()));
                }
                way.add(next.old());
                next = aliases.get(next.id());
            }
            leadsToAnEnd.addAll(way);
        }
        return List.copyOf(aliases.values());
    }

    private ConfigurationException circle(List<String> ids) {
        int line = ids.stream()
                .map(aliases::get)
                .mapToInt(alias -> alias == null ? Integer.MAX_VALUE : alias.line())
                .min()
                .orElseThrow();
        return wrong(line, "goes round in a circle: " + Shortened.of(String.join(", ", ids), MOST_CHARACTERS));
    }

    private ConfigurationException wrong(int line, String what) {
        return new ConfigurationException(file + ":" + line + ": " + NAME + ": " + what);
    }
}
