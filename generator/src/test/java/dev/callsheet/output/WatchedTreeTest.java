package dev.callsheet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedTreeTest {

    private static final String SECRET = "ababac-swordfish";

    private final MemoryTree memory = new MemoryTree();
    private final WatchedTree tree = new WatchedTree(memory, Map.of("THE_KEY", SECRET, "OTHER", "geheimnis"));

    @Test
    void whatIsWrittenArrives() throws IOException {
        write("data/a.txt", "nothing of interest, ababac-swordfis");
        assertThat(memory.text("data/a.txt")).isEqualTo("nothing of interest, ababac-swordfis");
        assertThatCode(tree::requireNoSecret).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ababac-swordfish", "xababac-swordfishx", "abababac-swordfish", "ababababac-swordfish"})
    void aSecretIsFoundWhereverItBegins(String text) throws IOException {
        write("runs/b.html", text);
        write("runs/a.html", text);
        assertThatThrownBy(tree::requireNoSecret)
                .isInstanceOf(PublicationException.class)
                .hasMessage("the value of THE_KEY stands in runs/a.html and in 1 more files; nothing was published");
    }

    @Test
    void aSecretIsFoundInPiecesToo() throws IOException {
        try (OutputStream out = tree.open(new SafePath("a.txt"))) {
            for (byte b : "so: geheimnis".getBytes(StandardCharsets.UTF_8)) {
                out.write(b);
            }
        }
        assertThatThrownBy(tree::requireNoSecret)
                .hasMessage("the value of OTHER stands in a.txt; nothing was published");
    }

    @Test
    void theEndOfOneFileAndTheBeginningOfAnotherAreNoSecret() throws IOException {
        write("a.txt", SECRET.substring(0, 5));
        write("b.txt", SECRET.substring(5));
        assertThatCode(tree::requireNoSecret).doesNotThrowAnyException();
    }

    private void write(String path, String text) throws IOException {
        tree.write(new SafePath(path), text.getBytes(StandardCharsets.UTF_8));
    }
}
