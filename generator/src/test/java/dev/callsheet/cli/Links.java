package dev.callsheet.cli;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;

/** The links of pages. */
final class Links {

    private Links() {}

    /** What a page refers to, as it stands there. */
    static List<String> of(Document page) {
        List<String> references = new ArrayList<>(page.select("[href]").eachAttr("href"));
        references.addAll(page.select("[src]").eachAttr("src"));
        return references;
    }

    /** The path in the site that a page's reference leads to. */
    static String target(String page, String reference) {
        String path = reference.contains("#") ? reference.substring(0, reference.indexOf('#')) : reference;
        if (path.isEmpty()) {
            return page;
        }
        Path target = Path.of(page).resolveSibling(path);
        return URLDecoder.decode(target.normalize().toString().replace('\\', '/'), StandardCharsets.UTF_8);
    }

    /** Every link of a site that leads to no file, or to no place on its page. */
    static List<String> dead(Site site) {
        Set<String> files = site.files().keySet();
        Map<String, Document> pages = new HashMap<>();
        files.stream().filter(path -> path.endsWith(".html")).forEach(path -> pages.put(path, site.page(path)));
        return dead(files, pages);
    }

    /** @param pages by their path */
    static List<String> dead(Set<String> files, Map<String, Document> pages) {
        List<String> dead = new ArrayList<>();
        pages.forEach((path, page) -> of(page).forEach(reference -> {
            String target = target(path, reference);
            Document at = pages.get(target);
            if (!files.contains(target)
                    || (at != null
                            && reference.contains("#")
                            && at.getElementById(reference.substring(reference.indexOf('#') + 1)) == null)) {
                dead.add(path + " → " + reference);
            }
        }));
        return dead;
    }
}
