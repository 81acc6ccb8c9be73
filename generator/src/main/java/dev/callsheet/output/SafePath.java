package dev.callsheet.output;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of a file inside the site: relative, parts divided by {@code /}. It is safe on every disk, in every zip and
 * in every link (delivery.md 2.7): lower-case ASCII only, so that two paths cannot differ by case alone; no part starts
 * or ends with a dot, holds {@code ..}, or is the name of a Windows device.
 *
 * @param value at most {@value #MAX_LENGTH} characters, each part at most {@value #MAX_PART} of {@code [a-z0-9._-]}
 */
public record SafePath(String value) implements Comparable<SafePath> {

    static final int MAX_LENGTH = 120;
    static final int MAX_PART = 100;

    private static final Pattern PART = Pattern.compile("[a-z0-9_-](?:[a-z0-9._-]*[a-z0-9_-])?");
    private static final Pattern DEVICE = Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");

    /** @throws IllegalArgumentException if the path is not safe; that is a bug, paths never come from input */
    public SafePath {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("path is longer than " + MAX_LENGTH + " characters: " + value);
        }
        for (String part : value.split("/", -1)) {
            if (!isSafe(part)) {
                throw new IllegalArgumentException("not a safe path: \"" + value + "\", because of \"" + part + "\"");
            }
        }
    }

    private static boolean isSafe(String part) {
        return part.length() <= MAX_PART
                && PART.matcher(part).matches()
                && !part.contains("..")
                && !DEVICE.matcher(part).matches();
    }

    /** The link to this file as it stands in the file {@code from}: {@code ../runs/x.html}, or {@code x.html}. */
    public String relativeTo(SafePath from) {
        List<String> here = parts();
        List<String> there = from.parts();
        int shared = 0;
        int folders = Math.min(here.size(), there.size()) - 1;
        while (shared < folders && here.get(shared).equals(there.get(shared))) {
            shared++;
        }
        return "../".repeat(there.size() - 1 - shared) + String.join("/", here.subList(shared, here.size()));
    }

    private List<String> parts() {
        return List.of(value.split("/", -1));
    }

    @Override
    public int compareTo(SafePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
