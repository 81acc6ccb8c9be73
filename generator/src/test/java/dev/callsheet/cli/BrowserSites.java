package dev.callsheet.cli;

import dev.callsheet.browser.Chromium;
import dev.callsheet.browser.Firefox;
import dev.callsheet.browser.StaticServer;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The built sites where readers find them, and the browsers they read them in: started once for all classes. */
final class BrowserSites implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> JENKINS = Map.of(
            "Content-Security-Policy",
            "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';");

    /** About 70 characters, as of a reader with a long name who unpacks a download. */
    private static final String DEEP = "Users/firstname.lastname/Downloads/callsheet-report-2026-04-14-nightly/public";

    private static final String FOREIGN = "Berichte für Zoë – 报告 #1 (100 %)";

    private final Path temporary;
    private final List<StaticServer> servers = new ArrayList<>();
    private final List<SitePage> samples;
    private final List<SitePage> hostile;
    private @Nullable Chromium chromium;
    private @Nullable Firefox firefox;

    private BrowserSites(BuiltSites sites) throws IOException {
        temporary = Files.createTempDirectory("callsheet-browser");
        samples = serve(sites.samples());
        hostile = serve(sites.hostile());
    }

    synchronized Chromium chromium() {
        if (chromium == null) {
            chromium = Chromium.start(temporary, PATIENCE);
        }
        return chromium;
    }

    synchronized Firefox firefox() {
        if (firefox == null) {
            firefox = Firefox.start(temporary, PATIENCE);
        }
        return firefox;
    }

    /** The pages of the samples that stand for their types. */
    List<SitePage> samples() {
        return samples;
    }

    /** The same of hostile texts. */
    List<SitePage> hostile() {
        return hostile;
    }

    /** The pages of both. */
    List<SitePage> pages() {
        return Stream.of(samples, hostile).flatMap(List::stream).toList();
    }

    /** A page of the samples. */
    SitePage sample(String path) {
        return samples.stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The page of the samples that stands for a type. */
    SitePage sampleOfType(String name) {
        return samples.stream()
                .filter(page -> page.type().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized void close() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (firefox != null) {
            firefox.close();
        }
        servers.forEach(StaticServer::close);
        PathUtils.deleteDirectory(temporary);
    }

    private List<SitePage> serve(Path site) throws IOException {
        Map<Place, String> bases = Map.of(
                Place.DISK, onDisk(site),
                Place.DEEP, onDisk(copy(site, DEEP)),
                Place.FOREIGN, onDisk(copy(site, FOREIGN)),
                Place.SERVER, onServer(site, StaticServer.PROJECT, Map.of()),
                Place.ROOT, onServer(site, "/", Map.of()),
                Place.JENKINS, onServer(site, StaticServer.PROJECT, JENKINS));
        String name = String.valueOf(site.getFileName());
        return PageType.of(site).stream()
                .map(type -> new SitePage(name, type, bases))
                .toList();
    }

    private Path copy(Path site, String folder) throws IOException {
        Path copy = Files.createDirectories(temporary.resolve(folder)).resolve(site.getFileName());
        PathUtils.copyDirectory(site, copy);
        return copy;
    }

    private static String onDisk(Path site) {
        return site.toUri().toASCIIString();
    }

    private String onServer(Path site, String context, Map<String, String> headers) {
        StaticServer server = new StaticServer(site, context, headers);
        servers.add(server);
        return server.base();
    }

    /** Gives the one instance to the classes that ask for it, and closes it after the last of them. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BrowserSites.class;
        }

        @Override
        public BrowserSites resolveParameter(ParameterContext parameter, ExtensionContext context) {
            BuiltSites sites = BuiltSites.of(context);
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(BrowserSites.class, type -> open(sites), BrowserSites.class);
        }

        private static BrowserSites open(BuiltSites sites) {
            try {
                return new BrowserSites(sites);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
