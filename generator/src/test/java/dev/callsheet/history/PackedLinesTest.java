package dev.callsheet.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedLinesTest {

    private final AtomicLong left = new AtomicLong(1_000_000);

    private PackedLines lines(String text) {
        return new PackedLines(HistoryFiles.pack(text.getBytes(StandardCharsets.UTF_8)), left);
    }

    private static List<String> all(PackedLines lines) {
        List<String> all = new ArrayList<>();
        while (lines.next()) {
            all.add(new String(lines.bytes(), lines.from(), lines.length(), StandardCharsets.UTF_8));
            assertThat(lines.number()).isEqualTo(all.size());
        }
        return all;
    }

    @Test
    void linesComeOneAfterTheOther() {
        PackedLines lines = lines("one\n\ntwo\r\n\u00e9\n");
        assertThat(all(lines)).containsExactly("one", "", "two\r", "\u00e9");
        assertThat(lines.fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 65_536, 65_537, 131_072, 200_000})
    void linesMayBeLongerThanABuffer(int length) {
        String line = "x".repeat(length);
        assertThat(all(lines("a\n" + line + "\nb\n"))).containsExactly("a", line, "b");
    }

    @Test
    void aLineWithoutItsEndIsNone() {
        PackedLines lines = lines("one\ntw");
        assertThat(all(lines)).containsExactly("one");
        assertThat(lines.fault()).isEqualTo("the end of the file inside a line");
    }

    @Test
    void nothingHasNoLines() {
        PackedLines lines = lines("");
        assertThat(all(lines)).isEmpty();
        assertThat(lines.fault()).isNull();
    }

    @Test
    void whatAllFilesMayHoldIsCountedDown() {
        assertThat(all(lines("x".repeat(600_000) + "\n"))).hasSize(1);
        assertThat(left).hasValue(399_999);
        PackedLines second = lines("one\n" + "x".repeat(600_000) + "\n");
        assertThat(all(second)).containsExactly("one");
        assertThat(second.fault()).isEqualTo("more than 512 MB in one file or 1024 MB in all");
    }

    @Test
    void whatStandsBehindThePackedDataIsNotAskedFor() {
        byte[] packed = HistoryFiles.pack("one\n".getBytes(StandardCharsets.UTF_8));
        byte[] longer = Arrays.copyOf(packed, packed.length + 5);
        assertThat(all(new PackedLines(longer, left))).containsExactly("one");
    }
}
