package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.header;
import static dev.callsheet.history.HistoryFiles.raw;
import static dev.callsheet.history.HistoryFiles.sealedHeader;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file may come from anyone. What is not of the format is left out by the line, and no file can exhaust the program. */
class HostileFileTest {

    private static final int MEGABYTE = 1 << 20;

    private static final String NODES = "{'nodes':[0,'lobby']}";
    private static final String GROUP =
            "['s1','Name',null,null,null,false,null,'detail',[['a'],['regex',null,null,'x']]]";
    private static final String GROUPS = "{'groups':[0," + GROUP + "]}";
    private static final String KEYS = "{'run_keys':[0,'r1 AAAAAAAAAAA']}";
    private static final String RUN =
            "[0,'PASSED',null,1776128523456,0.5,1,1,null,null,null,null,null,null,0.5,'p',null,[0],0]";

    private static final String TALLY =
            "['s1',null,null,null,null,null,3,0,0,0,0,0,3,[null,null,null,null,null,null,[3,1.5]]]";

    private static Recollection readRun(String run) {
        return Recollection.of(HistoryFiles.of(header(1), NODES, GROUPS, KEYS, "{'runs':[0," + run + "]}"));
    }

    private static void assertLeftOut(Recollection read, int line) {
        assertThat(read.runs).isEmpty();
        assertThat(read.nights).isEmpty();
        assertThat(read.problems).first().asString().matches("(REJECTED|SYNTAX) kept/file.ndjson.gz:" + line + ": .*");
    }

