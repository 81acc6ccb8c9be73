package dev.callsheet.config;

import dev.callsheet.gate.Mute;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mutes of a file as they are read, entry by entry. An entry says who muted a scenario, why and until when: none of
 * that has a default, so that nothing is muted for good or by nobody.
 */
final class MuteSection {

    static final String NAME = "mutes";

    /** What every entry must have, in words. */
    static final String KEYS = "scenario, owner, reason and until";

    private static final String SCENARIO = "scenario";
    private static final String UNTIL = "until";
    private static final List<String> ALL_KEYS = List.of(SCENARIO, "owner", "reason", UNTIL);
    private static final int MOST_CODE_POINTS = 200;

    private final String file;
    private final Map<String, Mute> mutes = new LinkedHashMap<>();
    private final Map<String, String> entry = new LinkedHashMap<>();
    private int began;

    /** @param file its name in messages */
    MuteSection(String file) {
        this.file = file;
    }

    void begin(int line) {
        entry.clear();
        began = line;
    }

    /**
     * A key of the entry.
     *
     * @param text null where there is none
     * @param found what stands there, in words
     */
    void put(int line, String key, @Nullable String text, String found) throws ConfigurationException {
        if (!ALL_KEYS.contains(key)) {
            throw wrong(
                    line,
                    Shown.name(key) + ": unknown key; the nearest known one is "
                            + Nearest.of(key, ALL_KEYS, known -> known));
        }
        if (text == null) {
            throw wrong(line, key + ": must be a text, in quotes where it looks like a number; was " + found);
        }
        String value = text.strip();
        if (value.isEmpty()) {
            throw wrong(line, key + ": is empty; every mute needs " + KEYS);
        }
        if (!key.equals(SCENARIO) && value.codePointCount(0, value.length()) > MOST_CODE_POINTS) {
            throw wrong(line, key + ": is longer than " + MOST_CODE_POINTS + " characters");
        }
        if (entry.putIfAbsent(key, key.equals(SCENARIO) ? text : value) != null) {
            throw wrong(line, key + ": is given twice in one entry");
        }
    }

    void end() throws ConfigurationException {
        List<String> missing =
                ALL_KEYS.stream().filter(key -> !entry.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            throw wrong(
                    began,
                    String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " missing; every mute needs "
                            + KEYS);
        }
        Mute mute = new Mute(file, began, of(SCENARIO), of("owner"), of("reason"), until());
        Mute before = mutes.putIfAbsent(mute.scenario(), mute);
        if (before != null) {
            throw wrong(began, Shown.text(mute.scenario()) + " is muted twice, first on line " + before.line());
        }
    }

    private LocalDate until() throws ConfigurationException {
        Optional<LocalDate> date = Values.night(of(UNTIL)).flatMap(night -> night);
        if (date.isEmpty()) {
            throw wrong(
                    began, UNTIL + ": must be the last night, a date such as 2026-04-30; was " + Shown.text(of(UNTIL)));
        }
        return date.get();
    }

    private String of(String key) {
        return entry.getOrDefault(key, "");
    }

    List<Mute> all() {
        return new ArrayList<>(mutes.values());
    }

    private ConfigurationException wrong(int line, String what) {
        return new ConfigurationException(file + ":" + line + ": " + NAME + ": " + what);
    }
}
