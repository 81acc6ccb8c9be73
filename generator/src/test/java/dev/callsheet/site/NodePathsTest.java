package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePathsTest {

    @ParameterizedTest
    @CsvSource({
        "a b c x, a b c y z, 'same first 3 nodes, then x against y'",
        "a x, a y, 'same first node, then x against y'",
        "a b, a b c, 'same first 2 nodes, then the end against c'",
        "a b c, a b, 'same first 2 nodes, then c against the end'",
        "x, y, 'no node in common at the start: x against y'",
        "a b, a b, the same 2 nodes",
        "a, a, the same single node",
        "a b a c, a b a d, 'same first 3 nodes, then c against d'", // a loop
    })
    void twoCallsPart(String one, String other, String words) {
        assertThat(NodePaths.parting(nodes(one), nodes(other))).isEqualTo(words);
    }

    @Test
    void nothingIsSaidWhereACallNamesNoNodes() {
        assertThat(NodePaths.parting(List.of(), nodes("a"))).isEmpty();
        assertThat(NodePaths.parting(nodes("a"), List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a b c d, 2, the same first 2 › c › d",
        "a b, 2, 'the same first 2, no more'",
        "a b, 0, a › b",
        "a b c d e f g h, 1, the same first › b › c › d › e › f › g › …",
        "a b c d e f g, 1, the same first › b › c › d › e › f › g",
    })
    void theRestOfACallFollowsWhatIsCommon(String nodes, int common, String words) {
        assertThat(NodePaths.from(nodes(nodes), common)).isEqualTo(words);
    }

    @Test
    void aCallWithoutNodesSaysSo() {
        assertThat(NodePaths.from(List.of(), 0)).isEqualTo("not given");
    }

    private static List<String> nodes(String words) {
        return List.of(words.split(" ", -1));
    }
}
