package dev.callsheet.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs scripts in a directory, with nothing of this process in their environment but where its programs are. */
final class Shell {

    /** How a script ended, and all that it wrote, in order. */
    record Result(int code, String log) {}

    private final Path directory;
    private final Path bin;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param directory the working directory
     * @param bin       goes before all others on the PATH; see {@link #program}
     */
    Shell(Path directory, Path bin) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.bin = Files.createDirectories(bin);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("HOME", directory.toString());
        environment.put("CI", "true");
    }

    /** Whether there is a bash, which scripts of recipes need. */
    static boolean hasBash() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bash")));
    }

    Path directory() {
        return directory;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a program of our own in place of another of this name. */
    Shell program(String name, String script) throws IOException {
        executable(bin.resolve(name), script);
        return this;
    }

    static void executable(Path file, String script) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Result run(List<String> shell, String script, Map<String, String> more, List<String> path) {
        try {
            Path file = Files.createTempFile(bin, "step", ".sh");
            Files.writeString(file, script);
            Path log = Files.createTempFile(bin, "step", ".log");
            List<String> command = new ArrayList<>(shell);
            command.add(file.toString());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().putAll(more);
            List<String> folders = new ArrayList<>(List.of(bin.toString()));
            folders.addAll(path);
            folders.add(System.getProperty("java.home") + "/bin");
            folders.add(Objects.requireNonNull(System.getenv("PATH")));
            builder.environment().put("PATH", String.join(":", folders));
            Process process = builder.start();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return new Result(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
