package dev.callsheet.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerfileTest {

    /** Instructions, each on one line, without comments. */
    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(Path.of("Containerfile")).replaceAll("(?m)^#.*\n", "");
        lines = Arrays.stream(text.replaceAll("\\\\\n\\s*", "").split("\n"))
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void hasNoInstructionOutsideTheFewThatItNeeds() {
        assertThat(lines)
                .allMatch(line -> line.matches("(FROM|WORKDIR|COPY|RUN|LABEL|USER|ENTRYPOINT|CMD) .+"))
                .noneMatch(line -> line.contains("curl ") || line.contains("http:"));
    }

    @Test
    void namesTheVersionOfEveryImage() {
        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM docker\\.io/library/[a-z]+:[0-9][a-z0-9.-]+( AS build)?"));
    }

    @Test
    void runsInWorkAsNobodySpecial() {
        List<String> last = lines.subList(lines.lastIndexOf("WORKDIR /work"), lines.size());
        assertThat(last.get(1)).isEqualTo("USER 10001:10001");
        assertThat(last.get(2)).startsWith("ENTRYPOINT [\"java\", ").endsWith("callsheet.jar\"]");
        assertThat(last).hasSize(4);
    }

    @Test
    void leavesNoListsOfPackagesBehind() {
        assertThat(lines.stream().filter(line -> line.contains("apt-get install")))
                .singleElement()
                .asString()
                .contains("--no-install-recommends")
                .endsWith("rm -rf /var/lib/apt/lists/*");
    }

    @Test
    void itsLabelsAgreeWithThePom() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String label = lines.stream()
                .filter(line -> line.startsWith("LABEL "))
                .findFirst()
                .orElseThrow();
        String version = label.replaceFirst(".*image\\.version=\"([^\"]*)\".*", "$1");
        assertThat(pom).contains("<artifactId>callsheet</artifactId>\n  <version>" + version + "</version>");
        assertThat(label).contains("image.title=", "image.description=", "image.licenses=\"Apache-2.0\"");
    }

    @Test
    void copiesOnlyWhatIsInTheContextAndAllThatTheJarIsMadeOf() throws IOException {
        List<String> ignored = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(ignored.get(0)).isEqualTo("*");
        List<String> copied = lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .flatMap(line -> Arrays.stream(line.substring(5).split(" ")).limit(line.endsWith("./") ? 3 : 1))
                .toList();
        assertThat(copied).allSatisfy(path -> {
            assertThat(Path.of(path)).exists();
            assertThat(ignored).contains("!" + path.replaceFirst("/.*", ""));
        });
        assertThat(copied)
                .containsExactlyInAnyOrder(
                        "pom.xml",
                        "LICENSE",
                        "NOTICE",
                        ".mvn",
                        "licenses",
                        "templates",
                        "assets",
                        "generator/src/main");
    }
}
