package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.entry;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.page;
import static dev.callsheet.testing.FaultyApi.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that are paths, too long, or nearly the same. */
class HostileIdTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path home;

    private Path directory = Path.of("");

    @BeforeEach
    void keepRoomAboveTheArchive() {
        directory = home.resolve("one/two/archive");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(file -> !file.contains("lock"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void anIdThatIsAPathStaysInItsFolder() throws IOException {
        String id = "../../etc/passwd";
        api.on("runs", ok(page(1, entry(id, "PASSED")))).on("runs/..%2F..%2Fetc%2Fpasswd", ok(run(id, "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run(id).path("id").stringValue()).isEqualTo(id);
        assertThat(files()).hasSize(2).contains("fetch.json").anyMatch(file -> file.startsWith("runs/etc-passwd-"));
    }

    @Test
    void anIdOf300CharactersHasAShortFile() throws IOException {
        String id = "x".repeat(300);
        api.on("runs", ok(page(1, entry(id, "PASSED")))).on("runs/" + id, ok(run(id, "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.keeps(RecordKind.RUN, id)).isTrue();
        assertThat(files()).allMatch(file -> file.length() < 80);
    }

    @Test
    void anIdThatIsTooLongForOneIsMissing() {
        api.runs("a").on("runs", ok(page(2, entry("a", "PASSED"), entry("x".repeat(1_001), "PASSED"))));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
    }

    @Test
    void idsThatDifferInTheirCaseOnlyAreTwoRuns() throws IOException {
        api.runs("TwIn", "twin", "TWIN")
                .on("runs/TwIn", ok(run("TwIn", "PASSED")))
                .on("runs/twin", ok(run("twin", "FAILED")))
                .on("runs/TWIN", ok(run("TWIN", "ERROR")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.runs().fetched()).isEqualTo(3);
        assertThat(fetched.run("TwIn").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.run("twin").path("status").stringValue()).isEqualTo("FAILED");
        assertThat(fetched.run("TWIN").path("status").stringValue()).isEqualTo("ERROR");
        assertThat(files()).doesNotHaveDuplicates().hasSize(4);
    }
}
