package dev.callsheet.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page as text that a reviewer can read: a line for each block, links with their targets, marks by their
 * descriptions, tables row by row. Classes and layout are left out, so that a change of looks changes no record; hashes
 * of assets too.
 */
final class PageText {

    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "li", "dt", "dd", "caption", "tr", "figcaption", "summary", "title", "nav");

    private PageText() {}

    static String of(Document page) {
        StringBuilder text = new StringBuilder();
        text.append(page.title()).append("\n\n");
        blocks(page.body(), text);
        return text.toString().replaceAll("-[0-9a-f]{8}\\.(css|js|svg)", "-HASH.$1");
    }

    private static void blocks(Element element, StringBuilder text) {
        for (Element child : element.children()) {
            if (child.normalName().equals("img")) {
                text.append("image ")
                        .append(child.attr("src"))
                        .append(": ")
                        .append(child.attr("alt"))
                        .append('\n');
            } else if (BLOCKS.contains(child.normalName()) || isPlain(child)) {
                String line = child.normalName().equals("tr") ? row(child) : inline(child);
                text.append(prefix(child)).append(line).append('\n');
            } else {
                blocks(child, text);
            }
        }
    }

    /** A container that holds words itself. */
    private static boolean isPlain(Element element) {
        return !element.ownText().isBlank() || element.children().isEmpty();
    }

    private static String prefix(Element block) {
        return switch (block.normalName()) {
            case "h1" -> "\n# ";
            case "h2" -> "\n## ";
            case "h3" -> "\n### ";
            case "li" -> "- ";
            case "dd" -> "    ";
            case "caption" -> "table: ";
            default -> "";
        };
    }

    private static String row(Element row) {
        return row.children().stream().map(PageText::inline).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String inline(Element element) {
        StringBuilder text = new StringBuilder();
        inline(element.childNodes(), text);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static void inline(List<Node> nodes, StringBuilder text) {
        for (Node node : nodes) {
            if (node instanceof TextNode words) {
                text.append(words.text());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("a")) {
                    text.append('[').append(element.hasAttr("aria-label") ? element.attr("aria-label") : "");
                    inline(element.childNodes(), text);
                    text.append("](").append(element.attr("href")).append(") ");
                } else if (element.hasAttr("aria-label") && element.normalName().equals("svg")) {
                    text.append('{').append(element.attr("aria-label")).append("} ");
                } else if (!element.normalName().equals("svg")) {
                    inline(element.childNodes(), text);
                    text.append(' ');
                }
            }
        }
    }
}
