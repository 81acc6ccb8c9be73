package dev.callsheet.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "em",
            "strong",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "hr",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "a");
    private static final int MEGABYTE = 1 << 20;

    private final Markdown markdown = new Markdown();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JavaScript:alert(1))",
                "[x](JAVASCRIPT:alert(1))",
                "[x]( javascript:alert(1))",
                "[x](<javascript:alert(1)>)",
                "[x](<java\tscript:alert(1)>)",
                "[x](javascript&colon;alert(1))",
                "[x](javascript&#58;alert(1))",
                "[x](javascript&#x3a;alert(1))",
                "[x](jav&#x09;ascript:alert(1))",
                "[x](jav&#9;ascript:alert(1))",
                "[x](jav&#10;ascript:alert(1))",
                "[x](jav&Tab;ascript:alert(1))",
                "[x](jav&NewLine;ascript:alert(1))",
                "[x](jav&#x61;script:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](\\javascript:alert(1))",
                "[x](javascript\\:alert(1))",
                "[x](%6Aavascript:alert(1))",
                "[x](javascript%3Aalert(1))",
                "[x](&#1;javascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](\u00a0javascript:alert(1))",
                "[x](\uff4aavascript:alert(1))",
                "[x](javascript://https://x.test/%0aalert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](VBScript:msgbox(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](DATA&colon;text/html,x)",
                "[x](file:///etc/passwd)",
                "[x](//evil.test/)",
                "[x](/\\evil.test/)",
                "[x](\\\\evil.test\\share)",
                "[x](http://evil.test/)",
                "[x](ftp://evil.test/)",
                "[x](mailto:a@b.test)",
                "[x](tel:+441632960960)",
                "[x](relative.html)",
                "[x](#anchor)",
                "[x]()",
                "[x](https:alert)",
                "[x](https:///\"onmouseover=alert(1))",
                "[x][1]\n\n[1]: javascript:alert(1)",
                "[x][1]\n\n[1]: JaVaScRiPt&colon;alert(1) \"title\"",
                "<javascript:alert(1)>",
                "<JAVASCRIPT:alert(1)>",
                "<data:text/html,x>",
                "<vbscript:x>",
                "<mailto:a@b.test>",
                "<a@b.test>",
                "<http://evil.test/>",
                "![x](javascript:alert(1))",
                "![x](https://evil.test/pixel.png)",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "![x][1]\n\n[1]: https://evil.test/pixel.png",
                "[![x](https://evil.test/p.png)](javascript:alert(1))",
                "<a href=\"https://evil.test\" onclick=\"alert(1)\">x</a>",
                "<a href='javascript:alert(1)'>x</a>",
            })
    void aHostileLinkIsNoLinkAndNoImage(String source) {
        Document page = safe(source);
        assertThat(page.select("a, img")).as(page.body().html()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.test></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "text <script>alert(1)</script> text",
                "<img src=x onerror=alert(1)>",
                "text <img src=x onerror=alert(1)> text",
                "<svg onload=alert(1)>",
                "<svg><style><img src=x onerror=alert(1)>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<style>body{display:none}</style>",
                "<link rel=stylesheet href=//evil.test>",
                "<meta http-equiv=refresh content=\"0;url=//evil.test\">",
                "<base href=\"//evil.test\">",
                "<form action=//evil.test><input name=x><button>",
                "<p style=\"position:fixed\" class=\"x\" id=\"y\" onclick=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<!-- --!><img src=x onerror=alert(1)> -->",
                "<?php <img src=x onerror=alert(1)> ?>",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<div\n\n<img src=x onerror=alert(1)>",
                "</p></article></body><script>alert(1)</script>",
                "<details open ontoggle=alert(1)>",
                "<textarea><script>alert(1)</script>",
                "<table><tr><td><script>alert(1)</script>",
                "# <script>alert(1)</script>",
                "- <img src=x onerror=alert(1)>",
                "> <img src=x onerror=alert(1)>",
                "| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |",
                "`<img src=x onerror=alert(1)>`",
                "```<script>\n<img src=x onerror=alert(1)>\n```",
                "```\" onmouseover=\"alert(1)\n```",
                "\u0000<script\u0000>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;img src=x onerror=alert(1)&#62;",
                "{{constructor.constructor('alert(1)')()}} [[${7*7}]] __${T(java.lang.Runtime)}__",
                "[x](https://a.test \"title\" onmouseover=alert(1))",
                "[x](https://a.test '\" onmouseover=alert(1) \"')",
                "<https://a.test/\"onmouseover=alert(1)>",
            })
    void markupInTheSourceIsText(String source) {
        safe(source);
    }

    @Test
    void rawHtmlIsShownAsItWasWritten() {
        assertThat(safe("a <b onclick=x>bold</b> word").text()).isEqualTo("a <b onclick=x>bold</b> word");
        assertThat(safe("<div>\nblock\n</div>").text()).contains("<div>").contains("block");
        assertThat(safe("[[${7*7}]]").text()).isEqualTo("[[${7*7}]]");
    }

    @ParameterizedTest
    @CsvSource({
        "[docs](https://docs.example/a?b=c&d=e#f), https://docs.example/a?b=c&d=e#f",
        "<https://docs.example/>, https://docs.example/",
        "[x][1]\\n\\n[1]: https://docs.example/, https://docs.example/",
    })
    void anHttpsLinkStaysAndGivesAwayNoReferrer(String source, String href) {
        Element link = safe(source.replace("\\n", "\n")).select("a").first();
        assertThat(link).isNotNull();
        assertThat(link.attr("href")).isEqualTo(href);
        assertThat(link.attr("rel").split(" ", -1)).contains("nofollow", "noopener", "noreferrer");
    }

    @Test
    void ordinaryMarkdownSurvives() {
        Document page = safe("""
                # The caller

                Is *impatient* and **late**, says `hm`
                on a new line.

                1. asks for Tuesday
                2. takes Wednesday
                   - grudgingly

                > “Fine.”

                ```
                {"a": 1}
                ```

                ---

                | day | free |
                |:----|-----:|
                | Tue | 10:00 |
                """);
        assertThat(page.select("h1")).as("a page has its own outline").isEmpty();
        assertThat(page.select("p").eachText()).startsWith("The caller");
        assertThat(page.select("em").text()).isEqualTo("impatient");
        assertThat(page.select("strong").text()).isEqualTo("late");
        assertThat(page.select("p > code").text()).isEqualTo("hm");
        assertThat(page.select("p > br")).hasSize(1);
        assertThat(page.select("ol > li")).hasSize(2);
        assertThat(page.select("ol > li > ul > li").text()).isEqualTo("grudgingly");
        assertThat(page.select("blockquote").text()).isEqualTo("“Fine.”");
        assertThat(page.select("pre > code").text()).isEqualTo("{\"a\": 1}");
        assertThat(page.select("hr")).hasSize(1);
        assertThat(page.select("thead th").eachText()).containsExactly("day", "free");
        assertThat(page.select("tbody td").eachText()).containsExactly("Tue", "10:00");
    }

    @Test
    void emptyAndUnicodeTextSurvive() {
        assertThat(safe("").text()).isEmpty();
        assertThat(safe(" \n\n ").text()).isEmpty();
        assertThat(safe("Grüße 你好 \uD83D\uDCDE ıİ").text()).isEqualTo("Grüße 你好 \uD83D\uDCDE ıİ");
    }

    /** Sources that make a careless parser take the square of their length, or its stack. */
    static Set<String> exhausting() {
        return Set.of(
                "[",
                "]",
                "*",
                "_",
                ">",
                "> ",
                "`",
                "!",
                "![",
                "[](",
                "- ",
                "#",
                "|",
                "<",
                "&",
                "\\",
                "\n",
                "*a_ ",
                "[a](b",
                "a**b",
                "1. ",
                "<a ",
                "<!--",
                "|a\n|-\n",
                "&#",
                "]( ",
                "~",
                "    ");
    }

    @ParameterizedTest
    @MethodSource("exhausting")
    void aMegabyteOfOnePatternEndsInTime(String pattern) {
        safe(pattern.repeat(MEGABYTE / pattern.length()));
    }

    @ParameterizedTest
    @MethodSource("exhausting")
    void asMuchOfOnePatternAsIsTakenForMarkdownEndsInTime(String pattern) {
        safe(pattern.repeat(Markdown.MAX_LENGTH / pattern.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[x](<", "[x](a \"", "<a ", "<", "[x]: ", "[x](", "<!--", "`"})
    void anOpenBracketOrQuoteBeforeALongTextEndsInTime(String open) {
        String text = "'! ".repeat((Markdown.MAX_LENGTH - open.length()) / 3);
        assertThat(safe(open + text).text()).endsWith("'! '!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[x](a \"", "[x](a '", "[x](a (", "[x](<", "[x]: a \"", "<a b=\""})
    void escapesAfterAnOpenBracketOrQuoteEndInTime(String open) {
        for (String escape : List.of("\\\\", "\\", "\\(", "\\\\(|-", "\\# ", "\\\"")) {
            safe(open
                    + escape.repeat(Markdown.MAX_ESCAPES
                            / escape.replaceAll("[^\\\\]", "").length()));
            safe(open + escape.repeat(1_000));
        }
    }

    @ParameterizedTest
    @CsvSource({"'> ', ''", "'- ', ''", "'1. ', ''", "'* > ', ''", "'[', ''", "'*', '*'", "'*a ', 'a* '", "'![', '](x)'"
    })
    void aThousandLevelsAreShownAsWritten(String open, String close) {
        safe(open.repeat(1_000) + "deep" + close.repeat(1_000));
        assertThat(safe("> ".repeat(1_000) + "deep").text()).isEqualTo("> ".repeat(1_000) + "deep");
    }

    @Test
    void aSourceIsMarkdownUpToItsLimits() {
        assertThat(safe("*a*" + "b".repeat(Markdown.MAX_LENGTH - 3)).select("em"))
                .hasSize(1);
        Document longer = safe("*a* <b>\n" + "b".repeat(Markdown.MAX_LENGTH));
        assertThat(longer.text()).startsWith("*a* <b> b");
        assertThat(longer.select("p > br")).hasSize(1);
        assertThat(safe("*a*" + "\\!".repeat(Markdown.MAX_ESCAPES)).html()).contains("<em>a</em>!!");
        assertThat(safe("*a*" + "\\!".repeat(Markdown.MAX_ESCAPES + 1)).text()).startsWith("*a*\\!");
        assertThat(safe("> ".repeat(90) + "deep").select("blockquote")).hasSize(90);
    }

    @Test
    void severalThreadsMayRenderAtOnce() {
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> markdown.render("*" + i % 7 + "*").html())
                        .distinct())
                .hasSize(7);
    }

    /** What was rendered, parsed as a browser would, after a look at every element and attribute. */
    private Document safe(String source) {
        long start = System.nanoTime();
        String html = markdown.render(source).html();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Document page = Jsoup.parse("<article>" + html + "</article>");
        assertThat(page.select("body > *")).as("nothing breaks out").hasSize(1);
        for (Element element : page.select("article *")) {
            assertThat(ELEMENTS).contains(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertThat(element.normalName()).isEqualTo("a");
                assertThat(attribute.getKey()).isIn("href", "rel");
            }
            if (element.hasAttr("href")) {
                assertThat(element.attr("href")).startsWith("https://").doesNotContainPattern("[\\s\"'<>]");
            }
        }
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        return page;
    }
}
