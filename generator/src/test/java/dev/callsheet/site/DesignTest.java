package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Contrast;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/design.md against assets/site.css: colours, their contrast in both schemes, sizes of type. */
class DesignTest {

    private static final Path STYLE = Path.of("assets/site.css");
    private static final Path DOCUMENT = Path.of("docs/design.md");
    private static final Pattern SCHEME = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6})");
    private static final List<String> INKS = List.of("ink", "soft", "link", "pass", "fail", "flaky", "error");

    /** What text of every ink is written on. */
    private static final List<String> GROUNDS = List.of("paper", "sheet", "hair", "flaky-wash");

    private static final double TEXT = 4.5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void everyInkIsLegibleOnEveryGround(int scheme) throws IOException {
        Map<String, String> colours = colours(scheme);
        for (String ink : INKS) {
            for (String ground : GROUNDS) {
                assertThat(contrast(colours, ink, ground))
                        .as(ink + " on " + ground)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
        for (String heat : List.of("heat-1", "heat-2", "heat-3", "heat-4")) {
            assertThat(contrast(colours, "ink", heat)).as(heat).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @Test
    void theDocumentStatesTheColoursInForce() throws IOException {
        String document = Files.readString(DOCUMENT);
        Map<String, String> light = colours(0);
        Map<String, String> dark = colours(1);
        for (String ink : INKS) {
            assertThat(document)
                    .containsPattern("\\| `--" + ink + "` \\| [^|]+ \\| " + cells(light, ink) + " \\| "
                            + cells(dark, ink) + " \\|");
        }
    }

    @Test
    void thereAreAsManySizesOfTypeAsTheDocumentNames() throws IOException {
        String style = Files.readString(STYLE);
        String document = Files.readString(DOCUMENT);
        for (String size : List.of("dense", "note", "tiny")) {
            Matcher value = Pattern.compile("--" + size + ": (\\.\\d+)rem").matcher(style);
            assertThat(value.find()).isTrue();
            assertThat(document).contains("`--" + size + "` " + value.group(1) + " rem");
        }
        assertThat(Pattern.compile("font-size: ([\\d.]+rem)")
                        .matcher(style)
                        .results()
                        .map(size -> size.group(1)))
                .containsOnly("1rem", "1.05rem", "1.7rem");
    }

    private static String cells(Map<String, String> colours, String ink) {
        return colours.get(ink) + " \\| "
                + BigDecimal.valueOf(contrast(colours, ink, "paper")).setScale(1, RoundingMode.HALF_UP);
    }

    private static Map<String, String> colours(int scheme) throws IOException {
        String declarations = SCHEME.matcher(Files.readString(STYLE))
                .results()
                .skip(scheme)
                .findFirst()
                .orElseThrow()
                .group(1);
        Map<String, String> colours = new TreeMap<>();
        COLOUR.matcher(declarations).results().forEach(one -> colours.put(one.group(1), one.group(2)));
        return colours;
    }

    private static double contrast(Map<String, String> colours, String ink, String ground) {
        return Contrast.ratio(colours.getOrDefault(ink, ""), colours.getOrDefault(ground, ""));
    }
}
