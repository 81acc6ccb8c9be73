package dev.callsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The sites that tests read, built once for all classes that ask for them in their constructors. Nobody may write to them.
 *
 * @param temporary the folder of both, in which there is room for more
 * @param samples built from the samples
 * @param hostile built from texts that are hostile and have words without end
 */
record BuiltSites(Path temporary, Path samples, Path hostile) implements AutoCloseable {

    /** The one instance, which is deleted after the last test. */
    static BuiltSites of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(BuiltSites.class, type -> build(), BuiltSites.class);
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(temporary);
    }

    private static BuiltSites build() {
        try {
            Path temporary = Files.createTempDirectory("callsheet-sites");
            return new BuiltSites(
                    temporary,
                    Program.build(temporary.resolve("samples"), Path.of("samples")),
                    HostileTextTest.build(temporary.resolve("hostile")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the one instance to those who ask for it. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == BuiltSites.class;
        }

        @Override
        public BuiltSites resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return of(context);
        }
    }
}
