package dev.callsheet.render.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Contrast;
import dev.callsheet.testing.Corpora;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of mail can show (delivery.md 4.1, 4.5). */
class MailHtmlTest {

    private static final double LEAST_CONTRAST = 4.5;
    private static final int LEAST_SIZE = 14;
    private static final Pattern SIZE = Pattern.compile("font-size:(\\d+)px");
    private static final Pattern DARK =
            Pattern.compile("\\.(\\w+) \\{ (color|background-color): (#[0-9a-f]{6}) !important;");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private Document html() {
        return Mails.of(Nights.worse(corpora)).html();
    }

    @Test
    void itHoldsNothingThatReadersOfMailDrop() {
        Document html = html();
        assertThat(html.select("link, svg, script, object, iframe, form, base, video, [srcset], [background]"))
                .isEmpty();
        assertThat(html.select("body style, body meta, [class=''], [style='']")).isEmpty();
        assertThat(html.select("img").eachAttr("src")).allMatch(src -> src.startsWith("cid:"));
        assertThat(html.outerHtml())
                .doesNotContain("data:")
                .doesNotContain("url(")
                .doesNotContain("rgb")
                .doesNotContain("var(")
                .doesNotContain("@import")
                .doesNotContain(" th:");
        for (Element element : html.body().getAllElements()) {
            assertThat(element.attributes().asList())
                    .extracting(attribute -> attribute.getKey())
                    .noneMatch(name -> name.startsWith("on"));
            String style = element.attr("style");
            assertThat(style).doesNotContainPattern("flex|grid|position|float|[0-9](?:r?em|vw|pt)\\b");
            if (!List.of("table", "img").contains(element.nodeName())) {
                assertThat(style).doesNotContain("max-width");
            }
            if (!List.of("td", "th", "body").contains(element.nodeName())) {
                assertThat(style).doesNotContain("padding");
            }
        }
    }

    @Test
    void theStyleElementIsForDarkAndNarrowScreensOnlyAndSmall() {
        Element style = html().expectFirst("head style");
        assertThat(style.data()).hasSizeLessThan(2_000).contains("prefers-color-scheme: dark", "max-width: 480px");
        assertThat(html().select("meta[name=color-scheme]").attr("content")).isEqualTo("light dark");
    }

