package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name exists. */
class DocumentationTest {

    private static final Path README = Path.of("README.md");
    /** A small input that gives a page of each kind. */
    private static final Path STORY = Path.of("generator/src/test/resources/golden/story/input");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE_OF_A_SITE =
            Pattern.compile("`(?:site/)?([a-z-]+/)?[a-z*-]+\\.(?:html|csv|json|md)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    static List<Path> documents() throws IOException {
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.of(top, docs, Stream.of(Path.of("samples/README.md")))
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aLinkLeadsToAFile(Path document) throws IOException {
        assertThat(found(LINK, Files.readString(document)).map(link -> document.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void theReadmeNamesEveryOptionOfACommandAndNoOther() throws IOException {
        List<String> options = found(
                        OPTION,
                        Stream.of("build", "fetch", "nightly", "check", "gate", "mail")
                                .map(command -> Program.run(command, "--help").out())
                                .collect(Collectors.joining()))
                .map(MatchResult::group)
                .filter(option -> !option.equals("--help") && !option.equals("--version"))
                .distinct()
                .toList();
        assertThat(found(OPTION, Files.readString(README))
                        .map(MatchResult::group)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void aSiteHasEveryFileThatTheReadmeNames(@TempDir Path temporary) throws IOException {
        Site site = new Site(Program.build(temporary.resolve("site"), STORY));
        List<Path> files = site.files().keySet().stream().map(Path::of).toList();
        assertThat(found(FILE_OF_A_SITE, Files.readString(README))
                        .map(named -> named.group().replace("`", "").replaceFirst("^site/", "")))
                .hasSizeGreaterThan(10)
                .allSatisfy(named -> assertThat(files)
                        .anyMatch(file -> FileSystems.getDefault()
                                .getPathMatcher("glob:" + named)
                                .matches(file)));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }
}
