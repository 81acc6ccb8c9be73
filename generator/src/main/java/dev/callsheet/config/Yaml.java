package dev.callsheet.config;

import dev.callsheet.gate.Mute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads the YAML of a configuration token by token, no object is ever built: it stops at the first thing that is not a
 * known key with its value, so neither depth nor aliases cost anything.
 */
final class Yaml {

    private static final YAMLFactory YAML = new YAMLFactory();

    /** The sections of settings. */
    private static final List<String> SECTIONS = Settings.ALL.stream()
            .map(Setting::section)
            .filter(section -> !section.isEmpty())
            .distinct()
            .toList();

    /** Every name that a file may hold, the sections' own among them. */
    private static final List<Name> NAMES = Stream.concat(
                    Settings.ALL.stream().map(setting -> new Name(setting.section(), setting.name())),
                    Stream.concat(SECTIONS.stream(), Stream.of(AliasSection.NAME, MuteSection.NAME))
                            .map(section -> new Name("", section)))
            .toList();

    private final String file;
    private final YAMLParser parser;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final AliasSection aliases;
    private final MuteSection mutes;

    /**
     * What a file says.
     *
     * @param file its name in messages; empty when there is none
     * @param texts by the key of their setting, each with a value
     */
    record Content(String file, Map<String, String> texts, List<Alias> aliases, List<Mute> mutes) {

        static final Content NONE = new Content("", Map.of(), List.of(), List.of());
    }

    private record Name(String section, String name) {

        /** Where it stands, seen from a section. */
        String seenFrom(String from) {
            if (section.equals(from)) {
                return name;
            }
            return name + (section.isEmpty() ? ", outside of the section" : ", in the section " + section);
        }
    }

    private Yaml(String file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
        aliases = new AliasSection(file);
        mutes = new MuteSection(file);
    }

