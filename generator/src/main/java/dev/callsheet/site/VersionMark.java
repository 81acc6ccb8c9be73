package dev.callsheet.site;

import java.time.LocalDate;
import java.util.List;

/**
 * A night from which on runs name another version of their pathway.
 *
 * @param versions those that are new on it, the one of most runs first; at least one
 */
record VersionMark(LocalDate night, List<String> versions) {

    private static final int LONGEST = 9;

    VersionMark {
        versions = List.copyOf(versions);
    }

    /** "v43", short enough for a chart; "v43 +1" where there are more. */
    String label() {
        String name = versions.get(0);
        String plain = name.matches("[0-9]+") ? "v" + name : name;
        String shown = plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return versions.size() == 1 ? shown : shown + " +" + (versions.size() - 1);
    }

    /** "43 from 13 Apr". */
    String words() {
        return versions.get(0) + (versions.size() == 1 ? "" : " and " + (versions.size() - 1) + " more") + " from "
                + Format.shortDate(night);
    }
}
