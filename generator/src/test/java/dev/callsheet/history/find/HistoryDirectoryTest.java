package dev.callsheet.history.find;

import static dev.callsheet.history.find.SourceTrial.SMALL;
import static dev.callsheet.history.find.SourceTrial.night;
import static dev.callsheet.history.find.SourceTrial.nonces;
import static dev.callsheet.history.find.SourceTrial.places;
import static dev.callsheet.history.find.SourceTrial.read;
import static dev.callsheet.history.find.SourceTrial.told;
import static dev.callsheet.history.find.SourceTrial.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryDirectoryTest {

    private static final String NEITHER =
            "is neither a directory, a site, a zip, a history file nor an http(s) address";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"old, data/history/", "old/data, history/", "old/data/history, ''", "old/, data/history/"})
    void aSiteItsDataAndItsHistoryAreAllSources(String source, String place) throws IOException {
        write(folder, "old/data/history/" + night(2));
        write(folder, "old/data/history/" + night(1));
        write(folder, "old/data/history/index.json");
        write(folder, "old/data/runs.csv");

        FoundHistory found = read(folder, source);

        assertThat(found.name()).isEqualTo(source);
        assertThat(found.failure()).isNull();
        assertThat(found.problems()).isEmpty();
        assertThat(places(found)).containsExactly(place + night(1), place + night(2));
        assertThat(found.files().get(0).name()).isEqualTo(night(1));
        assertThat(found.files().get(0).content())
                .isEqualTo(("old/data/history/" + night(1)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIndexInConflictAfterAMergeHidesNothing() throws IOException {
        write(folder, "branch/data/history/" + night(1));
        write(folder, "branch/data/history/" + night(2).replace("main", "staging"));
        Files.writeString(folder.resolve("branch/data/history/index.json"), "<<<<<<< HEAD");

        assertThat(read(folder, "branch").files()).hasSize(2);
    }

    @Test
    void filesOnTwoLevelsAreAllTaken() throws IOException {
        write(folder, "branch/" + night(1));
        write(folder, "branch/data/history/" + night(2));

        assertThat(places(read(folder, "branch"))).containsExactly("data/history/" + night(2), night(1));
    }

    @Test
    void otherPackedDataBesideASiteIsNotTakenForItsHistory() throws IOException {
        write(folder, "work/export.ndjson.gz");
        write(folder, "work/data/history/" + night(1));

        assertThat(places(read(folder, "work"))).containsExactly("data/history/" + night(1));
    }

    @Test
    void withoutBetterNamesWhateverIsPackedLikeHistoryIsTaken() throws IOException {
        write(folder, "saved/history (1).ndjson.gz");

        assertThat(places(read(folder, "saved"))).containsExactly("history (1).ndjson.gz");
    }

    @Test
    void aDirectoryWithoutHistorySaysWhereItWasLookedFor() throws IOException {
        write(folder, "site/data/history/index.json");

        FoundHistory found = read(folder, "site");

        assertThat(found.failure())
                .isEqualTo("holds no history: looked in it, in history and in data/history"
                        + " for files whose names end in .ndjson.gz");
        assertThat(found.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "", " ", "no\u0000name", "file.txt/inside"})
    void aPathThatLeadsNowhereMayBeThatOfTheFirstNight(String source) throws IOException {
        write(folder, "file.txt");

        assertThat(read(folder, source).failure())
                .isEqualTo("does not exist; before the first night there is none, later the path is wrong");
    }

    @Test
    void noLinkInsideIsFollowed() throws IOException {
        write(folder, "elsewhere/" + night(1));
        write(folder, "site/data/history/" + night(2));
        Files.createSymbolicLink(
                folder.resolve("site/data/history/" + night(1)), folder.resolve("elsewhere/" + night(1)));
        Files.createSymbolicLink(folder.resolve("site/history"), folder.resolve("elsewhere"));

        FoundHistory found = read(folder, "site");

        assertThat(places(found)).containsExactly("data/history/" + night(2));
        assertThat(told(found))
                .containsExactly(
                        "WARNING history/: expected a directory,"
                                + " found a link, or something else that is neither file nor directory",
                        "WARNING data/history/" + night(1) + ": expected a history file,"
                                + " found a link, or something else that is neither file nor directory");
    }

    @Test
    void theSourceItselfMayBeALink() throws IOException {
        write(folder, "releases/7/data/history/" + night(1));
        Files.createSymbolicLink(folder.resolve("current"), folder.resolve("releases/7"));
        Files.createSymbolicLink(
                folder.resolve("last.ndjson.gz"), folder.resolve("releases/7/data/history/" + night(1)));

        assertThat(read(folder, "current").files()).hasSize(1);
        assertThat(places(read(folder, "last.ndjson.gz"))).containsExactly("last.ndjson.gz");
    }

    @Test
    void aFileByItselfIsASource() throws IOException {
        write(folder, "kept/" + night(1));

        FoundHistory found = read(folder, "kept/" + night(1));

        assertThat(found.name()).isEqualTo("kept/" + night(1));
        assertThat(places(found)).containsExactly(night(1));
        assertThat(found.problems()).isEmpty();
    }

    @Test
    void anythingElseIsNamedForWhatItIsNot() throws IOException {
        write(folder, "notes.txt");
        write(folder, "artifact.tar");

        assertThat(read(folder, "notes.txt").failure()).isEqualTo(NEITHER);
        assertThat(read(folder, "artifact.tar").failure())
                .isEqualTo(NEITHER + ": unpack it first and give the directory");
    }

    @Test
    void anAddressOfAnotherKindIsRefusedWithoutItsSecrets() {
        FoundHistory found = read(folder, "ftp://user:secret@example.org/site");

        assertThat(found.name()).isEqualTo("ftp://…");
        assertThat(found.failure()).isEqualTo(NEITHER);
    }

    @Test
    void aFileThatIsTooLargeCostsItself() throws IOException {
        write(folder, "site/data/history/" + night(1));
        Files.write(folder.resolve("site/data/history/" + night(2)), new byte[501]);

        FoundHistory found = read(folder, "site");

        assertThat(places(found)).containsExactly("data/history/" + night(1));
        assertThat(told(found))
                .containsExactly(
                        "ERROR data/history/" + night(2) + ": expected at most 500 bytes, found a larger file");
    }

    @Test
    void whenNothingCouldBeReadTheSourceHasFailed() throws IOException {
        Files.createDirectories(folder.resolve("history"));
        Files.write(folder.resolve("history/" + night(2)), new byte[501]);

        assertThat(read(folder, "history").failure()).isEqualTo("holds 1 file of history, none of which could be read");
    }

    @Test
    void allSourcesTogetherHaveALimitAndWhatIsBeyondItIsCounted() throws IOException {
        for (int day = 1; day <= 4; day++) {
            Files.createDirectories(folder.resolve("a"));
            Files.createDirectories(folder.resolve("b"));
            Files.write(folder.resolve("a/" + night(day)), new byte[day <= 2 ? 400 : 10]);
            Files.write(folder.resolve("b/" + night(day)), new byte[day == 4 ? 150 : 60]);
        }

        List<FoundHistory> found = HistorySources.read(List.of("a", "b"), folder, SMALL, nonces());

        assertThat(found.get(0).files()).hasSize(4);
        assertThat(places(found.get(1))).containsExactly(night(4));
        assertThat(told(found.get(1)))
                .containsExactly("ERROR " + night(3) + ": expected at most 1000 bytes of history from all sources,"
                        + " found 3 files beyond that, this the first");
    }

    @Test
    void theSameSourceTwiceIsHandedOverTwice() throws IOException {
        write(folder, "site/data/history/" + night(1));

        List<FoundHistory> found = HistorySources.read(List.of("site", "gone", "site"), folder, SMALL, nonces());

        assertThat(found).extracting(FoundHistory::name).containsExactly("site", "gone", "site");
        assertThat(found).extracting(source -> source.files().size()).containsExactly(1, 0, 1);
    }

    @Test
    void directionsAndControlCharactersInNamesAreSpelledOut() throws IOException {
        write(folder, "site/a\u202eb\n.ndjson.gz");

        assertThat(places(read(folder, "site"))).containsExactly("a\\u202Eb\\u000A.ndjson.gz");
    }
}
