package dev.callsheet.render.html;

import dev.callsheet.output.SingleFile;
import dev.callsheet.site.Link;
import dev.callsheet.site.SinglePage;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs of a page that is the only file: it holds what other pages link to.
 *
 * @param policy that lets the style and the script run, show pictures that stand in the page, and nothing else
 * @param generator tells a later build that it may replace the file
 */
record Alone(
        String policy,
        String generator,
        String style,
        String script,
        String contents,
        @Nullable Link whole) {

    static Alone of(SinglePage single, Inlined style, Inlined script) {
        String policy = "default-src 'none'; img-src data:; style-src " + style.hash() + "; script-src " + script.hash()
                + "; base-uri 'none'; form-action 'none'";
        return new Alone(policy, SingleFile.GENERATOR, style.text(), script.text(), single.contents(), single.whole());
    }
}
