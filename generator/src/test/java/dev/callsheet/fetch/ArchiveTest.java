package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.callsheet.output.PublicationException;
import dev.callsheet.source.CollectingSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ArchiveTest {

    private static final String RUN = "0b51c4de-6a52-4c0e-9b7e-5f1d7c1a2e10";

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void data() {
        data = folder.resolve("kept/data");
    }

    @Test
    void aNewOneHasAFolderForEachKind() throws IOException {
        try (Archive archive = Archive.open(data)) {
            assertThat(archive.state()).isNull();
            assertThat(archive.read(RecordKind.RUN, RUN)).isNull();
        }
        assertThat(files()).isEmpty();
        assertThat(data.toFile().list()).containsExactlyInAnyOrder("scenarios", "runs", "batches", "simulation-sets");
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void aRecordIsReadAsItWasWritten(RecordKind kind) throws IOException {
        ObjectNode document = Documents.of(kind, "Grüße 💳\n\t\"\\", 1);
        try (Archive archive = Archive.open(data)) {
            archive.write(kind, document.path("id").stringValue(), document);
            assertThat(archive.read(kind, document.path("id").stringValue())).hasToString(document.toString());
        }
    }

    @Test
    void aFileIsIndentedAndNamedByTheSlugOfItsId() throws IOException {
        write(RecordKind.RUN, RUN, run(RUN));
        write(RecordKind.SIMULATION_SET, "../../Set 1", "{\"id\": \"../../Set 1\", \"status\": \"PASSED\"}");
        assertThat(files()).containsExactly("runs/" + RUN + ".json", "simulation-sets/set-1-97b5bdc4.json");
        assertThat(data.resolve("runs/" + RUN + ".json"))
                .hasContent("{\n  \"id\": \"" + RUN
                        + "\",\n  \"scenario_id\": \"s\",\n  \"status\": \"PASSED\",\n  \"chat_history\": []\n}");
    }

    @Test
    void idsThatDifferInCaseOnlyAreTwoFiles() throws IOException {
        List<String> ids = List.of("Ab", "aB", "ab", "a b", "a-b", RUN.toUpperCase(Locale.ROOT), RUN);
        for (String id : ids) {
            write(RecordKind.RUN, id, run(id));
        }
        assertThat(files()).hasSize(ids.size());
        try (Archive archive = Archive.open(data)) {
            for (String id : ids) {
                assertThat(Objects.requireNonNull(archive.read(RecordKind.RUN, id))
                                .path("id")
                                .stringValue())
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void aFileThatHoldsAnotherRecordIsNone() throws IOException {
        write(RecordKind.RUN, "a", run("b"));
        try (Archive archive = Archive.open(data)) {
            assertThat(archive.read(RecordKind.RUN, "a")).isNull();
            assertThat(archive.read(RecordKind.BATCH, "a")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"id\": \"a\", \"stat",
                "[]",
                "null",
                "<html>",
                "{\"id\": \"a\"} x",
                "{\"id\": \"a\", \"id\": \"a\"}"
            })
    void aFileThatIsDamagedIsNone(String content) throws IOException {
        write(RecordKind.RUN, "a", run("a"));
        Files.writeString(data.resolve(files().get(0)), content);
        Files.writeString(data.resolve("fetch.json"), content);
        try (Archive archive = Archive.open(data)) {
            assertThat(archive.read(RecordKind.RUN, "a")).isNull();
            assertThat(archive.state())
                    .satisfiesAnyOf(
                            state -> assertThat(state).isNull(),
                            state -> assertThat(state).hasToString("{\"id\":\"a\"}"));
        }
    }

    @Test
    void aRecordIsReplacedAsAWholeAndNothingElseIsLeft() throws IOException {
        write(RecordKind.RUN, RUN, run(RUN).replace("PASSED", "RUNNING".repeat(1_000)));
        write(RecordKind.RUN, RUN, run(RUN));
        try (Archive archive = Archive.open(data)) {
            archive.writeState(Given.json("{\"schema\": \"a\"}"));
            archive.writeState(Given.json("{\"schema\": \"b\"}"));
            assertThat(archive.state()).hasToString("{\"schema\":\"b\"}");
        }
        assertThat(files()).containsExactly("fetch.json", "runs/" + RUN + ".json");
        assertThat(Files.readString(data.resolve("runs/" + RUN + ".json")))
                .contains("PASSED")
                .doesNotContain("RUNNING");
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        write(RecordKind.RUN, RUN, run(RUN));
        write(RecordKind.RUN, RUN, run(RUN));
        try (Archive archive = Archive.open(data)) {
            archive.writeState(Given.json("{}"));
            for (Path folder : List.of(data, data.resolve("runs"), data.resolve("simulation-sets"))) {
                assertThat(mode(folder)).isEqualTo("rwx------");
            }
            assertThat(mode(data.resolve("fetch.json"))).isEqualTo("rw-------");
            assertThat(mode(data.resolve("runs/" + RUN + ".json"))).isEqualTo("rw-------");
        }
    }

    @Test
    void theModeOfADirectoryThatIsThereStays() throws IOException {
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Archive.open(data).close();
        assertThat(mode(data)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void whatIsInItBesideStays() throws IOException {
        Files.createDirectories(data.resolve("runs"));
        Files.writeString(data.resolve("notes.txt"), "mine");
        Files.writeString(data.resolve("runs/by-hand.json"), run("by-hand"));
        write(RecordKind.RUN, RUN, run(RUN));
        assertThat(files()).containsExactly("notes.txt", "runs/" + RUN + ".json", "runs/by-hand.json");
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsSweptAndNeverRead() throws IOException {
        write(RecordKind.RUN, RUN, run(RUN));
        Files.writeString(data.resolve("runs/.other.json.callsheet-new"), run("other"));
        Files.writeString(data.resolve("runs/." + RUN + ".json.callsheet-new"), run(RUN).substring(0, 30));
        Files.writeString(data.resolve(".fetch.json.callsheet-new"), "{");
        Files.writeString(data.resolve(".fetch.callsheet-lock"), "");
        CollectingSink loaded = CollectingSink.of(data);
        assertThat(loaded.runs).hasSize(1);
        assertThat(loaded.told()).isEmpty();

        try (Archive archive = Archive.open(data)) {
            assertThat(archive.read(RecordKind.RUN, "other")).isNull();
            assertThat(archive.read(RecordKind.RUN, RUN)).isNotNull();
        }
        assertThat(files()).containsExactly("runs/" + RUN + ".json");
    }

    @Test
    void oneProcessWritesItAtATime() throws IOException {
        Archive first = Archive.open(data);
        assertThatExceptionOfType(PublicationException.class)
                .isThrownBy(() -> Archive.open(data))
                .withMessageStartingWith("another callsheet is writing there");
        first.close();
        Archive.open(data).close();
    }

    @Test
    void severalThreadsOfItMayWrite() throws IOException {
        try (Archive archive = Archive.open(data)) {
            List<CompletableFuture<Void>> writes = Stream.iterate(0, i -> i + 1)
                    .limit(200)
                    .map(i -> CompletableFuture.runAsync(() -> {
                        try {
                            archive.write(RecordKind.RUN, "r" + i, Given.json(run("r" + i)));
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    }))
                    .toList();
            writes.forEach(CompletableFuture::join);
        }
        CollectingSink loaded = CollectingSink.of(data);
        assertThat(loaded.runs).hasSize(200);
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Files.createDirectories(folder.resolve("kept"));
        Files.writeString(data, "a file");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Archive.open(data))
                .withMessageEndingWith("it is not a directory");
        assertThat(data).hasContent("a file");
    }

    @Test
    void aSiteIsLeftAlone() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("callsheet-manifest.json"), "{}");
        assertThatExceptionOfType(FileSystemException.class)
                .isThrownBy(() -> Archive.open(data))
                .withMessageEndingWith("it is a site, which the next build replaces");
        assertThat(data.toFile().list()).containsExactly("callsheet-manifest.json");
    }

    @Test
    void aFileInTheWayOfAFolderIsNamedAndTheLockIsFreeAgain() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("runs"), "a file");
        assertThatThrownBy(() -> Archive.open(data))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("runs");
        Files.delete(data.resolve("runs"));
        Archive.open(data).close();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsAnError() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeThat(locked.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(locked, Set.of());
        assumeThat(Files.isWritable(locked)).as("root may write everywhere").isFalse();
        assertThatThrownBy(() -> Archive.open(locked)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Archive.open(locked.resolve("data"))).isInstanceOf(IOException.class);
    }

    /** A report follows no links inside its sources, so what is behind one would be missing there. */
    @Test
    void aLinkInPlaceOfAFileIsNoRecordAndIsReplacedNotFollowed() throws IOException {
        write(RecordKind.RUN, RUN, run(RUN));
        Path kept = data.resolve("runs/" + RUN + ".json");
        Path elsewhere = Files.move(kept, folder.resolve("elsewhere.json"));
        Files.createSymbolicLink(kept, elsewhere);
        try (Archive archive = Archive.open(data)) {
            assertThat(archive.read(RecordKind.RUN, RUN)).isNull();
            archive.write(RecordKind.RUN, RUN, Given.json(run(RUN).replace("PASSED", "FAILED")));
            assertThat(archive.read(RecordKind.RUN, RUN)).isNotNull();
        }
        assertThat(kept)
                .isRegularFile()
                .satisfies(file -> assertThat(Files.isSymbolicLink(file)).isFalse());
        assertThat(Files.readString(elsewhere)).contains("PASSED");
    }

    @Test
    void aFolderInPlaceOfAFileIsNoRecord() throws IOException {
        Files.createDirectories(data.resolve("runs/" + RUN + ".json"));
        try (Archive archive = Archive.open(data)) {
            assertThat(archive.read(RecordKind.RUN, RUN)).isNull();
        }
    }

    @Test
    void theDirectoryItselfMayBeALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (Archive archive = Archive.open(link)) {
            archive.write(RecordKind.RUN, RUN, Given.json(run(RUN)));
            assertThatExceptionOfType(PublicationException.class).isThrownBy(() -> Archive.open(real));
        }
        assertThat(real.resolve("runs/" + RUN + ".json")).exists();
    }

    private void write(RecordKind kind, String id, String document) throws IOException {
        try (Archive archive = Archive.open(data)) {
            archive.write(kind, id, Given.json(document));
        }
    }

    private static String run(String id) {
        return "{\"id\": \"" + id + "\", \"scenario_id\": \"s\", \"status\": \"PASSED\", \"chat_history\": []}";
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Files by their path, in order. */
    private List<String> files() throws IOException {
        try (Stream<Path> below = Files.walk(data)) {
            return below.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
