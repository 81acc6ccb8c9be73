package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.ChartSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build runs these under a Turkish locale; the same chart must come out of any process. */
class SameBytesTest {

    private static final ChartSpec CHART = Specs.usually(0.7, 0.85, Specs.nights(40, night -> night % 9 != 4));

    private static ChartRenderer renderer;

    @BeforeAll
    static void loadFont() throws ChartsUnavailableException {
        renderer = ChartRenderer.create();
    }

    @Test
    void drawnTwice() throws ChartsUnavailableException {
        assertThat(renderer.svg(CHART)).isEqualTo(renderer.svg(CHART));
        assertThat(ChartRenderer.create().svg(CHART)).isEqualTo(renderer.svg(CHART));
    }

    @Test
    void drawnByManyThreads() {
        byte[] once = renderer.svg(CHART);
        List<byte[]> drawn = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> renderer.svg(CHART))
                .toList();
        assertThat(drawn).allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
    }

    @Test
    void drawnInAnyLocaleAndZone() {
        byte[] here = renderer.svg(CHART);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("en-US", "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "fr-FR")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
                assertThat(renderer.svg(CHART)).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void drawnByAnotherProcess(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("chart.svg");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("temporary")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Drawing.class.getName(),
                        file.toString())
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(file).hasBinaryContent(renderer.svg(CHART));
        assertThat(directory.resolve("temporary")).as("nothing is left behind").isEmptyDirectory();
    }

    /** Draws the chart into a file, in a process of its own. */
    static final class Drawing {
        private Drawing() {}

        public static void main(String... arguments) throws ChartsUnavailableException, IOException {
            Files.write(Path.of(arguments[0]), ChartRenderer.create().svg(CHART));
        }
    }
}
