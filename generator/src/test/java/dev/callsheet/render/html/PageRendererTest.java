package dev.callsheet.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.output.SafePath;
import dev.callsheet.site.Link;
import dev.callsheet.site.Page;
import dev.callsheet.site.Section;
import dev.callsheet.site.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageRendererTest {

    private final PageRenderer renderer = new PageRenderer();

    /** The fields that the page of problems shows. */
    public record View(String headline, List<String> lead, List<Section> sections) {}

    /** A view that lacks what its template asks for. */
    public record WrongView(String headline) {}

    @Test
    void aPageShowsItsViewInsideItsFrame() {
        Document page = render(new View("All is <well>", List.of("first", "second"), List.of()));
        assertThat(page.title()).isEqualTo("Title & more");
        assertThat(page.expectFirst("h1").text()).isEqualTo("All is <well>");
        assertThat(page.select("main p").eachText()).containsExactly("first", "second");
        assertThat(page.select("nav.bar a[aria-current=page]").text()).isEqualTo("Latest");
        assertThat(page.select("header .when")).isEmpty();
    }

    @Test
    void anEmptyTableIsASentence() {
        Table none = new Table("things", List.of(), List.of());
        Document page =
                render(new View("h", List.of(), List.of(new Section("s", "Things", "", none, "No thing.", List.of()))));
        assertThat(page.select("table")).isEmpty();
        assertThat(page.select("section#s p").text()).isEqualTo("No thing.");
        assertThat(page.select("section#s small")).isEmpty();
    }

    @Test
    void aTemplateThatAsksForWhatIsNotThereFails() {
        assertThatThrownBy(() -> render(new WrongView("h"))).hasStackTraceContaining("lead");
    }

    @Test
    void thePageForWrongAddressesNeedsNoOtherFile() {
        Document page = Jsoup.parse(new String(renderer.notFound(), StandardCharsets.UTF_8));
        assertThat(page.select("link, script, img, style")).isEmpty();
        assertThat(page.select("a").eachAttr("href")).containsExactly("index.html");
    }

    private Document render(Record view) {
        Page.Frame frame = new Page.Frame(
                "Title & more",
                "assets/site.css",
                "assets/site.js",
                "assets/find.js",
                null,
                null,
                List.of(new Link("index.html", "Latest", true)),
                List.of(),
                List.of(),
                List.of(),
                null);
        byte[] html = renderer.render(new Page(new SafePath("index.html"), "problems", frame, view));
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }
}
