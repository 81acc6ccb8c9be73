package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.HEADER;
import static dev.callsheet.history.HistoryFiles.NIGHT;
import static dev.callsheet.history.HistoryFiles.pack;
import static dev.callsheet.history.HistoryFiles.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.ReadFile.State;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first line of a file decides. */
class HeaderTest {

    private static final String NAME = "main-2026-04-14-0123456789abcdef.ndjson.gz";

    @Test
    void aFileOfAHeaderAloneIsWhole() {
        Recollection read = Recollection.of(HistoryFiles.of(HEADER));
        assertThat(read.problems).isEmpty();
        assertThat(read.state()).isEqualTo(State.INTACT);
        assertThat(read.files.get(0).night()).isEqualTo(NIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{'schema':'callsheet.report/1'}",
                "{'schema':'callsheet.history/0'}",
                "{'schema':'callsheet.history/01'}",
                "{'schema':'callsheet.history/1x'}",
                "{'schema':'callsheet.history/9999999'}",
                "{'schema':1}",
                "{'id':'r1','scenario_id':'s1','status':'PASSED'}"
            })
    void aFileWithoutAHeaderIsNoHistory(String line) {
        Recollection read = Recollection.of(HistoryFiles.of(line, "{'runs':[0]}"));
        assertThat(read.state()).isEqualTo(State.FOREIGN);
        assertThat(read.problems)
                .containsExactly("SKIPPED kept/file.ndjson.gz: a history file / a file without a header of one");
    }

