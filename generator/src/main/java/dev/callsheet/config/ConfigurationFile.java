package dev.callsheet.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the configuration file and reads its text; {@link Yaml} tells what it says. */
final class ConfigurationFile {

    private static final String NAME = "callsheet.yml";
    private static final int MOST_BYTES = 65_536;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ConfigurationFile() {}

    /** What it says; nothing where no file is named and there is no {@code callsheet.yml}. */
    static Yaml.Content read(Path directory, @Nullable String named) throws ConfigurationException {
        if (named == null) {
            Path file = directory.resolve(NAME);
            // A link that leads nowhere is there: someone meant it to lead to a file.
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    ? Yaml.read(NAME, text(NAME, file))
                    : Yaml.Content.NONE;
        }
        Path file = path(named);
        Path last = file.getFileName();
        String shown = !file.isAbsolute() ? named : last == null ? "--config" : last.toString();
        return Yaml.read(shown, text(shown, directory.resolve(file)));
    }

    private static Path path(String named) throws ConfigurationException {
        try {
            if (!named.isBlank()) {
                return Path.of(named);
            }
        } catch (InvalidPathException e) {
            // as good as none
        }
        throw new ConfigurationException("--config: must be the path of a file; was " + Shown.text(named));
    }

    private static String text(String shown, Path file) throws ConfigurationException {
        try {
            if (Files.isDirectory(file)) {
                throw new ConfigurationException(shown + ": is a directory; the configuration must be a file");
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            if (bytes.length > MOST_BYTES) {
                throw new ConfigurationException(shown + ": is larger than " + MOST_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(shown + ": is not UTF-8");
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(shown + ": there is no such file");
        } catch (IOException e) {
            throw new ConfigurationException(shown + ": cannot be read");
        }
    }
}
