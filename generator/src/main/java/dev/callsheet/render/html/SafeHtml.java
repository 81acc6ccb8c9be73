package dev.callsheet.render.html;

/** HTML that has passed the sanitizer of {@link Markdown}; nothing else may be written unescaped by a template. */
public final class SafeHtml {

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    /** The markup. */
    public String html() {
        return html;
    }
}
