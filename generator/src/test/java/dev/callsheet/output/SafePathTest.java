package dev.callsheet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "nights/2026-04-14.html",
                "data/history/main-2026-04-14-0a1b2c3d.ndjson.gz",
                "assets/site.0a1b2c3d.css",
                "simulation_sets.csv",
                "console.html",
                "com10",
                "-"
            })
    void acceptsTheFilesOfASite(String path) {
        assertThat(new SafePath(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "runs/",
                "runs//x.html",
                ".",
                "..",
                "../x.html",
                "runs/../x.html",
                "runs/a..b.html",
                ".htaccess",
                "runs/.git",
                "name.",
                "runs/Index.html",
                "runs/ı.html",
                "a b.html",
                "a\\b.html",
                "c:x.html",
                "a\u0000.html",
                "a\n.html",
                "a%2f.html",
                "a?.html",
                "con",
                "nul.html",
                "runs/aux",
                "prn/x.html",
                "com1.html",
                "lpt9.tar.gz",
                "com0"
            })
    void refusesWhatSomeDiskOrLinkWouldMisread(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SafePath(path));
    }

    @Test
    void partsAndPathsFitWindowsLimits() {
        assertThat(new SafePath("a".repeat(100)).value()).hasSize(100);
        assertThatIllegalArgumentException().isThrownBy(() -> new SafePath("a".repeat(101)));
        assertThat(new SafePath("a".repeat(59) + "/" + "b".repeat(60)).value()).hasSize(120);
        assertThatIllegalArgumentException().isThrownBy(() -> new SafePath("a".repeat(60) + "/" + "b".repeat(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "runs/x.html,        index.html,            runs/x.html",
        "runs/x.html,        scenarios/a.html,      ../runs/x.html",
        "runs/x.html,        runs/y.html,           x.html",
        "runs/x.html,        runs/x.html,           x.html",
        "index.html,         runs/x.html,           ../index.html",
        "index.html,         changes.html,          index.html",
        "data/index.html,    data/history/a.gz,     ../index.html",
        "data/history/a.gz,  data/index.html,       history/a.gz",
        "a/b/c.html,         a/d/e/f.html,          ../../b/c.html",
        "runs,               runs/x.html,           ../runs",
        "runs/x.html,        runs,                  runs/x.html"
    })
    void linksAreRelativeAndNameTheFile(SafePath to, SafePath from, String link) {
        assertThat(to.relativeTo(from)).isEqualTo(link);
    }

    @Test
    void sortsByCharacter() {
        assertThat(Stream.of("b", "a/b", "a.b", "a-b", "a").map(SafePath::new).sorted())
                .extracting(SafePath::value)
                .containsExactly("a", "a-b", "a.b", "a/b", "b");
    }
}
