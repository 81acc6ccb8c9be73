package dev.callsheet.render.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.MemoryTree;
import dev.callsheet.site.FindIndex;
import dev.callsheet.site.FindIndex.Entry;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FindFileTest {

    @Test
    void itIsAScriptThatSetsOneVariable() throws IOException {
        String text = write(
                new FindIndex(List.of(new Entry("scenario", "Pay a bill", "scenarios/a.html", List.of("r x"))), 3));
        assertThat(text).startsWith("callsheetFind = {").endsWith("}");
        JsonNode index = JsonMapper.shared().readTree(text.substring(text.indexOf('{')));
        assertThat(index.path("runs_left_out").intValue()).isEqualTo(3);
        assertThat(index.path("entries").get(0).path("runs").get(0).stringValue())
                .isEqualTo("r x");
    }

    @Test
    void aNameCannotEndItsString() throws IOException {
        String name = "\"};alert(1);//</script>\u2028\\";
        String text = write(new FindIndex(List.of(new Entry("scenario", name, "scenarios/a.html", List.of())), 0));
        JsonNode index = JsonMapper.shared().readTree(text.substring(text.indexOf('{')));
        assertThat(index.path("entries").get(0).path("text").stringValue()).isEqualTo(name);
    }

    private static String write(FindIndex index) throws IOException {
        MemoryTree tree = new MemoryTree();
        FindFile.write(index, tree);
        return tree.text(SitePaths.FIND.value());
    }
}
