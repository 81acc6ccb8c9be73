package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of a link to the site, by whom does not open it. */
class LinkPreviewTest {

    private static final String SITE = "https://acme.example/voice/";

    @TempDir
    Path temporary;

    @Test
    void aSiteWithAnAddressCanBePreviewedAndSubscribedTo() throws IOException {
        Site site = build("--base-url", SITE);
        Document latest = site.page("index.html");
        assertThat(property(latest, "og:title")).isEqualTo(latest.select("h1").text());
        assertThat(property(latest, "og:type")).isEqualTo("website");
        assertThat(property(latest, "og:url")).isEqualTo(SITE);
        assertThat(property(latest, "og:description")).startsWith("Gate ");
        assertThat(property(latest, "og:image:alt")).startsWith("Pass rate over ");
        assertThat(latest.select("link[type=application/atom+xml]").attr("href"))
                .isEqualTo("data/feed.atom");
        assertThat(site.files()).containsKey("data/feed.atom");
        String image = property(latest, "og:image");
        assertThat(image).startsWith(SITE + "assets/preview-");
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(Objects.requireNonNull(site.files().get(image.substring(SITE.length())))));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(site.page("flakiness.html").select("meta[property]")).isEmpty();
    }

    @Test
    void aSiteWithoutAnAddressHasNothingThatNeedsOne() {
        Site site = build();
        assertThat(site.page("index.html").select("meta[property], link[rel=alternate]"))
                .isEmpty();
        assertThat(site.files().keySet())
                .noneMatch(path -> path.startsWith("assets/preview-") || path.endsWith(".atom"));
        assertThat(site.text("data/index.html")).contains("--base-url");
    }

    private Site build(String... more) {
        Path site = temporary.resolve("site");
        String[] args = new String[more.length + 5];
        System.arraycopy(new String[] {"build", "-q", "-o", site.toString(), "samples"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        Program.Outcome outcome = Program.run(args);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return new Site(site);
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }
}
