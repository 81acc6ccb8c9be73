package dev.callsheet.site;

/** The shapes and colours of states; the class names are those of the style sheet. */
public enum Mark {
    PASS("is-pass", "●"),
    FAIL("is-fail", "✕"),
    MIXED("is-flaky", "◐"),
    OPEN("is-open", "?"),
    ERROR("is-error", "△"),
    NONE("is-none", "–"),
    NEW("is-new", "+"),
    /** What is not proven is drawn softer. */
    PASS_UNPROVEN("is-pass unproven", "●"),
    FAIL_UNPROVEN("is-fail unproven", "✕"),
    MIXED_UNPROVEN("is-flaky unproven", "◐");

    private final String cssClass;
    private final String symbol;

    Mark(String cssClass, String symbol) {
        this.cssClass = cssClass;
        this.symbol = symbol;
    }

    public String cssClass() {
        return cssClass;
    }

    /** The shape as a character, for what is read without the style sheet, which draws the same. */
    public String symbol() {
        return symbol;
    }
}
