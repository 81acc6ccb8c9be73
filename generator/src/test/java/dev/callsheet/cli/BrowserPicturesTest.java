package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures to look at, in {@code target/screenshots}: nothing compares them. With {@code -Dpictures.rewrite=true} those of
 * the README are drawn anew.
 */
@InBrowser
class BrowserPicturesTest {

    private static final Path FOLDER = Path.of("target/screenshots");
    private static final Map<String, Screen> SCREENS = Map.of(
            "1280-light", new Screen(1280, 900, false),
            "1280-dark", new Screen(1280, 900, true),
            "360-light", new Screen(360, 740, false));

    /** Longer pages are long tables. */
    private static final int HEIGHT = 6_000;

    /** The pictures of the README: of the first page, and of the failed call that it links to first. */
    private static final Path README_FIRST = Path.of("docs/latest.png");

    private static final Path README_CALL = Path.of("docs/run.png");
    private static final String FIRST_CALL = "document.querySelector('#worse td a[href^=\"runs/\"]').href";

    private static final Screen README_SCREEN = new Screen(1280, 800, false);
    private static final int README_BYTES = 250_000;

    private final BrowserSites sites;
    private final ConcurrentSkipListSet<String> drawn = new ConcurrentSkipListSet<>();

    BrowserPicturesTest(BrowserSites sites) {
        this.sites = sites;
    }

    @BeforeAll
    void clear() throws IOException {
        if (Files.exists(FOLDER)) {
            PathUtils.deleteDirectory(FOLDER);
        }
        Files.createDirectories(FOLDER);
    }

    @AfterAll
    void list() throws IOException {
        String pictures = drawn.stream()
                .map(name -> String.format(
                        Locale.ROOT, "<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%1$s\" loading=\"lazy\">%1$s</a>", name))
                .collect(Collectors.joining("\n"));
        Files.writeString(FOLDER.resolve("index.html"), """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Pictures of the samples</title>
                <style>
                  body { display: flex; flex-wrap: wrap; gap: 1rem; font: 14px sans-serif; }
                  a { width: 18rem; }
                  img { display: block; width: 100%; height: 14rem; object-fit: cover; object-position: top; border: 1px solid; }
                </style>
                """ + pictures + "\n");
    }

    /** Of the samples; no call of theirs is so long that it needs a page for further turns. */
    List<SitePage> pages() {
        Stream<SitePage> further =
                sites.hostile().stream().filter(page -> page.type().name().equals("runs-further"));
        return Stream.concat(sites.samples().stream(), further).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageIsDrawn(SitePage page) throws IOException {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page.address(Place.DISK));
            for (Map.Entry<String, Screen> screen : SCREENS.entrySet()) {
                tab.show(screen.getValue());
                write(page.type().name() + "-" + screen.getKey(), tab.picture(HEIGHT));
            }
        }
    }

    @Test
    void theFirstPageIsDrawnAsAGreyPrinterWould() throws IOException {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sampleOfType("latest").address(Place.DISK));
            tab.showPrintedInGrey();
            byte[] picture = tab.picture(HEIGHT);
            write("latest-print-grey", picture);
            assertThat(Pixels.isGrey(picture)).isTrue();
        }
    }

    @Test
    void thePicturesOfTheReadmeAreSmall() throws IOException {
        try (Tab tab = sites.chromium().tab(README_SCREEN)) {
            tab.open(sites.sampleOfType("latest").address(Place.DISK));
            writeForReadme(README_FIRST, tab);
            tab.open(tab.evaluate(FIRST_CALL).asString());
            writeForReadme(README_CALL, tab);
        }
    }

    private static void writeForReadme(Path file, Tab tab) throws IOException {
        byte[] picture = tab.picture(README_SCREEN.height());
        assertThat(picture.length).as(file.toString()).isLessThan(README_BYTES);
        if (Boolean.getBoolean("pictures.rewrite")) {
            Files.write(file, picture);
        }
    }

    private void write(String name, byte[] picture) throws IOException {
        assertThat(picture).isNotEmpty();
        Files.write(FOLDER.resolve(name + ".png"), picture);
        drawn.add(name + ".png");
    }
}
