package dev.callsheet.deliver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered, as messages repeat it. It may be anything: it is shortened, stripped of what cannot be seen, of
 * addresses but for their domains, and of all its words where it sends credentials back.
 */
record ServerAnswer(int code, String text) {

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern CODES = Pattern.compile("(?m)^\\d{3}[ -]?(?:[245]\\.\\d{1,3}\\.\\d{1,3} )?");
    private static final Pattern LOCAL_PART = Pattern.compile("[^\\s<>()\\[\\]\"',;:@]++@");
    private static final int LONGEST = 200;
    private static final int MOST_READ = 4_000;

    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;
    private static final int BEYOND = 600;

    /** Whether the server may answer something else in a while. */
    boolean isPassing() {
        return code >= TRANSIENT && code < PERMANENT;
    }

    /** Whether it is a refusal at all. */
    boolean isRefusal() {
        return code >= TRANSIENT && code < BEYOND;
    }

    /** {@code 550 5.1.1}, without the server's own words. */
    String codes() {
        Matcher enhanced = ENHANCED.matcher(text);
        return code + (enhanced.find() ? " " + enhanced.group(1) : "");
    }

    /** {@code 550 5.1.1 no such user}. */
    String words(Credentials credentials) {
        if (credentials.areIn(text)) {
            return codes() + " (its words hold the credentials and are not repeated)";
        }
        String read = text.substring(0, Math.min(text.length(), MOST_READ));
        String words = visible(CODES.matcher(read).replaceAll(" "));
        String masked = LOCAL_PART.matcher(words).replaceAll("…@");
        String cut = masked.length() > LONGEST ? masked.substring(0, LONGEST).strip() + "…" : masked;
        return (codes() + " " + cut).strip();
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> visible.append(c >= ' ' && c <= '~' ? (char) c : ' '));
        return visible.toString().replaceAll(" +", " ").strip();
    }
}