    @Test
    void aFileThatIsNotPackedIsDamagedIfItsNameIsOurs() {
        byte[] text = "<html>404</html>".getBytes(StandardCharsets.UTF_8);
        Recollection ours = Recollection.of(raw(NAME, text));
        assertThat(ours.state()).isEqualTo(State.DAMAGED);
        assertThat(ours.problems)
                .containsExactly("UNREADABLE kept/file.ndjson.gz: a history file / a file that is not packed by gzip");
        assertThat(Recollection.of(raw("other.gz", text)).state()).isEqualTo(State.FOREIGN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'stream':'main'         | 'stream':null
                    'stream':'main'         | 'stream':'../main'
                    'night':'2026-04-14'    | 'night':'2026-02-30'
                    'night':'2026-04-14'    | 'night':'+12026-02-03'
                    'night':'2026-04-14'    | 'nights':'2026-04-14'
                    'zone':'Z'              | 'zone':'Mars/Olympus'
                    'night_starts':'00:00'  | 'night_starts':'25:00'
                    'night_starts':'00:00'  | 'night_starts':0
                    """)
    void aHeaderThatIsNotCompleteCostsTheFile(String whole, String hurt) {
        String header = HEADER.replace(whole.strip(), hurt.strip());
        assertThat(header).isNotEqualTo(HEADER);
        Recollection read = Recollection.of(HistoryFiles.of(header, "{'batch':{'id':'b1'}}"));
        assertThat(read.batches).isEmpty();
        assertThat(read.state()).isEqualTo(State.DAMAGED);
        assertThat(read.problems)
                .containsExactly("REJECTED kept/file.ndjson.gz: a header with stream, night, zone and start / less");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'runs':0", "'runs':'0'", "'runs':null", "'runs':-5", "'runs':0.5", "'more':[1,{'a':2}],'runs':0"
            })
    void aHeaderMaySayMoreOrHaveNoNumberOfRuns(String runs) {
        Recollection read = Recollection.of(HistoryFiles.of(HEADER.replace("'runs':0", runs), "{'batch':{'id':'b1'}}"));
        assertThat(read.problems).isEmpty();
        assertThat(read.batches).hasSize(1);
    }

    @Test
    void aFileOfANewerVersionIsHandedOnUnread() {
        String header = HEADER.replace("history/1", "history/2").replace("'runs':0", "'runs':7");
        Recollection read = Recollection.of(HistoryFiles.of(header, "anything"));
        ReadFile file = read.files.get(0);
        assertThat(file.state()).isEqualTo(State.NEWER);
        assertThat(file.runs()).isEqualTo(7);
        assertThat(file.night()).isEqualTo(NIGHT);
        assertThat(read.problems).containsExactly("SKIPPED kept/file.ndjson.gz: version 1 of the format / version 2");
        assertThat(HandedOn.unread(read.files))
                .extracting(Kept::name)
                .containsExactly(file.raw().name());
    }

    @Test
    void aFileOfAnotherStreamIsHandedOnUnreadWithoutAWord() {
        String header = HEADER.replace("'main'", "'staging'");
        Recollection read = Recollection.of(raw(
                NAME.replace("main", "staging"),
                pack((header.replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8))));
        assertThat(read.state()).isEqualTo(State.OTHER_STREAM);
        assertThat(read.files.get(0).stream()).isEqualTo("staging");
        assertThat(read.problems).isEmpty();
        assertThat(HandedOn.unread(read.files)).hasSize(1);
    }

    @Test
    void aFileWhoseNameHasAnotherStreamIsNamed() {
        Recollection read = Recollection.of(HistoryFiles.of(HEADER.replace("'main'", "'staging'")));
        assertThat(read.state()).isEqualTo(State.OTHER_STREAM);
        assertThat(read.problems)
                .containsExactly(
                        "DOUBTFUL kept/file.ndjson.gz: the stream main, as its name says / the stream staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.json", "../up.gz", "a b.gz", "\u00e9.gz"})
    void aNameThatIsNotSafeIsNotHandedOn(String name) {
        RawFile newer = HistoryFiles.of(HEADER.replace("history/1", "history/2"));
        Recollection read = Recollection.of(raw(name, newer.content()));
        assertThat(read.state()).isEqualTo(State.FOREIGN);
        assertThat(HandedOn.unread(read.files)).isEmpty();
    }

    @Test
    void whatAFileSaysOfItsNightIsFollowedAndItsNameDoubted() {
        RawFile file = HistoryFiles.of(HEADER.replace("04-14", "04-13"));
        Recollection read = Recollection.of(file);
        assertThat(read.files.get(0).night()).isEqualTo(LocalDate.parse("2026-04-13"));
        assertThat(read.problems)
                .containsExactly(
                        "DOUBTFUL kept/file.ndjson.gz: main and 2026-04-14, as its name says / main and 2026-04-13");
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "history.gz"})
    void aHashThatIsNotTheContentsMakesTheFileDoubtfulAndItIsUsed(String name) {
        RawFile file = HistoryFiles.of(HEADER, "{'batch':{'id':'b1'}}");
        Recollection read = Recollection.of(raw(name, file.content()));
        assertThat(read.batches).hasSize(1);
        assertThat(read.state()).isEqualTo(State.DAMAGED);
        assertThat(read.problems)
                .containsExactly(
                        "DOUBTFUL kept/file.ndjson.gz: the content that its name stands for / another content or another name");
    }

    @Test
    void aFileThatIsFoundTwiceCountsOnce() {
        RawFile file = HistoryFiles.of(HEADER, "{'batch':{'id':'b1'}}");
        RawFile again = new RawFile(
                file.name(), "elsewhere/file.ndjson.gz", file.content().clone());
        Recollection read = Recollection.of(file, again);
        assertThat(read.files).hasSize(1);
        assertThat(read.batches).hasSize(1);
    }

    @Test
    void filesAreToldByNameAndNewestNightsAreReadFirst() {
        RawFile old = HistoryFiles.of(HEADER.replace("04-14", "04-01"), "{'batch':{'id':'old'}}");
        RawFile young = HistoryFiles.of(HEADER, "{'batch':{'id':'young'}}");
        Recollection read = Recollection.of(raw(old.name().replace("04-14", "04-01"), old.content()), young);
        assertThat(read.batches).extracting(batch -> batch.id()).isEqualTo(List.of("young", "old"));
        assertThat(read.files).extracting(ReadFile::night).isEqualTo(List.of(LocalDate.parse("2026-04-01"), NIGHT));
    }
}
