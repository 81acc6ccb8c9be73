package dev.callsheet.render.html;

import dev.callsheet.site.Page;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders pages from templates. May be used by several threads. */
public final class PageRenderer {

    private final TemplateEngine engine = new TemplateEngine();
    private final Markdown markdown = new Markdown();

    public PageRenderer() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PageRenderer.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
        RecordProperties.install();
    }

    /** The bytes of a page, UTF-8. */
    public byte[] render(Page page) {
        Context context =
                new Context(Locale.ROOT, Map.of("frame", page.frame(), "view", page.view(), "markdown", markdown));
        StringWriter out = new StringWriter();
        engine.process(page.template(), context, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The page for addresses that do not exist: served at any depth, so it has no style and no other file. */
    public byte[] notFound() {
        return engine.process("404", new Context(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
    }
}
