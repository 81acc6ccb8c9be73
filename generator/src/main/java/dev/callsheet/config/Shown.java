package dev.callsheet.config;

import dev.callsheet.metrics.Shortened;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What messages repeat of the user's words. */
final class Shown {

    private static final int MOST_CHARACTERS = 60;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{0,40}");

    private Shown() {}

    static String text(String text) {
        return "'" + Shortened.of(text, MOST_CHARACTERS) + "'";
    }

    /** The name of a key as far as it is one: in {@code api_key:abc}, a missing blank, what follows may be a secret. */
    static String name(String name) {
        Matcher start = NAME.matcher(name);
        return start.lookingAt() && start.end() == name.length() ? name : start.group() + "…";
    }
}
