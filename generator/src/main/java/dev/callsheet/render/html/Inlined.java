package dev.callsheet.render.html;

import dev.callsheet.output.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A style sheet or a script of the program, written into a page as it is. A browser runs it because the page's policy
 * names its hash, and nothing else of its kind.
 */
record Inlined(String text) {

    /**
     * What would end the element, or what a browser would change before it takes the hash. Within a script "<!--" and
     * a tag of its own kind hide its end.
     */
    private static final Pattern UNFIT = Pattern.compile("(?i)</?(?:style|script)|<!--|[\\r\\x00\\uFEFF\\uFFFD]");

    /**
     * Takes a file.
     *
     * @param file UTF-8
     * @throws IllegalArgumentException if it cannot stand within a page; that is a bug, it never comes from input
     */
    static Inlined of(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        Matcher unfit = UNFIT.matcher(text);
        if (unfit.find()) {
            throw new IllegalArgumentException(
                    "a page cannot hold \"" + unfit.group() + "\", which stands at " + unfit.start());
        }
        return new Inlined(text);
    }

    /** As a content security policy has it: {@code 'sha256-…'}. */
    String hash() {
        byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
