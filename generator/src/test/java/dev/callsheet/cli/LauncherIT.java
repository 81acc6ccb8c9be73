package dev.callsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code callsheet}, mostly in a copy of the repository whose Java and Maven are scripts that say how they
 * were called.
 */
class LauncherIT {

    private static final Path REPOSITORY = Path.of(Objects.requireNonNull(System.getProperty("callsheet.root")));
    private static final List<String> TOOLS =
            List.of("dirname", "readlink", "sed", "find", "wc", "mktemp", "touch", "mv", "rm", "cat");
    private static final String FAKE_JAVA = """
            #!/bin/sh
            for a in "$@"; do
                printf '<%s>\\n' "$a"
                case $a in
                    -XX:ArchiveClassesAtExit=*) printf archive >"${a#*=}" ;;
                    -XshowSettings:properties) printf '    java.version = 21.0.1\\n    java.home = /jdk\\n' ;;
                    'read') cat ;;
                    'epoch') printf '%s' "${SOURCE_DATE_EPOCH-none}" ;;
                esac
            done
            exit ${FAKE_EXIT:-0}
            """;
    private static final String FAKE_MAVEN = """
            #!/bin/sh
            printf 'maven in %s\\n' "$PWD"
            [ "${FAKE_BUILD:-ok}" = ok ] || exit 1
            printf jar >target/callsheet.jar
            """;

    @TempDir
    Path folder;

