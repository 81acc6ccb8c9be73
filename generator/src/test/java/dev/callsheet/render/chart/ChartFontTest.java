package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChartFontTest {

    @Test
    void hasTheSignsOfChartsAndWesternNames() throws Exception {
        Font font = ChartFont.load();
        assertThat(font.canDisplayUpTo("0123456789.,:%+/()[] \u202f\u00a0–—…−×§ AZaz äöüßéèçñåøæ ĞğİıŞş ŁłŐő €"))
                .isEqualTo(-1);
    }

    @Test
    void isSmallAndCarriesItsLicence() throws IOException {
        assertThat(resource("DejaVuSans-subset.ttf")).hasSizeLessThan(60_000);
        assertThat(new String(resource("LICENSE-DejaVu.txt"), StandardCharsets.UTF_8))
                .contains("Bitstream Vera Fonts Copyright", "Arev Fonts Copyright");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isTheFontOfEveryLogicalNameWhereTheMachineMayHaveNone() throws Exception {
        ChartFont.load();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("sun.awt.fontconfig")))) {
            properties.load(reader);
        }
        assertThat(properties)
                .containsEntry("dialoginput.bolditalic.latin-1", "DejaVu Sans")
                .containsEntry("sansserif.plain.latin-1", "DejaVu Sans");
        assertThat(Path.of(properties.getProperty("filename.DejaVu_Sans")))
                .hasBinaryContent(resource("DejaVuSans-subset.ttf"));
        assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ChartFont.class.getResourceAsStream("/assets/fonts/" + name), name)) {
            return stream.readAllBytes();
        }
    }
}
