package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callsheet.site.ChartSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngTest {

    private static final int WIDTH = 1040;
    private static final int HEIGHT = 400;
    private static final int GROUND = 0xffffffff;

    private static ChartRenderer renderer;

    @BeforeAll
    static void loadFont() throws ChartsUnavailableException {
        renderer = ChartRenderer.create();
    }

    static Stream<ChartSpec> charts() {
        return Stream.of(
                Specs.nights(30),
                Specs.nights(365, night -> night % 31 > 2 && night % 7 != 3),
                Specs.nights(5),
                Specs.usually(0.7, 0.9, Specs.nights(30)),
                Specs.flagged(Specs.nights(120), 1, 2, 60, 119),
                Specs.counts(0, 0, 1, 3, 2, 3));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isOpaqueAndSmallEnoughForAMail(ChartSpec spec) throws IOException {
        byte[] file = renderer.png(spec, WIDTH, HEIGHT);
        BufferedImage image = read(file);
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(file).hasSizeLessThan(40_000);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void showsWhatTheSvgShowsInItsLightPalette(ChartSpec spec) throws IOException {
        BufferedImage image = read(renderer.png(spec, WIDTH, HEIGHT));
        String svg = new String(renderer.svg(spec), StandardCharsets.UTF_8);
        assertThat(List.of(Part.VALUE, Part.GRID, Part.BAND, Part.WORSE, Part.VERSION))
                .allSatisfy(part -> assertThat(hasPixel(image, part.light().getRGB()))
                        .as(part + " in " + spec.name())
                        .isEqualTo(svg.contains("class=\"" + part.className() + "\"") || isInkOf(part)));
    }

    /** The value is in the colour of the line and the dots, which all charts have. */
    private static boolean isInkOf(Part part) {
        return part == Part.VALUE;
    }

    @Test
    void keepsItsProportionsInAPictureOfOthersAndStandsInTheMiddle() throws IOException {
        BufferedImage image = read(renderer.png(Specs.nights(30), 1200, 630));
        int height = 1200 * ChartSpec.Shape.WIDE.height() / ChartSpec.Shape.WIDE.width();
        int above = (630 - height) / 2;
        assertThat(rows(image, 0, above)).allMatch(empty -> empty);
        assertThat(rows(image, 630 - above, 630)).allMatch(empty -> empty);
        assertThat(rows(image, above, 630 - above)).contains(false);
    }

    @Test
    void holdsPixelsAndNoTimeOrText() {
        String file = new String(renderer.png(Specs.nights(30), WIDTH, HEIGHT), StandardCharsets.ISO_8859_1);
        assertThat(file).contains("IHDR", "IDAT", "IEND").doesNotContain("tIME", "tEXt", "iTXt", "zTXt", "eXIf");
    }

    @Test
    void hasTheSameBytesFromAnyThreadInAnyLocaleAndZone() {
        ChartSpec chart = Specs.flagged(Specs.nights(40), 7, 20);
        byte[] once = renderer.png(chart, WIDTH, HEIGHT);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> renderer.png(chart, WIDTH, HEIGHT)))
                    .allSatisfy(bytes -> assertThat(bytes).isEqualTo(once));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aChartWithoutPointsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> renderer.png(Specs.of(3), WIDTH, HEIGHT));
    }

    private static List<Boolean> rows(BufferedImage image, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(y -> IntStream.range(0, image.getWidth()).allMatch(x -> image.getRGB(x, y) == GROUND))
                .toList();
    }

    private static boolean hasPixel(BufferedImage image, int colour) {
        return IntStream.range(0, image.getHeight())
                .anyMatch(y -> IntStream.range(0, image.getWidth()).anyMatch(x -> image.getRGB(x, y) == colour));
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }
}
