package dev.callsheet.cli;

import dev.callsheet.gate.Verdict;
import dev.callsheet.model.OneLine;
import dev.callsheet.site.GateSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verdict of the gate as a report stored it. Nothing is judged again: what a report says of its night does not depend
 * on who reads it, or when.
 *
 * @param lines what the console says: the verdict, the rules that do not pass, the mutes
 * @param node the member {@code gate}
 */
record StoredGate(ExitCode code, List<String> lines, JsonNode node) {

    /** What follows the gate is read by the parser. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String SCHEMA = "callsheet.report/1";
    private static final Map<String, Verdict> VERDICTS =
            Map.of("pass", Verdict.PASS, "fail", Verdict.FAIL, "inconclusive", Verdict.INCONCLUSIVE);

    StoredGate {
        lines = List.copyOf(lines);
    }

    /**
     * Reads it from a {@code report.json}, to the end of the file: a part of one has no verdict.
     *
     * @throws UnusableException if it is none, with the place in the file
     * @throws IOException if it cannot be read
     */
    static StoredGate read(Path file) throws IOException, UnusableException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = JSON.createParser(in)) {
            return read(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new UnusableException("is not the whole of a report.json: no JSON"
                    + (at == null ? "" : " from line " + at.getLineNr() + ", column " + at.getColumnNr()) + " on");
        }
    }

    private static StoredGate read(JsonParser json) throws UnusableException {
        String schema = null;
        JsonNode gate = null;
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnusableException("is no report.json: it holds no object");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("schema") && json.currentToken() == JsonToken.VALUE_STRING) {
                schema = json.getString();
            } else if (name.equals("gate")) {
                gate = twice(gate, JSON.readTree(json));
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new UnusableException("is no report.json: something follows its object");
        }
        if (schema == null) {
            throw new UnusableException("is no report.json: /schema is not there");
        }
        if (!schema.equals(SCHEMA)) {
            throw new UnusableException("is no report.json that this callsheet reads: /schema is "
                    + OneLine.quoted(schema) + ", not \"" + SCHEMA + "\"");
        }
        if (gate == null) {
            throw new UnusableException("holds no verdict: /gate is not there");
        }
        return of(gate);
    }

    private static JsonNode twice(@Nullable JsonNode before, JsonNode gate) throws UnusableException {
        if (before != null) {
            throw new UnusableException("holds two verdicts: /gate is there twice");
        }
        return gate;
    }

    private static StoredGate of(JsonNode gate) throws UnusableException {
        String verdict = text(gate, "verdict", "/gate");
        Verdict known = VERDICTS.get(verdict);
        if (known == null) {
            throw new UnusableException("holds no verdict: /gate/verdict is " + OneLine.quoted(verdict)
                    + ", not pass, fail or inconclusive");
        }
        List<String> lines = new ArrayList<>();
        lines.add(text(gate, "sentence", "/gate"));
        JsonNode rules = list(gate, "rules");
        for (int i = 0; i < rules.size(); i++) {
            String at = "/gate/rules/" + i;
            String found = text(rules.get(i), "verdict", at);
            if (!found.equals("pass")) {
                lines.add(line(found, text(rules.get(i), "title", at), text(rules.get(i), "sentence", at)));
            }
        }
        JsonNode mutes = list(gate, "mutes");
        for (int i = 0; i < mutes.size(); i++) {
            lines.add(text(mutes.get(i), "sentence", "/gate/mutes/" + i));
        }
        return new StoredGate(ExitCode.of(known), lines, gate);
    }

    /** The same lines of a report that is being made. */
    static List<String> lines(GateSummary gate) {
        List<String> lines = new ArrayList<>();
        lines.add(gate.sentence());
        gate.notPassing()
                .forEach(rule ->
                        lines.add(line(rule.verdict().name().toLowerCase(Locale.ROOT), rule.title(), rule.sentence())));
        lines.addAll(gate.mutes());
        return lines;
    }

    /** A rule that does not pass: "fail: Required ones tonight: A passed 3 of 5 tonight, of which 4 must." */
    private static String line(String verdict, String title, String sentence) {
        return verdict + ": " + title + ": " + sentence;
    }

    private static JsonNode list(JsonNode gate, String name) throws UnusableException {
        JsonNode list = gate.path(name);
        if (!list.isArray()) {
            throw new UnusableException("holds no verdict that can be read: /gate/" + name + " is no list");
        }
        return list;
    }

    private static String text(JsonNode object, String name, String at) throws UnusableException {
        JsonNode text = object.path(name);
        if (!text.isString() || text.asString().isEmpty()) {
            throw new UnusableException("holds no verdict that can be read: " + at + "/" + name + " is no text");
        }
        return text.asString();
    }

    /** What is there cannot be used; the message goes on after the name of the file. */
    static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }
}
