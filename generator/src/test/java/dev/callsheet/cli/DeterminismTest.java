package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, whatever else differs. */
class DeterminismTest {

    @TempDir
    static Path temporary;

    private static List<Path> sources;
    private static SortedMap<String, byte[]> first;

    @BeforeAll
    static void build() throws IOException {
        try (Stream<Path> children = Files.list(Path.of("samples"))) {
            sources = children.sorted().toList();
        }
        first = site("first", sources);
    }

    @Test
    void twiceTheSame() {
        assertSame(site("again", sources));
    }

    @Test
    void inAnyOrderOfTheSources() {
        List<Path> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, new Random(20260414));
        assertThat(shuffled).isNotEqualTo(sources);
        assertSame(site("shuffled", shuffled));
    }

    @Test
    void inAnotherLocaleAndZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertSame(site("elsewhere", sources));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static SortedMap<String, byte[]> site(String name, List<Path> from) {
        return new Site(Program.build(temporary.resolve(name), from.toArray(Path[]::new))).files();
    }

    private static void assertSame(SortedMap<String, byte[]> other) {
        assertThat(other.keySet()).isEqualTo(first.keySet());
        first.forEach((path, content) -> assertThat(other.get(path)).as(path).isEqualTo(content));
    }
}
