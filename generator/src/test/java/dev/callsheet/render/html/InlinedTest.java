package dev.callsheet.render.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlinedTest {

    @Test
    void itsHashIsThatOfItsBytes() {
        assertThat(Inlined.of("alert('Hello, world.');".getBytes(UTF_8)).hash())
                .as("an example of the W3C")
                .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
        assertThat(Inlined.of("a::before { content: \"●\" }\n".getBytes(UTF_8)).text())
                .isEqualTo("a::before { content: \"●\" }\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = '</script>';",
                "x = '</SCRIPT >';",
                "x = '<script';",
                "a { content: '</style>' }",
                "if (a <!--b) {}",
                "a\r\nb",
                "a\u0000b",
                "\uFEFFa"
            })
    void whatWouldEndItOrWouldNotBeTheSameToABrowserIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Inlined.of(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"site.css", "site.js"})
    void theProgramsOwnFilesCanStandInAPage(String name) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("assets", name));
        assertThat(Inlined.of(file).text().getBytes(UTF_8)).isEqualTo(file);
    }
}
