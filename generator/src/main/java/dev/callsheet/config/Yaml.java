package dev.callsheet.config;

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

    /** Every name that a file may hold, the section's own among them. */
    private static final List<Name> NAMES = Stream.concat(
                    Setting.ALL.stream().map(setting -> new Name(setting.section(), setting.name())),
                    Stream.of(new Name("", Setting.RULES)))
            .toList();

    private final String file;
    private final YAMLParser parser;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

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
    }

    /**
     * Texts by the key of their setting, each with a value.
     *
     * @param file its name in messages
     */
    static Map<String, String> read(String file, String text) throws ConfigurationException {
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

    private Map<String, String> document() throws ConfigurationException {
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
        return texts;
    }

    /** Reads keys and values up to the end of a mapping. */
    private void section(String section) throws ConfigurationException {
        while (next() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String key = section.isEmpty() ? name : section + "." + name;
            refuseSecret(name, key);
            boolean opens = section.isEmpty() && name.equals(Setting.RULES);
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
        if (token == JsonToken.START_OBJECT) {
            section(name);
        } else if (token != JsonToken.VALUE_NULL) {
            throw at(name + ": must be a section: its keys, indented, on the lines below; was " + found(token));
        }
    }

    private String value(Setting<?> setting) throws ConfigurationException {
        JsonToken token = next();
        String place = place() + ": " + setting.key();
        if (setting.number() ? isNumber(token) : token == JsonToken.VALUE_STRING) {
            return setting.checked(place, parser.getString());
        }
        throw setting.wrong(place, found(token));
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

    private void refuseSecret(String name, String key) throws ConfigurationException {
        String variable = Secrets.variable(name);
        if (variable != null) {
            throw at(Shown.name(key) + ": looks like a secret, and secrets are read from the environment only; set "
                    + variable + " and take the key out of the file");
        }
    }

    private Setting<?> setting(String section, String name, String key) throws ConfigurationException {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.section().equals(section) && setting.name().equals(name)) {
                return setting;
            }
        }
        String inItsSection = name.startsWith(Setting.RULES + ".") ? name.substring(Setting.RULES.length() + 1) : name;
        throw at(Shown.name(key) + ": unknown key; the nearest known one is "
                + Nearest.of(inItsSection, NAMES, Name::name).seenFrom(section));
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