    private Path root;
    private Path jar;
    private Path bin;
    private Path elsewhere;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aRepositoryWithItsJar() throws IOException {
        root = Files.createDirectories(folder.resolve("a repository")).toRealPath();
        bin = Files.createDirectory(folder.resolve("bin"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(REPOSITORY.resolve("callsheet"), root.resolve("callsheet"));
        executable(root.resolve("callsheet"));
        Files.createDirectories(root.resolve("target"));
        Files.createDirectories(root.resolve("generator/src/main"));
        Files.writeString(root.resolve("generator/src/main/A.java"), "class A {}");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        jar = root.resolve("target/callsheet.jar");
        Files.writeString(jar, "jar");
        changedAt(jar, 10);
        for (String tool : TOOLS) {
            executable(Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + find(tool) + " \"$@\"\n"));
        }
        environment.put("PATH", bin.toString());
        environment.put("JAVA_HOME", jdk("jdk", "17.0.1").toString());
    }

    @Test
    void startsTheProgramFromAnywhereThroughALinkAndGivesBackItsExitCode() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("cs"), REPOSITORY.resolve("callsheet"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        Result result = run(link, "", "--no-such-option", "one argument");
        Files.delete(link); // JUnit warns of links that lead out of its folder
        assertThat(result.exit()).as(result.toString()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void followsRelativeLinksAndLinksToLinks() throws Exception {
        Files.createSymbolicLink(elsewhere.resolve("one"), Path.of("../a repository/callsheet"));
        Path two = Files.createSymbolicLink(folder.resolve("two"), Path.of("elsewhere/one"));
        assertThat(run(two, "").arguments()).contains(jar.toString());
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        assertThat(run("build", "two words", "", "*", "$HOME", "-o", "a\nb").arguments())
                .endsWith("-jar", jar.toString(), "build", "two words", "", "*", "$HOME", "-o", "a\nb");
    }

    @Test
    void passesExitCodeAndInput() throws Exception {
        environment.put("FAKE_EXIT", "7");
        for (String command : List.of("build", "gate")) { // with and without making an archive
            Result result = run(root.resolve("callsheet"), "from a pipe", command, "read");
            assertThat(result.exit()).isEqualTo(7);
            assertThat(result.out()).endsWith("<read>\nfrom a pipe");
        }
    }

    @Test
    void takesOptionsForJavaFromTheEnvironment() throws Exception {
        environment.put("CALLSHEET_JAVA_OPTS", " -Xmx1g  -Dall=* ");
        assertThat(run("gate").arguments())
                .containsSubsequence("-Djava.awt.headless=true", "-Xmx1g", "-Dall=*", "-jar", jar.toString(), "gate");
    }

    @Test
    void anEmptyTimeIsNone() throws Exception {
        environment.put("SOURCE_DATE_EPOCH", "");
        assertThat(run("gate", "epoch").out()).endsWith("<epoch>\nnone");
        environment.put("SOURCE_DATE_EPOCH", "1776150000");
        assertThat(run("gate", "epoch").out()).endsWith("<epoch>\n1776150000");
    }

    @Test
    void saysNothingOfItsOwn() throws Exception {
        assertThat(run("gate").err()).isEmpty();
    }

    @Test
    void buildsAMissingJarInTheRepositoryAndKeepsStandardOutputClean() throws Exception {
        Files.delete(jar);
        withMaven();
        Result result = run("gate");
        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .startsWith("callsheet: building target/callsheet.jar (first use)\n")
                .contains("maven in " + root);
        assertThat(result.out()).doesNotContain("maven");
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
        withMaven();
        assertThat(run("gate").err()).isEmpty();
        changedAt(root.resolve("generator/src/main/A.java"), 20);
        assertThat(run("gate").err()).contains("the sources have changed");
        Files.delete(root.resolve("generator/src/main/A.java"));
        changedAt(jar, 10);
        changedAt(root.resolve("generator/src/main"), 20);
        assertThat(run("gate").err()).contains("the sources have changed");
    }

    @Test
    void prefersTheMavenWrapper() throws Exception {
        Files.delete(jar);
        executable(Files.writeString(root.resolve("mvnw"), FAKE_MAVEN));
        assertThat(run("gate").exit()).isZero();
    }

    @Test
    void aFailedBuildIsCallsheetsOwnFault() throws Exception {
        Files.delete(jar);
        withMaven();
        environment.put("FAKE_BUILD", "broken");
        Result result = run("gate");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).endsWith("callsheet: the build failed; Maven's messages are above\n");
    }

    @Test
    void withoutMavenAnOldJarWillDo() throws Exception {
        changedAt(root.resolve("pom.xml"), 20);
        Result result = run("gate");
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("older than its sources, and there is no Maven");
    }

    @Test
    void withoutMavenAndJarThereIsNothingToRun() throws Exception {
        Files.delete(jar);
        Result result = run("gate");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("callsheet: target/callsheet.jar is missing, and there is no Maven (mvn) to build it\n");
    }

    @Test
    void takesTheJavaOfThePathWhenJavaHomeIsTooOldOrEmpty() throws Exception {
        Files.createSymbolicLink(bin.resolve("java"), jdk("newer", "25").resolve("bin/java"));
        for (String home : List.of(
                jdk("old", "11.0.2").toString(), jdk("older", "1.8.0_402").toString(), "", "/x")) {
            environment.put("JAVA_HOME", home);
            assertThat(run("build").exit()).isZero();
            assertThat(archives()).containsExactly("callsheet-25-3.jsa");
        }
    }

    @Test
    void asksAJavaWhoseFolderDoesNotTellItsVersion() throws Exception {
        environment.remove("JAVA_HOME");
        executable(Files.writeString(bin.resolve("java"), FAKE_JAVA));
        assertThat(run("build").exit()).isZero();
        assertThat(archives()).containsExactly("callsheet-21.0.1-3.jsa");
    }

    @Test
    void withoutJavaItSaysWhatItNeeds() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "11.0.2").toString());
        Result result = run("gate");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("callsheet: needs a JDK 17 or newer; set JAVA_HOME to one, or put its java on the PATH\n");
    }

    @Test
    void theFirstBuildLeavesAnArchiveOfItsClassesForLaterRuns() throws Exception {
        assertThat(run("build").out()).contains("<-XX:ArchiveClassesAtExit=");
        assertThat(archives()).containsExactly("callsheet-17.0.1-3.jsa");
        assertThat(run("gate").arguments())
                .contains("-XX:SharedArchiveFile=" + root.resolve("target/callsheet-17.0.1-3.jsa"));
    }

    @Test
    void anArchiveServesOneJarOnly() throws Exception {
        run("build");
        Files.writeString(jar, "another jar");
        assertThat(run("gate").out()).doesNotContain("SharedArchiveFile");
        run("build");
        assertThat(archives()).containsExactly("callsheet-17.0.1-11.jsa");
        changedAt(jar, 9); // same size, other time
        assertThat(run("gate").out()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void aRunThatFailedLeavesNoArchive() throws Exception {
        environment.put("FAKE_EXIT", "5");
        run("build");
        assertThat(archives()).isEmpty();
    }

    private record Result(int exit, String out, String err) {
        List<String> arguments() {
            return Arrays.stream(out.split(">\n")).map(a -> a.substring(1)).toList();
        }
    }

    private Result run(String... arguments) throws Exception {
        return run(root.resolve("callsheet"), "", arguments);
    }

    private Result run(Path launcher, String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.redirectInput(Files.writeString(folder.resolve("in"), input).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private List<String> archives() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("target"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.contains("jsa"))
                    .sorted()
                    .toList();
        }
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(Files.writeString(home.resolve("bin/java"), FAKE_JAVA));
        return home;
    }

    private void withMaven() throws IOException {
        executable(Files.writeString(bin.resolve("mvn"), FAKE_MAVEN));
    }

    private static void executable(Path script) throws IOException {
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Sets the time of a file to a second in the far future, so that everything else is older. */
    private static void changedAt(Path file, int second) throws IOException {
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2100-01-01T00:00:00Z").plusSeconds(second)));
    }

    private static Path find(String tool) {
        return Arrays.stream(Objects.requireNonNull(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
