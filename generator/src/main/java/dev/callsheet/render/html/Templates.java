package dev.callsheet.render.html;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of the program, by Thymeleaf. May be used by several threads. */
public final class Templates {

    private final TemplateEngine engine = new TemplateEngine();

    public Templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
        RecordProperties.install();
    }

    /**
     * What a template makes of values.
     *
     * @param name without directory and ending
     */
    public String rendered(String name, Map<String, Object> values) {
        StringWriter out = new StringWriter();
        engine.process(name, new Context(Locale.ROOT, values), out);
        return out.toString();
    }
}
