package dev.callsheet.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    private static final String UUID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    @Test
    void aLowerCaseUuidIsItsOwnSlug() {
        assertThat(Slugs.of(UUID)).isEqualTo(UUID);
    }

    @ParameterizedTest // the hashes are those of sha256sum
    @CsvSource({
        "refund,                               refund-1d630127",
        "Refund <VIP>!,                        refund-vip-0ac4959b",
        "../../etc/passwd,                     etc-passwd-3754d6cb",
        "Größe,                                gro-e-aedc3f80",
        "0F8FAD5B-D9CB-469F-A165-70867728950E, 0f8fad5b-d9cb-469f-a165-70867728950e-eab71d85"
    })
    void anyOtherIdBecomesItsWordsAndAHash(String id, String slug) {
        assertThat(Slugs.of(id)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"日本語, id-77710aed", "'', id-e3b0c442"})
    void anIdWithoutAUsableCharacterIsCalledId(String id, String slug) {
        assertThat(Slugs.of(id)).isEqualTo(slug);
    }

    @Test
    void wordsAreCutAtFortyCharactersAndEndInNoDash() {
        assertThat(Slugs.of("a".repeat(41))).matches("a{40}-[0-9a-f]{8}");
        assertThat(Slugs.of("a".repeat(39) + " b")).matches("a{39}-[0-9a-f]{8}");
        assertThat(Slugs.of("x".repeat(1_000_000))).hasSize(49);
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("tr-TR"))) {
                Locale.setDefault(locale);
                assertThat(Slugs.of("TITLE")).isEqualTo("title-5d106b1e");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void differentIdsHaveDifferentSlugs() {
        List<String> ids = List.of(
                UUID,
                UUID.toUpperCase(Locale.ROOT),
                UUID + " ",
                "refund",
                "Refund",
                "refund ",
                "caf\u00e9", // composed
                "cafe\u0301", // decomposed
                "a".repeat(50),
                "a".repeat(51),
                "日本",
                "日本語",
                "",
                " ",
                "a?",
                "a\ud800",
                "a\ud801",
                "a\udc00",
                "a\ud83d\ude00");
        assertThat(ids.stream().map(Slugs::of)).doesNotHaveDuplicates();
    }

    @Test
    void anUnpairedSurrogateIsHashedAsItsOwnThreeBytes() {
        assertThat(Slugs.of("a\ud800")).isEqualTo("a-25819b9b"); // printf 'a\xed\xa0\x80' | sha256sum
    }

    @ParameterizedTest
    @ValueSource(strings = {"con", "NUL", "aux.html", "com1", "..", ".", "/", "-", "\u0000", "\ud800", "", "ﷺﷺﷺ"})
    void everySlugIsASafeFileName(String id) {
        assertThat(new SafePath(Slugs.of(id)).value()).hasSizeLessThanOrEqualTo(49);
    }

    @Test
    void manyRandomIdsGiveSafeAndDifferentNames() {
        SplittableRandom random = new SplittableRandom(7);
        HashSet<String> slugs = new HashSet<>();
        HashSet<String> ids = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder id = new StringBuilder();
            random.ints(random.nextInt(1, 60), 0, 0x10000).forEach(c -> id.append((char) c));
            ids.add(id.toString());
            slugs.add(new SafePath(Slugs.of(id.toString())).value());
        }
        assertThat(slugs).hasSameSizeAs(ids);
    }
}
