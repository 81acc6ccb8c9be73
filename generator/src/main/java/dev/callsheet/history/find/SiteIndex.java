package dev.callsheet.history.find;

import dev.callsheet.history.FileName;
import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of a site's history files, {@code data/history/index.json}. It comes from elsewhere: only names that cannot
 * mean another place are taken from it.
 *
 * @param digests SHA-256 in hexadecimal digits by name, the newest night first; empty where the index has none
 * @param failure why there is no index, as what follows the name of the site in a sentence; null when there is one
 */
record SiteIndex(
        NavigableMap<String, String> digests,
        List<Problem> problems,
        @Nullable String failure) {

    static final String NAME = "index.json";

    private static final String SCHEMAS = "callsheet.history-index/";
    private static final String SCHEMA = SCHEMAS + "1";

    static SiteIndex failed(String failure) {
        return new SiteIndex(new TreeMap<>(), List.of(), failure);
    }

    /**
     * Reads an index.
     *
     * @param type the content type that came with it, for messages
     * @param place where it was found, as messages say it
     */
    static SiteIndex of(byte[] content, String type, String place) {
        JsonNode index = parsed(content);
        if (index == null) {
            return failed(
                    "answers 200 with what is no history index: " + type + " (a page to sign in, or of another site?)");
        }
        String schema = index.path("schema").asString("");
        JsonNode files = index.path("files");
        if (!schema.startsWith(SCHEMAS) || !files.isArray()) {
            return failed("answers 200 with what is no history index: JSON of another kind");
        }
        if (!schema.equals(SCHEMA)) {
            return failed("answers 200 with a history index that this version of Callsheet cannot read: "
                    + OneLine.quoted(schema));
        }
        if (files.size() > Gathering.MOST_FILES) {
            return failed("answers 200 with a history index of more than " + Gathering.MOST_FILES + " files");
        }
        NavigableMap<String, String> digests = new TreeMap<>(FileName.NEWEST_FIRST);
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = name(files, i);
            if (FileName.isName(name)) {
                digests.putIfAbsent(name, files.path(i).path("sha256").asString(""));
            } else {
                bad.add(i);
            }
        }
        return new SiteIndex(digests, bad.isEmpty() ? List.of() : List.of(refused(files, bad, place)), null);
    }

    private static @Nullable JsonNode parsed(byte[] content) {
        try {
            JsonNode index = JsonMapper.shared().readTree(content);
            return index.isMissingNode() ? null : index; // of nothing at all
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static Problem refused(JsonNode files, List<Integer> bad, String place) {
        String first = OneLine.quoted(name(files, bad.get(0)));
        return new Problem(
                Kind.REJECTED,
                Severity.WARNING,
                new Place(place, null, "").at("files").at(bad.get(0)).at("name"),
                null,
                "the name of a history file",
                bad.size() == 1 ? first : first + " and " + (bad.size() - 1) + " more",
                "nothing was asked for by such a name");
    }

    private static String name(JsonNode files, int i) {
        return files.path(i).path("name").asString("");
    }
}
