package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTableTest {

    @ParameterizedTest
    @CsvSource({
        "12, 13, 12, 13",
        "版本一, 版本二, 版本一, 版本二",
        "release-2026-04-13, hotfix-2026-04-14, release-…, hotfix-2…",
        "release-2026-04-13, release-2026-04-14, …04-13, …04-14",
        "release-2026, release-2026-hotfix-2, …2026, …2026-hot…",
        "release-a-and-much-more, release-b-and-much-more, …ase-a-an…, …ase-b-an…",
        "\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E1,"
                + " \uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E2,"
                + " …\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E1, …\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E\uD83C\uDF4E2",
    })
    void headingsOfTwoVersionsTellThemApart(String before, String now, String first, String second) {
        assertThat(VersionTable.heading(before, now)).isEqualTo(first);
        assertThat(VersionTable.heading(now, before)).isEqualTo(second);
    }
}
