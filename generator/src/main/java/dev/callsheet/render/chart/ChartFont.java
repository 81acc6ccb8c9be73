package dev.callsheet.render.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The one font of all charts, a subset of DejaVu Sans in the jar. Letters are drawn as outlines, so with a font of our
 * own a chart has the same bytes on every machine.
 */
final class ChartFont {

    private static final String RESOURCE = "/assets/fonts/DejaVuSans-subset.ttf";
    private static final String FONTCONFIG = "sun.awt.fontconfig";

    private ChartFont() {}

    /** Loads the font at 1 point. Must run before any other class of AWT does. */
    static Font load() throws IOException, FontFormatException {
        System.setProperty("java.awt.headless", "true");
        nameTheFontOfTheMachine(System.getProperty("os.name"));
        try (InputStream font = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, font);
        }
    }

    /**
     * On Linux without fonts or without fontconfig (slim containers) AWT fails before it looks at the font it is
     * given, unless this undocumented property of the JDK names a font for each logical name. One set by the user
     * stands.
     */
    private static synchronized void nameTheFontOfTheMachine(@Nullable String system) throws IOException {
        if (!"Linux".equals(system) || System.getProperty(FONTCONFIG) != null) {
            return;
        }
        Path directory = Files.createTempDirectory("callsheet-font");
        directory.toFile().deleteOnExit();
        Path font = directory.resolve("DejaVuSans.ttf");
        font.toFile().deleteOnExit();
        try (InputStream bytes = open()) {
            Files.copy(bytes, font);
        }
        Path file = directory.resolve("fontconfig.properties");
        file.toFile().deleteOnExit();
        try (Writer writer = Files.newBufferedWriter(file)) {
            logicalNames(font).store(writer, null);
        }
        System.setProperty(FONTCONFIG, file.toString());
    }

    private static Properties logicalNames(Path font) {
        Properties properties = new Properties();
        properties.setProperty("version", "1");
        properties.setProperty("sequence.allfonts", "latin-1");
        for (String family : new String[] {"serif", "sansserif", "monospaced", "dialog", "dialoginput"}) {
            for (String style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
                properties.setProperty(family + "." + style + ".latin-1", "DejaVu Sans");
            }
        }
        properties.setProperty("filename.DejaVu_Sans", font.toString());
        properties.setProperty("awtfontpath.latin-1", String.valueOf(font.getParent()));
        return properties;
    }

    private static InputStream open() throws FileNotFoundException {
        InputStream font = ChartFont.class.getResourceAsStream(RESOURCE);
        if (font == null) {
            throw new FileNotFoundException(RESOURCE);
        }
        return font;
    }
}
