package dev.callsheet.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.model.RunKey;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedIdsTest {

    @Test
    void uuidsComeBackInTheirOrder() throws BadLineException {
        List<UUID> uuids = List.of(
                new UUID(0, 0),
                new UUID(-1, -1),
                UUID.fromString("3fa85f64-5717-4562-b3fc-2c963f66afa6"),
                new UUID(0, 1));
        assertThat(PackedIds.unpackUuids(PackedIds.packUuids(uuids))).isEqualTo(uuids);
        assertThat(PackedIds.packUuids(uuids)).hasSize(86);
    }

    @Test
    void keysComeBackInTheirOrder() throws BadLineException {
        List<String> keys = IntStream.range(0, 50)
                .mapToObj(i -> RunKey.of("%08x-5717-4562-b3fc-2c963f66afa6".formatted(i * 77)))
                .toList();
        assertThat(keys).allMatch(PackedIds::isPackable);
        assertThat(PackedIds.unpackKeys(PackedIds.packKeys(keys))).isEqualTo(keys);
        assertThat(PackedIds.packKeys(keys)).hasSize(50 * 16);
    }

    @Test
    void noneIsAnEmptyText() throws BadLineException {
        assertThat(PackedIds.packUuids(List.of())).isEmpty();
        assertThat(PackedIds.unpackUuids("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3fa85f64",
                "3FA85F64-5717-4562-B3FC-2C963F66AFA6",
                "3fa85f64x5717-4562-b3fc-2c963f66afa6",
                "3fa85f64-5717-4562-b3fc-2c963f66afag",
                "00003fa85-5717-4562-b3fc-2c963f66afa",
                "\u0663fa85f64-5717-4562-b3fc-2c963f66afa"
            })
    void otherTextsAreNoUuid(String text) {
        assertThat(PackedIds.uuid(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3fa85f64 x6oJzSXai2o ",
                "3FA85F64 x6oJzSXai2o",
                "3fa85f6 x6oJzSXai2o",
                "3fa85f64 x6oJzSXai2",
                // two bits that no eight bytes have
                "3fa85f64 x6oJzSXai2p",
                "run_2026 x6oJzSXai2o",
                ""
            })
    void otherKeysAreNotPacked(String key) {
        assertThat(PackedIds.isPackable(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA", "AAAAAAAAAAAAAAAAAAAAA", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAA", "\u00e9"})
    void otherTextsAreNoPackedIds(String packed) {
        assertThatThrownBy(() -> PackedIds.unpackUuids(packed)).isInstanceOf(BadLineException.class);
    }
}
