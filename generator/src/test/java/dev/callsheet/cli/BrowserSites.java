package dev.callsheet.cli;

import dev.callsheet.browser.Chromium;
import dev.callsheet.browser.StaticServer;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The sites that browser tests read, and the browser they read them in: built and started once for all classes. One is
 * built from the samples, one from texts that are hostile and have words without end.
 */
final class BrowserSites implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> JENKINS = Map.of(
            "Content-Security-Policy",
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';");

    private final Path temporary;
    private final List<StaticServer> servers = new ArrayList<>();
    private final List<SitePage> samples;
    private final List<SitePage> hostile;
    private final Chromium chromium;

    private BrowserSites() throws IOException {
        temporary = Files.createTempDirectory("callsheet-browser");
        samples = serve(Program.build(temporary.resolve("samples"), Path.of("samples")));
        hostile = serve(HostileTextTest.build(temporary.resolve("hostile")));
        chromium = Chromium.start(temporary, PATIENCE);
    }

    Chromium chromium() {
        return chromium;
    }

    /** The pages of the samples that stand for their types. */
    List<SitePage> samples() {
        return samples;
    }

    /** The same of hostile texts. */
    List<SitePage> hostile() {
        return hostile;
    }

    /** A page of the samples. */
    SitePage sample(String path) {
        return samples.stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        servers.forEach(StaticServer::close);
        PathUtils.deleteDirectory(temporary);
    }

    private List<SitePage> serve(Path site) throws IOException {
        StaticServer plain = new StaticServer(site, Map.of());
        StaticServer jenkins = new StaticServer(site, JENKINS);
        servers.addAll(List.of(plain, jenkins));
        Map<Place, String> bases =
                Map.of(Place.DISK, site.toUri().toString(), Place.SERVER, plain.base(), Place.JENKINS, jenkins.base());
        String name = String.valueOf(site.getFileName());
        return pageTypes(site).stream()
                .map(page -> new SitePage(name, site.relativize(page).toString().replace('\\', '/'), bases))
                .toList();
    }

    /** All pages at the top; of each folder but that of the mail its index, its shortest page and its longest, where names and rows abound. */
    private static List<Path> pageTypes(Path site) throws IOException {
        Map<Path, List<Path>> folders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site)) {
            files.filter(file -> file.toString().endsWith(".html") && !file.startsWith(site.resolve("mail")))
                    .sorted(Comparator.comparingLong(BrowserSites::size).thenComparing(Comparator.naturalOrder()))
                    .forEach(file -> folders.computeIfAbsent(file.resolveSibling(""), folder -> new ArrayList<>())
                            .add(file));
        }
        List<Path> types = new ArrayList<>();
        folders.forEach((folder, bySize) -> {
            List<Path> others = bySize.stream().filter(page -> !isIndex(page)).toList();
            bySize.stream()
                    .filter(page -> folder.equals(site)
                            || isIndex(page)
                            || page.equals(others.get(0))
                            || page.equals(others.get(others.size() - 1)))
                    .sorted()
                    .forEach(types::add);
        });
        return types;
    }

    private static boolean isIndex(Path page) {
        return page.endsWith("index.html");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the one instance to the classes that ask for it, and closes it after the last of them. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BrowserSites.class;
        }

        @Override
        public BrowserSites resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(BrowserSites.class, type -> open(), BrowserSites.class);
        }

        private static BrowserSites open() {
            try {
                return new BrowserSites();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
