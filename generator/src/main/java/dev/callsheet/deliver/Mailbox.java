package dev.callsheet.deliver;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a message is from or for.
 *
 * @param name that is shown beside the address, without characters that cannot be seen; may be empty
 * @param address ASCII, a dot-atom on each side of one {@code @}, the domain in lower case
 */
public record Mailbox(String name, String address) {

    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*<([^<>]*)>");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern SPECIAL = Pattern.compile("[()<>\\[\\]:;@\\\\,\"]");
    private static final Pattern SEVERAL = Pattern.compile("[,;:]");

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile("(?=.{1,64}$)" + ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,189}$)" + LABEL + "(?:\\." + LABEL + ")*");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST = 500;

    /**
     * Reads {@code ann@example.com}, {@code Ann <ann@example.com>} or {@code "Ann, QA" <ann@example.com>}. It is
     * stricter than RFC 5322: no comments, groups, quoted local parts or address literals, and nothing but ASCII in the
     * address, so that no character can become another on its way into a command.
     *
     * @throws IllegalArgumentException if it is not one address; the message says what it is instead, without repeating
     *     it
     */
    public static Mailbox of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a text with more than " + LONGEST + " characters");
        }
        if (text.codePoints().anyMatch(Mailbox::isInvisible)) {
            throw new IllegalArgumentException("a text with a control character, or another that cannot be seen");
        }
        String stripped = text.strip();
        Matcher named = NAMED.matcher(stripped);
        boolean isNamed = named.matches();
        return new Mailbox(isNamed ? name(named.group(1)) : "", address(isNamed ? named.group(2) : stripped));
    }

    private static String name(String text) {
        Matcher quoted = QUOTED.matcher(text);
        boolean isQuoted = quoted.matches();
        String name = isQuoted ? ESCAPE.matcher(quoted.group(1)).replaceAll("$1") : text;
        if (!isQuoted && SPECIAL.matcher(name).find()) {
            throw new IllegalArgumentException(
                    "a text with a name before < that needs quotation marks, or with more than one address");
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a text with a name of more than " + LONGEST_NAME + " characters");
        }
        return name.strip();
    }

    private static String address(String text) {
        int at = text.indexOf('@');
        if (SEVERAL.matcher(text).find()) {
            throw new IllegalArgumentException("a text with more than one address, or a group of them");
        }
        if (at < 0) {
            throw new IllegalArgumentException("a text without @");
        }
        String local = text.substring(0, at);
        String domain = text.substring(at + 1);
        if (!LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("an address with something else before the @ than ASCII letters, digits,"
                    + " single dots and the signs that need no quotation marks");
        }
        if (!DOMAIN.matcher(domain).matches()) {
            throw new IllegalArgumentException("an address with something else after the @ than ASCII letters, digits,"
                    + " hyphens and dots; an international name is written as xn--…");
        }
        return local + "@" + domain.toLowerCase(Locale.ROOT);
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** What stands after the {@code @}: as much of an address as a public log should hold. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