    /** @param file its name in messages */
    static Content read(String file, String text) throws ConfigurationException {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            return new Yaml(file, parser).document();
        } catch (JacksonException e) {
            // The library's own words repeat lines of the file, which may hold a secret.
            throw new ConfigurationException(file
                    + (e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr())
                    + ": cannot be read as YAML from here on; blanks, not tabs, must indent, a blank must follow the"
                    + " colon, and a text with special characters needs quotes");
        }
    }

    private Content document() throws ConfigurationException {
        JsonToken first = next();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw new ConfigurationException(file + ": is empty; name a key in it, or remove it");
        }
        if (first != JsonToken.START_OBJECT) {
            throw at("must hold keys, each with a colon, a blank and its value");
        }
        section("");
        if (next() != null) {
            throw at("a second document begins; there must be one");
        }
        return new Content(file, texts, aliases.all(), mutes.all());
    }

    /** Reads keys and values up to the end of a mapping. */
    private void section(String section) throws ConfigurationException {
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String key = section.isEmpty() ? name : section + "." + name;
            boolean opens = section.isEmpty()
                    && (SECTIONS.contains(name) || name.equals(AliasSection.NAME) || name.equals(MuteSection.NAME));
            Setting<?> setting = opens ? null : setting(section, name, key);
            Integer before = lines.put(key, line());
            if (before != null) {
                throw at(key + ": is given twice, first on line " + before);
            }
            if (setting == null) {
                open(name);
            } else {
                texts.put(key, value(setting));
            }
        }
    }

    /** Goes into a section. One whose keys are all comments is empty, which is no mistake. */
    private void open(String name) throws ConfigurationException {
        JsonToken token = next();
        if (name.equals(MuteSection.NAME)) {
            mutes(token);
        } else if (token == JsonToken.START_OBJECT && name.equals(AliasSection.NAME)) {
            aliases();
        } else if (token == JsonToken.START_OBJECT) {
            section(name);
        } else if (token != JsonToken.VALUE_NULL) {
            throw at(name + ": must be a section: its keys, indented, on the lines below; was " + found(token));
        }
    }

    /** Reads old ids with those that they go on as. An id may look like anything, a secret included. */
    private void aliases() throws ConfigurationException {
        while (next() == JsonToken.PROPERTY_NAME) {
            String old = parser.currentName();
            int line = line();
            JsonToken token = next();
            if (token != JsonToken.VALUE_STRING) {
                throw at(AliasSection.NAME + ": " + Shown.text(old)
                        + " must go on as an id, in quotes where it looks like a number; was " + found(token));
            }
            aliases.add(line, old, parser.getString());
        }
    }

    /** Reads the list of mutes, each a section of texts. */
    private void mutes(@Nullable JsonToken list) throws ConfigurationException {
        if (list == JsonToken.VALUE_NULL) {
            return;
        }
        if (list != JsonToken.START_ARRAY) {
            throw at(MuteSection.NAME + ": must be a list, each entry with a dash and " + MuteSection.KEYS + "; was "
                    + found(list));
        }
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            if (token != JsonToken.START_OBJECT) {
                throw at(MuteSection.NAME + ": an entry must have " + MuteSection.KEYS + "; was " + found(token));
            }
            mutes.begin(line());
            while (next() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = next();
                mutes.put(line(), key, value == JsonToken.VALUE_STRING ? parser.getString() : null, found(value));
            }
            mutes.end();
        }
    }

    private String value(Setting<?> setting) throws ConfigurationException {
        JsonToken token = next();
        if (token == JsonToken.START_ARRAY && setting.form() == Setting.Form.TEXTS) {
            return list(setting);
        }
        return text(setting, token);
    }

    /** Several texts, each on a line of its own. */
    private String list(Setting<?> setting) throws ConfigurationException {
        String place = place(setting);
        StringBuilder all = new StringBuilder();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            all.append(text(setting, token)).append('\n');
        }
        return setting.checked(place, all.toString());
    }

    private String text(Setting<?> setting, @Nullable JsonToken token) throws ConfigurationException {
        if (isWritten(setting.form(), token)) {
            return setting.checked(place(setting), parser.getString());
        }
        throw setting.wrong(place(setting), found(token));
    }

    private String place(Setting<?> setting) {
        return place() + ": " + setting.key();
    }

    private static boolean isWritten(Setting.Form form, @Nullable JsonToken token) {
        boolean text = token == JsonToken.VALUE_STRING;
        return switch (form) {
            case TEXT, TEXTS -> text;
            case WORD -> text || isNumber(token) || isSwitch(token);
            case NUMBER -> isNumber(token);
            case SIZE -> text || isNumber(token);
            case SWITCH -> isSwitch(token);
        };
    }

    private String found(@Nullable JsonToken token) {
        if (token == null || token == JsonToken.VALUE_NULL) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "a section";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the text " + Shown.text(parser.getString());
            default -> Shown.text(parser.getString());
        };
    }

    private static boolean isNumber(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    private static boolean isSwitch(@Nullable JsonToken token) {
        return token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE;
    }

    private void refuseSecret(String section, String name, String key) throws ConfigurationException {
        String variable = Secrets.variable(section, name);
        if (variable != null) {
            throw at(Shown.name(key) + ": looks like a secret, and secrets are read from the environment only; set "
                    + variable + " and take the key out of the file");
        }
    }

    private Setting<?> setting(String section, String name, String key) throws ConfigurationException {
        for (Setting<?> setting : Settings.ALL) {
            if (setting.section().equals(section) && setting.name().equals(name)) {
                return setting;
            }
        }
        refuseSecret(section, name, key);
        String meant = SECTIONS.stream()
                .filter(one -> key.startsWith(one + "."))
                .findFirst()
                .orElse("");
        // Names repeat: of the nearest those of the section that was meant go first.
        List<Name> names = Stream.concat(
                        NAMES.stream().filter(known -> known.section().equals(meant)), NAMES.stream())
                .toList();
        String word = meant.isEmpty() ? key : key.substring(meant.length() + 1);
        throw at(Shown.name(key) + ": unknown key; the nearest known one is "
                + Nearest.of(word, names, Name::name).seenFrom(section));
    }

    /** The next token, null after the last. What makes one text stand for another is refused. */
    private @Nullable JsonToken next() throws ConfigurationException {
        JsonToken token = parser.nextToken();
        if (token != null && (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null)) {
            throw at("anchors, aliases and tags (&, *, !) are not read; a value with such a sign needs quotes");
        }
        return token;
    }

    private ConfigurationException at(String what) {
        return new ConfigurationException(place() + ": " + what);
    }

    private String place() {
        return file + ":" + line();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
