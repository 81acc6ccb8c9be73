package dev.callsheet.recipes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar and a release hold beside the program. */
class DistributionIT {

    private static final String SBOM = "META-INF/sbom/callsheet.cdx.json";

    private JarFile jar;
    private JsonNode sbom;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(jar().toFile());
        assumeTrue(
                jar.getEntry(SBOM) != null || System.getenv("CI") != null,
                "Maven was offline, and left out the plugin that lists the libraries");
        sbom = JsonMapper.shared().readTree(text(SBOM));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void theJarHoldsTheLicencesAndNoticesOfAllThatIsInIt() throws IOException {
        assertThat(text("META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
        assertThat(text("META-INF/THIRD-PARTY")).isEqualTo(Files.readString(Path.of("NOTICE")));
        assertThat(text("META-INF/licenses/EPL-2.0.txt")).startsWith("Eclipse Public License - v 2.0");
        assertThat(text("META-INF/NOTICE")).contains("Apache Commons", "Jackson", "Jakarta Mail");
    }

    @Test
    void theListOfLibrariesIsTheSameInEveryBuild() {
        assertThat(sbom.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(sbom.has("serialNumber")).isFalse();
        assertThat(sbom.get("metadata").has("timestamp")).isFalse();
    }

    @Test
    void everyLibraryIsListedWithItsLicenceAndChecksum() {
        assertThat(sbom.get("components").size()).isGreaterThan(40);
        for (JsonNode component : sbom.get("components")) {
            assertThat(component.at("/licenses/0/license/id").asString(""))
                    .as(component.get("purl").asString())
                    .isNotEmpty();
            assertThat(component.get("hashes").values())
                    .anyMatch(hash -> hash.get("alg").asString().equals("SHA-256"));
        }
    }

    @Test
    void noticeListsTheSameLibrariesUnderTheLicenceThatWasChosen() throws IOException {
        Map<String, String> headings = Map.of(
                "Apache License 2.0", "Apache-2.0",
                "MIT License", "MIT",
                "BSD 2-Clause", "BSD-2-Clause",
                "Eclipse Distribution", "BSD-3-Clause",
                "Eclipse Public", "EPL-2.0");
        TreeSet<String> listed = new TreeSet<>();
        String licence = "";
        for (String line : Files.readAllLines(Path.of("NOTICE"))) {
            for (Map.Entry<String, String> heading : headings.entrySet()) {
                licence = line.startsWith(heading.getKey()) ? heading.getValue() : licence;
            }
            if (line.matches("  [a-z][\\w.-]+:[\\w.-]+ \\S+")) {
                listed.add(line.strip() + " " + licence);
            }
        }
        TreeSet<String> found = new TreeSet<>();
        for (JsonNode component : sbom.get("components")) {
            String name = component.get("group").asString() + ":"
                    + component.get("name").asString() + " "
                    + component.get("version").asString();
            found.add(component.get("licenses").values().stream()
                    .map(one -> name + " " + one.at("/license/id").asString())
                    .filter(listed::contains)
                    .findFirst()
                    .orElse(name + " is not in NOTICE, or under another licence"));
        }
        assertThat(listed).isEqualTo(found);
    }

    @Test
    void everyLibraryWhoseClassesAreInTheJarIsListed() throws IOException {
        List<String> names = sbom.get("components").values().stream()
                .map(component -> component.get("name").asString() + "-"
                        + component.get("version").asString() + ".jar")
                .toList();
        TreeSet<String> bundled = new TreeSet<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String file = String.valueOf(Path.of(element).getFileName());
            boolean ours = file.startsWith("callsheet-"); // failsafe puts the program itself there
            if (file.endsWith(".jar") && !ours && isBundled(element)) {
                bundled.add(file);
            }
        }
        assertThat(bundled).hasSizeGreaterThan(40).isSubsetOf(names);
    }

    @Test
    void aReleaseHoldsTheJarItsListOfLibrariesTheirChecksumsAndWhatIsNew(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("checkout"));
        for (String file : List.of("pom.xml", ".ci/release")) {
            Files.createDirectories(Objects.requireNonNull(root.resolve(file).getParent()));
            Files.copy(Path.of(file), root.resolve(file));
        }
        Files.createDirectories(root.resolve("target/classes/META-INF/sbom"));
        Files.copy(jar(), root.resolve("target/callsheet.jar"));
        Files.writeString(root.resolve("target/classes/" + SBOM), text(SBOM));
        Files.writeString(root.resolve("CHANGELOG.md"), """
                # Changelog

                ## Unreleased

                ## 0.1.0 - 2026-12-01

                The first release.

                ## 0.0.9

                Older.
                """);
        Shell shell = new Shell(root, folder.resolve("bin"))
                .with("GITHUB_REF_NAME", "v0.1.0")
                .program("gh", "#!/bin/sh\necho \"gh $*\"\n");
        List<String> scripts = Yaml.allOf(Yaml.read(Path.of(".github/workflows/release.yml")), "run");
        assertThat(scripts.get(0)).isEqualTo("bash .ci/run"); // is what runs this test
        for (String script : scripts.subList(1, scripts.size())) {
            Shell.Result result = shell.run(List.of("bash", "-e"), script, Map.of(), List.of());
            assertThat(result.code()).as(result.log()).isZero();
            if (script.startsWith("gh ")) {
                assertThat(result.log())
                        .startsWith("gh release create v0.1.0 --verify-tag --title Callsheet 0.1.0")
                        .contains("dist/callsheet-0.1.0.jar dist/callsheet-0.1.0.cdx.json dist/SHA256SUMS");
            }
        }
        assertThat(Files.readString(root.resolve("dist/notes.md")).strip()).isEqualTo("The first release.");
        Shell.Result check =
                shell.run(List.of("bash", "-e"), "cd dist; sha256sum --check SHA256SUMS", Map.of(), List.of());
        assertThat(check.log()).isEqualTo("callsheet-0.1.0.jar: OK\ncallsheet-0.1.0.cdx.json: OK\n");
        shell.with("GITHUB_REF_NAME", "v9");
        assertThat(shell.run(List.of("bash", "-e"), scripts.get(1), Map.of(), List.of())
                        .log())
                .contains("the tag v9 is not the version 0.1.0 of pom.xml");
    }

    /** Whether the first class of a library is in our jar as it is there. */
    private boolean isBundled(String library) throws IOException {
        try (JarFile other = new JarFile(library);
                Stream<JarEntry> entries = other.stream()) {
            return entries.filter(entry -> entry.getName().endsWith(".class"))
                    .filter(entry -> !entry.getName().endsWith("module-info.class"))
                    .findFirst()
                    .map(entry -> jar.getJarEntry(entry.getName()))
                    .filter(ours -> ours.getCrc()
                            == Objects.requireNonNull(other.getJarEntry(ours.getName()))
                                    .getCrc())
                    .isPresent();
        }
    }

    private String text(String entry) throws IOException {
        try (InputStream in = jar.getInputStream(Objects.requireNonNull(jar.getJarEntry(entry), entry))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static Path jar() {
        return Path.of(Objects.requireNonNull(System.getProperty("callsheet.jar")));
    }
}