    @Test
    void aProgramThatReadsItAloudFindsItsWay() {
        Document html = html();
        assertThat(html.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(html.select("body > div[lang=en]")).hasSize(1);
        assertThat(html.select("h1")).hasSize(1);
        assertThat(html.select("h2")).hasSizeGreaterThan(3);
        for (Element table : html.select("table")) {
            boolean data = !table.select("> tbody > tr > th").isEmpty();
            assertThat(table.attr("role")).isEqualTo(data ? "" : "presentation");
        }
        assertThat(html.select("th"))
                .isNotEmpty()
                .allMatch(th -> th.attr("scope").matches("col|row"));
    }

    @Test
    void sixHundredPixelsAreWrittenForProgramsThatKnowNoCss() {
        Element sheet = html().expectFirst("table table");
        assertThat(sheet.attr("width")).isEqualTo("600");
        assertThat(sheet.attr("bgcolor")).isEqualTo("#ffffff");
        assertThat(html().body().attr("bgcolor")).isEqualTo("#fbfaf7");
        assertThat(html().select("img")).allMatch(img -> Integer.parseInt(img.attr("width")) == Picture.WIDTH);
    }

    @Test
    void everyTextCanBeReadInBothSchemes() {
        Document html = html();
        Map<String, String> dark = new HashMap<>();
        String style = html.expectFirst("style").data();
        for (MatchResult rule : DARK.matcher(style).results().toList()) {
            dark.put(rule.group(1) + " " + rule.group(2), rule.group(3));
        }
        assertThat(dark).hasSize(9);
        List<Element> texts = html.body().getAllElements().stream()
                .filter(element ->
                        !element.ownText().isBlank() || element.nodeName().equals("img"))
                .toList();
        assertThat(texts).hasSizeGreaterThan(30).allSatisfy(text -> {
            assertThat(contrast(text, MailHtmlTest::inline)).isGreaterThanOrEqualTo(LEAST_CONTRAST);
            assertThat(contrast(
                            text,
                            (element, property) -> element.classNames().stream()
                                    .map(name -> dark.get(name + " " + property))
                                    .filter(Objects::nonNull)
                                    .findFirst()
                                    .orElse(null)))
                    .as(text.outerHtml())
                    .isGreaterThanOrEqualTo(LEAST_CONTRAST);
            assertThat(size(text)).isGreaterThanOrEqualTo(LEAST_SIZE);
        });
    }

    private static int size(Element text) {
        for (Element at = text; at != null; at = at.parent()) {
            Matcher size = SIZE.matcher(at.attr("style"));
            if (size.find()) {
                return Integer.parseInt(size.group(1));
            }
        }
        throw new AssertionError("no size of " + text.outerHtml());
    }

    private static double contrast(Element text, BiFunction<Element, String, @Nullable String> colours) {
        return Contrast.ratio(nearest(text, "color", colours), nearest(text, "background-color", colours));
    }

    private static String nearest(
            Element text, String property, BiFunction<Element, String, @Nullable String> colours) {
        for (Element at = text; at != null; at = at.parent()) {
            String colour = colours.apply(at, property);
            if (colour != null) {
                return colour;
            }
        }
        throw new AssertionError("no " + property + " of " + text.outerHtml());
    }

    private static @Nullable String inline(Element element, String property) {
        var matcher =
                Pattern.compile("(?:^|[; ])" + property + ":(#[0-9a-f]{6})").matcher(element.attr("style"));
        return matcher.find() ? matcher.group(1) : null;
    }

    @Test
    void aStateIsAWordAndASymbolToo() {
        assertThat(html().select("span.fail").eachText()).isNotEmpty().allMatch(text -> text.startsWith("✕ "));
        assertThat(html().select("span.soft, span.flaky").eachText()).allMatch(text -> text.matches("[◐?] .+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src=x onerror=alert(1)><!-- x",
                "\"><style>*{display:none}</style>",
                "[[${7*7}]] __${7*7}__ [(${7*7})]",
                "</td></tr></table>",
                "&lt;b&gt; ]]>",
                "\u202eevil\u202c"
            })
    void noTextBecomesMarkup(String text) {
        Document plain = Mails.withoutCharts(Nights.of("Cancel", corpora)).html();
        Mails mail = Mails.withoutCharts(Nights.of(text, corpora));
        assertThat(elements(mail.html())).isEqualTo(elements(plain));
        assertThat(elements(Jsoup.parse(mail.text("mail/summary.html"))))
                .hasSize(elements(plain).size() + 3); // the policies of a page
        assertThat(mail.html().select("th a").get(0).text())
                .isEqualTo(text.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd"));
        assertThat(mail.html().select("th a").attr("href")).startsWith("https://example.org/report/scenarios/s-");
    }

    private static List<String> elements(Document document) {
        return document.getAllElements().stream().map(Element::nodeName).toList();
    }

    @Test
    void theFileOfTheSiteIsKeptFromSearchEnginesAndAsksNobody() {
        Document file = Jsoup.parse(Mails.of(Nights.worse(corpora)).text("mail/summary.html"));
        assertThat(file.select("meta[name=robots]").attr("content")).isEqualTo("noindex,nofollow");
        assertThat(file.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        assertThat(file.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; img-src 'self'; style-src 'unsafe-inline';");
        assertThat(file.select("img").eachAttr("src")).containsExactly("trend.png", "pass-hat-k.png");
        assertThat(html().select("meta[http-equiv], meta[name=robots]")).isEmpty();
    }
}