    @Test
    void theRunThatIsHurtBelowIsWhole() {
        Recollection read = readRun(RUN);
        assertThat(read.problems).isEmpty();
        assertThat(read.keys()).containsExactly("r1 AAAAAAAAAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1,",
                "[-1,",
                "[0.0,",
                "['0',",
                "[null,",
                "[1e0,",
                "[99999999999999999999,",
                "[[0],",
                "[{},",
                "[",
                "[0,'PASSED',",
            })
    void aGroupThatIsNotThereCostsTheLine(String group) {
        assertLeftOut(readRun(RUN.replace("[0,'P", group + "'P")), 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'passed',null,1776128523456,0.5,1,1",
                "null,null,1776128523456,0.5,1,1",
                "'PASSED',7,1776128523456,0.5,1,1",
                "'PASSED',null,-1,0.5,1,1",
                "'PASSED',null,253402300800000,0.5,1,1",
                "'PASSED',null,'1969-12-31T23:59:59Z',0.5,1,1",
                "'PASSED',null,'+10000-01-01T00:00:00Z',0.5,1,1",
                "'PASSED',null,'tonight',0.5,1,1",
                "'PASSED',null,true,0.5,1,1",
                "'PASSED',null,1776128523456,1.000000001,1,1",
                "'PASSED',null,1776128523456,-0.1,1,1",
                "'PASSED',null,1776128523456,0.1234567891,1,1",
                "'PASSED',null,1776128523456,1e-1,1,1",
                "'PASSED',null,1776128523456,'0.5',1,1",
                "'PASSED',null,1776128523456,NaN,1,1",
                "'PASSED',null,1776128523456,0.5,2147483648,1",
                "'PASSED',null,1776128523456,0.5,-1,1",
                "'PASSED',null,1776128523456,0.5,1.5,1",
                "'PASSED',null,1776128523456,0.5,1,86400001",
                "'PASSED',null,1776128523456,0.5,1,-1",
                "'PASSED',null,1776128523456,0.5,1",
                "'PASSED',null,1776128523456,0.5,1,1,1"
            })
    void aFactThatCannotBeCostsTheLine(String facts) {
        assertLeftOut(readRun(RUN.replace("'PASSED',null,1776128523456,0.5,1,1", facts)), 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'',null,[0],0", "'pp',null,[0],0", "'P',null,[0],0", "null,null,[0],0", "'p',[],[0],0",
                "'p',[1,1],[0],0", "'p',[2],[0],0", "'p',0.5,[0],0", "'p',null,[1],0", "'p',null,[null],0",
                "'p',null,null,0", "'p',null,[[0]],0", "'p',null,[0],1", "'p',null,[0],'lobby'", "'p',null,[0],0,0",
                "'p',null,[0]"
            })
    void assertionsAndNodesThatDoNotFitCostTheLine(String rest) {
        assertLeftOut(readRun(RUN.replace("'p',null,[0],0", rest)), 5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'s1'",
                "[]",
                "['s1']",
                "[null,'Name',null,null,null,false,null,'detail',['']]",
                "[' ','Name',null,null,null,false,null,'detail',['']]",
                "[0,'Name',null,null,null,false,null,'detail',['']]",
                "['s1',1,null,null,null,false,null,'detail',['']]",
                "['s1','Name',null,null,null,0,null,'detail',['']]",
                "['s1','Name',null,null,null,false,null,'page',['']]",
                "['s1','Name',null,null,null,false,null,'detail',null]",
                "['s1','Name',null,null,null,false,null,'detail',[]]",
                "['s1','Name',null,null,null,false,null,'detail',['AAAA']]",
                "['s1','Name',null,null,null,false,null,'detail',['',['regex',null,null,'x']]]",
                "['s1','Name',null,null,null,false,null,'detail',[['a']]]",
                "['s1','Name',null,null,null,false,null,'detail',[['a'],['regex',null,null]]]",
                "['s1','Name',null,null,null,false,null,'detail',[[0],['regex',null,null,'x']]]",
                "['s1','Name',null,null,null,false,null,'detail',[['a'],['regex',null,null,'x']],0]"
            })
    void aGroupThatCannotBeCostsTheLineAndItsRuns(String group) {
        Recollection read = Recollection.of(
                HistoryFiles.of(header(1), NODES, "{'groups':[0," + group + "]}", KEYS, "{'runs':[0," + RUN + "]}"));
        assertLeftOut(read, 3);
        assertThat(read.problems).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'uuids':[0,'AAAA']}",
                "{'uuids':[0,null]}",
                "{'uuids':['']}",
                "{'uuids':[-1,'']}",
                "{'uuids':null}",
                "{'uuids':[2000001,'']}",
                "{'uuids':[0,''],'nodes':[0]}",
                "{'uuids':[0,'']} 1",
                "{'uuids':{'0':''}}",
                "{'run_keys':[0,'AAAA']}",
                "{'run_keys':[0,' ']}",
                "{'run_keys':[0,7]}",
                "{'nodes':[0,0]}",
                "{'nodes':[0,null]}",
                "{'tally':[]}",
                "{'unheard_of':[]}",
                "'text'",
                "7",
                "[0]"
            })
    void aLineThatIsNotOfTheFormatIsLeftOut(String line) {
        Recollection read =
                Recollection.of(HistoryFiles.of(header(1), line, NODES, GROUPS, KEYS, "{'runs':[0," + RUN + "]}"));
        assertThat(read.problems).first().asString().matches("(REJECTED|SYNTAX) kept/file.ndjson.gz:2: .*");
        assertThat(read.keys()).containsExactly("r1 AAAAAAAAAAA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'batch':null}",
                "{'batch':{}}",
                "{'batch':{'id':''}}",
                "{'batch':{'id':7}}",
                "{'batch':[]}",
                "{'batch':{'id':'b','total_scenarios':-1}}",
                "{'batch':{'id':'b','total_scenarios':1.5}}",
                "{'batch':{'id':'b','publish_on_pass':'no'}}",
                "{'batch':{'id':'b','created_at':0}}",
                "{'batch':{'id':'b'},'scenario':{'id':'s'}}",
                "{'scenario':{'id':'s','assertions':{}}}",
                "{'scenario':{'id':'s','assertions':[1]}}",
                "{'scenario':{'id':'s','assertions':[{'weight':-1}]}}",
                "{'scenario':{'id':'s','assertions':[{'weight':1e999999999}]}}",
                "{'scenario':{'id':'s','assertions':[{'weight':1e-999999999}]}}",
                "{'simulation_set':{'id':'x','per_scenario':[{}]}}",
                "{'simulation_set':{'id':'x','per_scenario':[{'scenario_id':'s','pass_rate':2}]}}",
                "{'simulation_set':{'id':'x','overall':[]}}"
            })
    void aDocumentThatCannotBeIsLeftOut(String line) {
        Recollection read = Recollection.of(HistoryFiles.of(header(0), line));
        assertLeftOut(read, 2);
        assertThat(read.batches).isEmpty();
        assertThat(read.scenarios).isEmpty();
        assertThat(read.sets).isEmpty();
        assertThat(read.files.get(0).documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[null,",
                "['s1',null,null,null,null,null,1000001,0,0,0,0,0,0,",
                "['s1',null,null,null,null,null,-1,",
                "['s1',null,null,null,null,null,3,0,0,0,0,0,4,",
                "['s1',null,null,null,null,null,2,0,0,0,0,0,2,"
            })
    void aTallyThatCannotBeIsLeftOut(String start) {
        int rest = TALLY.indexOf("[null");
        assertLeftOut(
                Recollection.of(HistoryFiles.of(sealedHeader(3), "{'tally':" + start + TALLY.substring(rest) + "}")),
                2);
    }

    @Test
    void aTallyThatIsThereTwiceCountsOnce() {
        String line = "{'tally':" + TALLY + "}";
        Recollection read = Recollection.of(HistoryFiles.of(sealedHeader(3), line, line));
        assertThat(read.nights)
                .singleElement()
                .satisfies(night -> assertThat(night.runs()).isEqualTo(3));
        assertThat(read.problems).singleElement().asString().startsWith("REJECTED kept/file.ndjson.gz:3: one tally");
    }

    @ParameterizedTest
    @ValueSource(strings = {NODES, GROUPS, "{'runs':[0," + RUN + "]}"})
    void aSealedFileHasNoLinesOfRuns(String line) {
        assertLeftOut(Recollection.of(HistoryFiles.of(sealedHeader(0), line)), 2);
    }

    @Test
    void textsThatNoPageCanHoldAreCleanedWhenRead() {
        Recollection read = Recollection.of(HistoryFiles.of(
                header(1),
                "{'nodes':[0,'a\\u0000\\ud800\\nb']}",
                GROUPS.replace("Name", "a\\u001b\\u2028b").replace("'x'", "'\\udc00'"),
                "{'run_keys':[0,'r1\\n\\u0007 AAAAAAAAAAA']}",
                "{'runs':[0," + RUN + "]}"));
        assertThat(read.problems).isEmpty();
        assertThat(read.keys()).containsExactly("r1 \ufffd AAAAAAAAAAA");
        assertThat(read.runs.get(0).nodes()).containsExactly("a\ufffd\ufffd b");
        assertThat(read.runs.get(0).scenarioName()).isEqualTo("a\ufffd\u2028b");
        assertThat(read.runs.get(0).assertions().get(0).key().expected()).isEqualTo("\ufffd");
    }

    @Test
    void entriesBeyondTheMostAreLeftOut() {
        String nodes = String.join(",", Collections.nCopies(100, "''"));
        Recollection read = Recollection.of(
                HistoryFiles.of(header(0), "{'nodes':[1999901," + nodes + "]}", "{'nodes':[0,'lobby']}"));
        assertThat(read.problems)
                .containsExactly("REJECTED kept/file.ndjson.gz:2: at most 2000000 entries / something else");
    }

    @Test
    void twoMillionEntriesAreReadAndNoMore() {
        String nodes = "{\"nodes\":[%s" + ",\"\"".repeat(500_000) + "]}";
        Recollection read = Recollection.of(HistoryFiles.of(
                header(0),
                nodes.formatted(0),
                nodes.formatted(500_000),
                nodes.formatted(1_000_000),
                nodes.formatted(1_500_000),
                nodes.formatted(2_000_000)));
        assertThat(read.problems)
                .containsExactly("REJECTED kept/file.ndjson.gz:6: at most 2000000 entries / something else");
    }

    @Test
    void aLineThatDoesNotEndIsPassedOverAndTheNextIsRead() throws IOException {
        RawFile file = raw("endless.gz", packed(out -> {
            write(out, header(0) + "\n{'batch':{'id':'");
            repeat(out, 'a', 40 * MEGABYTE);
            write(out, "'}}\n{'batch':{'id':'b1'}}\n");
        }));
        Recollection read = Recollection.of(file);
        assertThat(read.batches).hasSize(1);
        assertThat(read.problems).contains("REJECTED kept/file.ndjson.gz:2: at most 16 MB in a line / something else");
    }

    @Test
    void aBombIsPutOutAtTheLimitOfAFile() throws IOException {
        byte[] bomb = packed(out -> {
            write(out, header(0) + "\n{'batch':{'id':'b1'}}\n");
            repeat(out, 'x', 600 * MEGABYTE);
        });
        assertThat(bomb).hasSizeLessThan(MEGABYTE);
        Recollection read = Recollection.of(raw("bomb.gz", bomb));
        assertThat(read.batches).hasSize(1);
        assertThat(read.problems)
                .containsExactly("UNREADABLE kept/file.ndjson.gz: a whole file / "
                        + "more than 512 MB in one file or 1024 MB in all");
    }

    @Test
    void aFileOfNothingButLineFeedsIsNotReadToItsEnd() throws IOException {
        byte[] busy = packed(out -> {
            write(out, header(0) + "\n{'batch':{'id':'b1'}}\n");
            repeat(out, '\n', 100 * MEGABYTE);
        });
        Recollection read = Recollection.of(raw("busy.gz", busy));
        assertThat(read.batches).hasSize(1);
        assertThat(read.problems)
                .last()
                .isEqualTo("UNREADABLE kept/file.ndjson.gz: a whole file / more than 1000000 lines");
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] packed(Writing content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            content.to(out);
        }
        return packed.toByteArray();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void repeat(OutputStream out, char c, int times) throws IOException {
        byte[] block = new byte[MEGABYTE];
        Arrays.fill(block, (byte) c);
        for (int i = 0; i < times / MEGABYTE; i++) {
            out.write(block);
        }
    }
}
