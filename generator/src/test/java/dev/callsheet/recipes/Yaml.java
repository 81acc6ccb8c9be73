package dev.callsheet.recipes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Files in YAML, and what stands in them at any depth. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.shared();

    private Yaml() {}

    static JsonNode read(Path file) {
        return MAPPER.readTree(file);
    }

    /** All texts that stand under a key of this name. */
    static List<String> allOf(JsonNode tree, String key) {
        List<String> found = new ArrayList<>();
        each(tree, (name, node) -> {
            if (name.equals(key) && node.isString()) {
                found.add(node.stringValue());
            }
        });
        return found;
    }

    /** Every member of every object, the outer ones first. */
    static void each(JsonNode tree, BiConsumer<String, JsonNode> action) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            action.accept(member.getKey(), member.getValue());
            each(member.getValue(), action);
        }
        if (tree.isArray()) {
            tree.forEach(element -> each(element, action));
        }
    }
}
