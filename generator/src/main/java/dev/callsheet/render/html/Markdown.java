package dev.callsheet.render.html;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Renders Markdown that came from input. Flexmark escapes raw HTML but lets disguised {@code javascript:} links and
 * remote images through, so its output always passes the OWASP sanitizer, which keeps text and structure only: links
 * survive as https links that give away no referrer, images do not.
 *
 * <p>Flexmark takes time with the square of the length, stack with the length and the depth of nesting, and time that
 * doubles with each escaped character after an open bracket or quote. So a source of more than {@value #MAX_LENGTH}
 * characters, {@value #MAX_DEPTH} levels or {@value #MAX_ESCAPES} escapes is shown as it was written.
 */
public final class Markdown {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 100;
    static final int MAX_ESCAPES = 20;

    // Parsing matches regular expressions that recurse for each character, at some hundred bytes a time.
    private static final long STACK_BYTES = 64L << 20;

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct})");
    private static final Pattern HTTPS = Pattern.compile("https://[^\\s\"'<>]+");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
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
                    "a")
            .allowElements((name, attributes) -> "p", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowUrlProtocols("https")
            .allowAttributes("href")
            .matching(HTTPS)
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private final Parser parser;
    private final HtmlRenderer renderer;

    public Markdown() {
        MutableDataSet options = new MutableDataSet()
                .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
                .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                .set(HtmlRenderer.ESCAPE_HTML, true)
                .set(HtmlRenderer.SOFT_BREAK, "<br />\n")
                .set(HtmlRenderer.GENERATE_HEADER_ID, false)
                .set(HtmlRenderer.RENDER_HEADER_ID, false);
        parser = Parser.builder(options).build();
        renderer = HtmlRenderer.builder(options).build();
    }

    /** Markdown as safe HTML. Headings become paragraphs: a page has its own outline. */
    public SafeHtml render(String markdown) {
        boolean isCostly = markdown.length() > MAX_LENGTH || escapes(markdown) > MAX_ESCAPES;
        String html = isCostly ? asWritten(markdown) : onDeepStack(() -> html(markdown));
        return new SafeHtml(POLICY.sanitize(html));
    }

    private String html(String markdown) {
        Node document = parser.parse(markdown);
        return isDeep(document) ? asWritten(markdown) : renderer.render(document);
    }

    private static long escapes(String markdown) {
        return ESCAPE.matcher(markdown).results().count();
    }

    private static boolean isDeep(Node document) {
        List<Node> level = List.of(document);
        for (int depth = 0; depth <= MAX_DEPTH && !level.isEmpty(); depth++) {
            List<Node> below = new ArrayList<>();
            level.forEach(node -> node.getChildren().forEach(below::add));
            level = below;
        }
        return !level.isEmpty();
    }

    private static String asWritten(String markdown) {
        return "<p>" + Escaping.escapeHtml(markdown, false).replace("\n", "<br />\n") + "</p>";
    }

    /** Runs the work where the depth of the caller's stack makes no difference to what comes out. */
    private static String onDeepStack(Callable<String> work) {
        FutureTask<String> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "markdown", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Markdown could not be rendered", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rendering Markdown", e);
        }
    }
}
