package dev.callsheet.history;

/** Ids as source documents are held to as well. */
final class Ids {

    private static final int CHARS = 1_000;

    private Ids() {}

    static String checked(String id) throws BadLineException {
        if (id.isBlank() || id.length() > CHARS) {
            throw new BadLineException("an id of 1 to " + CHARS + " characters");
        }
        return id;
    }
}
