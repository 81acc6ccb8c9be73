package dev.callsheet.render.html;

import dev.callsheet.site.Page;
import dev.callsheet.site.SinglePage;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Renders pages from templates. May be used by several threads. */
public final class PageRenderer {

    private final Templates templates = new Templates();
    private final Markdown markdown = new Markdown();

    /** The bytes of a page, UTF-8. */
    public byte[] render(Page page) {
        return utf8(templates.rendered(
                page.template(), Map.of("frame", page.frame(), "view", page.view(), "markdown", markdown)));
    }

    /**
     * The bytes of a page that needs no other file, UTF-8.
     *
     * @param stylesheet the program's own, as is the script
     */
    public byte[] render(SinglePage single, byte[] stylesheet, byte[] script) {
        Page page = single.page();
        Alone alone = Alone.of(single, Inlined.of(stylesheet), Inlined.of(script));
        return utf8(templates.rendered(
                page.template(),
                Map.of("frame", page.frame(), "view", page.view(), "markdown", markdown, "alone", alone)));
    }

    /** The page for addresses that do not exist: served at any depth, so it has no style and no other file. */
    public byte[] notFound() {
        return utf8(templates.rendered("404", Map.of()));
    }

    private static byte[] utf8(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }
}
