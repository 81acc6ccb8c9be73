package dev.callsheet.history.find;

import static dev.callsheet.history.find.SourceTrial.SMALL;
import static dev.callsheet.history.find.SourceTrial.bytes;
import static dev.callsheet.history.find.SourceTrial.night;
import static dev.callsheet.history.find.SourceTrial.places;
import static dev.callsheet.history.find.SourceTrial.told;
import static dev.callsheet.testing.WebSite.FOLDER;
import static dev.callsheet.testing.WebSite.INDEX;
import static dev.callsheet.testing.WebSite.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.callsheet.testing.WebSite;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteHistoryTest {

    private final WebSite site = new WebSite();

    @AfterEach
    void close() {
        site.close();
    }

    private static byte[] index(String... names) {
        return bytes(Arrays.stream(names)
                .map(name -> "{\"name\": \"" + name + "\", \"bytes\": 3}")
                .collect(Collectors.joining(",", "{\"schema\": \"callsheet.history-index/1\", \"files\": [", "]}")));
    }

    private WebSite with(int... days) {
        site.on(
                INDEX,
                200,
                index(IntStream.of(days).mapToObj(SourceTrial::night).toArray(String[]::new)));
        IntStream.of(days).forEach(day -> site.on(FOLDER + night(day), 200, bytes("night " + day)));
        return site;
    }

    private FoundHistory read() {
        return read(SMALL);
    }

    private FoundHistory read(HistoryLimits limits) {
        return SourceTrial.read(Path.of(""), site.address(), limits);
    }

    private String place(int day) {
        return site.address() + "data/history/" + night(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/index.html", "/data/history/", "/data/history/index.json", "/?token=secret#top"})
    void aSiteIsReadFromAnyOfItsAddresses(String end) {
        with(3, 1, 2);

        FoundHistory found = SourceTrial.read(Path.of(""), site.origin() + "/repo" + end);

        assertThat(found.name()).isEqualTo(site.origin() + "/repo" + end.replaceFirst("\\?.*", ""));
        assertThat(found.failure()).isNull();
        assertThat(found.problems()).isEmpty();
        assertThat(places(found)).containsExactly(place(1), place(2), place(3));
        assertThat(found.files().get(2).name()).isEqualTo(night(3));
        assertThat(found.files().get(2).content()).isEqualTo(bytes("night 3"));
        assertThat(site.asked().toString()).doesNotContain("secret");
    }

    @Test
    void whatIsAskedGoesPastCachesAndSaysNothingOfWhoAsks() {
        with(1);

        read();

        assertThat(site.asked()).containsExactly(INDEX + "?callsheet=n1", FOLDER + night(1));
        assertThat(site.headers()).filteredOn("Cache-control: no-cache"::equals).hasSize(2);
        assertThat(site.headers()).noneMatch(header -> header.matches("(?i)(authorization|cookie|referer):.*"));
    }

    @Test
    void manyNightsComeInTheOrderOfTheirNames() {
        with(IntStream.rangeClosed(1, 30).toArray());

        assertThat(places(read()))
                .isEqualTo(IntStream.rangeClosed(1, 30).mapToObj(this::place).toList());
        assertThat(site.asked()).hasSize(31);
    }

    @Test
    void anAddressOfTheSixthVersionOfTheProtocolIsAsGood() throws SocketException {
        assumeThat(NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .anyMatch(address -> address.getHostAddress().startsWith("0:0:0:0:0:0:0:1")))
                .isTrue();
        try (WebSite six = new WebSite("[::1]")) {
            six.on(INDEX, 200, index(night(1))).on(FOLDER + night(1), 200, bytes("one"));

            assertThat(places(SourceTrial.read(Path.of(""), six.address())))
                    .containsExactly(six.address() + "data/history/" + night(1));
        }
    }

    @Test
    void anIndexWithoutAnyFileHasNoHistory() {
        with();

        assertThat(read().failure()).isEqualTo("holds no history: its data/history/index.json names no file");
    }

    @Test
    void anIndexThatIsOlderThanTheSiteIsAskedForOnceMore() {
        with(1, 3).onEach(INDEX, answering(200, index(night(1), night(2))), answering(200, index(night(1), night(3))));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1), place(3));
        assertThat(found.problems()).isEmpty();
        assertThat(site.asked()).contains(INDEX + "?callsheet=n1", INDEX + "?callsheet=n2");
        assertThat(site.asked(FOLDER + night(1))).isEqualTo(1);
    }

    @Test
    void whatTheNewerIndexNamesNoMoreIsNotTaken() {
        with(1, 2, 3)
                .onEach(INDEX, answering(200, index(night(1), night(2), night(4))), answering(200, index(night(2))));

        assertThat(places(read())).containsExactly(place(2));
    }

    @Test
    void aFileThatStaysMissingIsNamed() {
        with(1, 2).on(FOLDER + night(2), 404, bytes("gone"));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1));
        assertThat(found.failure()).isNull();
        assertThat(told(found))
                .containsExactly("WARNING " + place(2)
                        + ": expected a file that the site's index names, found a site that answers 404");
        assertThat(found.problems().get(0).hint())
                .isEqualTo("an index older than the site, or a file that was removed;"
                        + " the runs in it are not in this report's history");
        assertThat(site.asked(INDEX)).isEqualTo(2);
        assertThat(site.asked(FOLDER + night(2))).isEqualTo(2);
    }

    @Test
    void whenTheIndexIsGoneTheSecondTimeTheFirstOneStands() {
        with(1, 2)
                .onEach(INDEX, answering(200, index(night(1), night(2))), answering(404, bytes("deploying")))
                .on(FOLDER + night(2), 410, bytes("gone"));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1));
        assertThat(told(found))
                .containsExactly("WARNING " + place(2)
                        + ": expected a file that the site's index names, found a site that answers 410");
    }

    @Test
    void aSiteOfWhichNoFileIsThereHasFailed() {
        with(1, 2).on(FOLDER + night(1), 404, bytes("")).on(FOLDER + night(2), 404, bytes(""));

        assertThat(read().failure()).isEqualTo("holds 2 files of history, none of which could be read");
    }

    @Test
    void anotherDigestIsNamedAndTheFileHandedOverAllTheSame() {
        String right = "a9846bb92295661be3e63ea236f6c4e1290c6b022aa6b4aab28644e2e376d30f";
        String wrong = "0".repeat(64);
        with(1, 2).on(INDEX, 200, bytes("""
                {"schema": "callsheet.history-index/1", "files": [
                  {"name": "%s", "sha256": "%s"}, {"name": "%s", "sha256": "%s"}]}""".formatted(night(1), right, night(2), wrong)));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1), place(2));
        assertThat(told(found))
                .singleElement()
                .asString()
                .startsWith("WARNING " + place(2) + ": expected the SHA-256 of the site's index, \"000000");
    }

    @Test
    void aNameThatIsNoneIsNeverAskedFor() {
        with(1);
        List<String> hostile = List.of(
                "../../etc/passwd",
                night(2) + "?y",
                "https://other.example/" + night(3),
                "//other.example/" + night(3),
                "/" + night(3),
                "%2e%2e/" + night(3),
                night(3) + "\\n",
                "A" + night(3));
        List<String> names = new ArrayList<>(hostile);
        names.add(night(1));
        site.on(INDEX, 200, index(names.toArray(String[]::new)));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1));
        assertThat(site.asked()).hasSize(2);
        assertThat(told(found))
                .containsExactly("WARNING " + site.address() + "data/history/index.json#/files/0/name:"
                        + " expected the name of a history file, found \"../../etc/passwd\" and 7 more");
    }

    @Test
    void entriesThatAreNoFilesAreNamesThatAreNone() {
        with(1).on(
                        INDEX,
                        200,
                        bytes(
                                "{\"schema\": \"callsheet.history-index/1\", \"files\": [null, {\"name\": 7}, {\"name\": \""
                                        + night(1) + "\"}, {\"name\": \"" + night(1) + "\"}]}"));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(1));
        assertThat(told(found))
                .singleElement()
                .asString()
                .endsWith("#/files/0/name:" + " expected the name of a history file, found \"\" and 1 more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "\"x\"",
                "{}",
                "{\"schema\": \"callsheet.report/1\", \"files\": []}",
                "{\"schema\": \"callsheet.history-index/1\", \"files\": {}}"
            })
    void jsonOfAnotherKindIsNoIndex(String json) {
        site.on(INDEX, 200, bytes(json));

        assertThat(read().failure()).isEqualTo("answers 200 with what is no history index: JSON of another kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"schema\": \"callsheet.history-index/1\", \"files\": [", "\u0000"})
    void whatIsNoJsonIsNoIndex(String text) {
        site.on(INDEX, 200, bytes(text));

        assertThat(read().failure())
                .isEqualTo(
                        "answers 200 with what is no history index: application/octet-stream (a page to sign in, or of another site?)");
    }

    @Test
    void anIndexOfALaterVersionIsNotGuessedAt() {
        site.on(INDEX, 200, bytes("{\"schema\": \"callsheet.history-index/2\", \"files\": []}"));

        assertThat(read().failure())
                .isEqualTo("answers 200 with a history index that this version of Callsheet cannot read:"
                        + " \"callsheet.history-index/2\"");
    }

    @Test
    void filesBeyondTheLimitOfAllAreNotEvenAskedFor() {
        with(IntStream.rangeClosed(1, 20).toArray());
        IntStream.rangeClosed(1, 20).forEach(day -> site.on(FOLDER + night(day), 200, new byte[300]));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(18), place(19), place(20));
        assertThat(told(found))
                .containsExactly("ERROR " + place(17) + ": expected at most 1000 bytes of history from all sources,"
                        + " found 17 files beyond that, this the first");
        assertThat(site.asked()).hasSizeLessThan(10);
    }

    @Test
    void aFileThatIsTooLargeCostsItself() {
        with(1, 2).on(FOLDER + night(1), 200, new byte[501]);

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(place(2));
        assertThat(told(found))
                .containsExactly("ERROR " + place(1)
                        + ": expected a history file, found a site that answers 200 with more than 500 bytes");
    }
}
