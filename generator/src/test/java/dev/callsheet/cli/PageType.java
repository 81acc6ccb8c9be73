package dev.callsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that stands for those like it.
 *
 * @param name of the type, such as {@code latest} or {@code runs-longest}
 * @param path of the page inside its site
 */
record PageType(String name, String path) {

    /** How the name of a page with further rows or turns ends; slugs end in eight characters or more, nights are dates. */
    private static final Pattern FURTHER = Pattern.compile("(?<!\\d{4}-\\d\\d)-\\d{1,5}$");

    /**
     * The pages of a site that stand for its types: all at the top; of each folder but that of the mail its index, its
     * shortest page, its longest, where names and rows abound, and the longest that has further rows or turns.
     */
    static List<PageType> of(Path site) {
        Map<Path, List<Path>> folders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            files.filter(file -> file.toString().endsWith(".html") && !file.startsWith(site.resolve("mail")))
                    .sorted(Comparator.comparingLong(PageType::size).thenComparing(Comparator.naturalOrder()))
                    .forEach(file -> folders.computeIfAbsent(file.resolveSibling(""), folder -> new ArrayList<>())
                            .add(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<PageType> types = new ArrayList<>();
        folders.forEach((folder, bySize) -> {
            if (folder.equals(site)) {
                bySize.forEach(page -> types.add(type(site, page, name(page))));
            } else {
                List<Path> others = bySize.stream()
                        .filter(page -> !name(page).equals("index"))
                        .toList();
                String kind =
                        site.relativize(folder).toString().replace('\\', '-').replace('/', '-');
                bySize.stream()
                        .filter(page -> name(page).equals("index"))
                        .forEach(page -> types.add(type(site, page, kind)));
                if (others.size() > 1) {
                    types.add(type(site, others.get(0), kind + "-shortest"));
                }
                if (!others.isEmpty()) {
                    types.add(type(site, others.get(others.size() - 1), kind + "-longest"));
                }
                bySize.stream()
                        .filter(page -> FURTHER.matcher(name(page)).find())
                        .reduce((shorter, longer) -> longer)
                        .ifPresent(page -> types.add(type(site, page, kind + "-further")));
            }
        });
        types.sort(Comparator.comparing(PageType::path));
        return types;
    }

    private static PageType type(Path site, Path page, String name) {
        return new PageType(
                name.equals("index") ? "latest" : name,
                site.relativize(page).toString().replace('\\', '/'));
    }

    private static String name(Path page) {
        return String.valueOf(page.getFileName()).replace(".html", "");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
