package dev.callsheet.browser;

/** What a page is shown on: CSS pixels, and the reader's colour scheme. */
public record Screen(int width, int height, boolean dark) {

    public static final Screen DESK = new Screen(1280, 900, false);
    /** The width at which WCAG 1.4.10 forbids sideways scroll. */
    public static final Screen NARROW = new Screen(320, 640, false);

    @Override
    public String toString() {
        return width + " px, " + (dark ? "dark" : "light");
    }
}
