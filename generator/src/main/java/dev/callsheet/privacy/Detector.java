package dev.callsheet.privacy;

/**
 * Finds one sort of thing in a text and settles it: to be replaced, or to be left alone. What is settled is hidden
 * from the detectors that follow, so their order is the precedence. A detector takes time linear in the text.
 */
interface Detector {

    /** The clue of {@link Glance} without which there is nothing to find. */
    int clue();

    void search(Draft draft);
}
