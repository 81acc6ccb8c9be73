package dev.callsheet.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A tree that looks for secrets in everything that is written to it. It finds a secret as it is, in UTF-8, however it is
 * cut into writes; not one that is packed or encoded.
 */
public final class WatchedTree implements OutputTree {

    private final OutputTree tree;
    private final List<Secret> secrets;
    private final SortedMap<String, SortedSet<SafePath>> found = new TreeMap<>();

    /** @param secrets values by what they are called, none of them empty */
    public WatchedTree(OutputTree tree, Map<String, String> secrets) {
        this.tree = tree;
        this.secrets = new TreeMap<>(secrets)
                .entrySet().stream()
                        .map(secret -> new Secret(secret.getKey(), secret.getValue()))
                        .toList();
    }

    @Override
    public OutputStream open(SafePath path) throws IOException {
        OutputStream out = tree.open(path);
        return secrets.isEmpty() ? out : new Watching(out, path);
    }

    /**
     * Ends the program's way to publishing what must stay secret.
     *
     * @throws PublicationException if a secret was written; the message names it, never its value
     */
    public synchronized void requireNoSecret() throws PublicationException {
        if (found.isEmpty()) {
            return;
        }
        String name = found.firstKey();
        Set<SafePath> files = found.getOrDefault(name, new TreeSet<>());
        throw new PublicationException("the value of " + name + " stands in "
                + files.iterator().next()
                + (files.size() == 1 ? "" : " and in " + (files.size() - 1) + " more files")
                + "; nothing was published");
    }

    private synchronized void enter(Secret secret, SafePath path) {
        found.computeIfAbsent(secret.name, name -> new TreeSet<>()).add(path);
    }

    /** What is looked for, by the algorithm of Knuth, Morris and Pratt, since a secret may be cut into writes. */
    private static final class Secret {

        private final String name;
        private final byte[] value;

        /** How many bytes still match when the one after so many does not. */
        private final int[] fallback;

        Secret(String name, String text) {
            this.name = name;
            value = text.getBytes(StandardCharsets.UTF_8);
            fallback = new int[value.length + 1];
            fallback[0] = -1;
            for (int i = 0; i < value.length; i++) {
                fallback[i + 1] = next(fallback[i], value[i]);
            }
        }

        /** How many bytes match after one more. */
        int next(int before, byte b) {
            int matched = before;
            while (matched >= 0 && (matched == value.length || value[matched] != b)) {
                matched = fallback[matched];
            }
            return matched + 1;
        }
    }

    private final class Watching extends FilterOutputStream {

        private final SafePath path;
        private final int[] matched = new int[secrets.size()];

        Watching(OutputStream out, SafePath path) {
            super(out);
            this.path = path;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            for (int i = 0; i < matched.length; i++) {
                Secret secret = secrets.get(i);
                int now = matched[i];
                for (int at = offset; at < offset + length; at++) {
                    now = secret.next(now, bytes[at]);
                    if (now == secret.value.length) {
                        enter(secret, path);
                    }
                }
                matched[i] = now;
            }
        }
    }
}
