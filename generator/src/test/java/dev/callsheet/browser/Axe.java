package dev.callsheet.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** axe-core, which finds what makes a page hard to use for people with disabilities. */
public final class Axe {

    private static final String SOURCE = source();
    private static final String RUN = """
            axe.run(document, {
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              resultTypes: ["violations"],
              preload: false
            }).then(found => found.violations.map(rule =>
              rule.id + " (" + rule.help + "): " + rule.nodes.slice(0, 3).map(node => node.target + " " + node.html
                + " " + node.any.concat(node.all, node.none).map(check => check.message).join("; ")).join(" | ")))
            """;

    private Axe() {}

    /** Breaches of WCAG 2.2 A and AA and of best practice on the page that is open: the rule and the first places. */
    public static List<String> violations(Tab tab) {
        // Evaluated and not added as an element, which the page's policy would block.
        tab.evaluate("if (!window.axe) {" + SOURCE + "}");
        return StreamSupport.stream(tab.evaluate(RUN).spliterator(), false)
                .map(violation -> violation.asString(""))
                .toList();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
