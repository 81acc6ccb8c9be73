package dev.callsheet.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu Html Checker, which knows the rules of HTML. The first page takes seconds, the next far less. */
public final class NuChecker {

    /** A page without an address has no {@code 'self'} that a policy could let in. Nothing is asked of it. */
    private static final String ADDRESS = "http://callsheet.invalid/repo/";

    private final SimpleDocumentValidator checker = new SimpleDocumentValidator(false, false, false);

    public NuChecker() {
        try {
            checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Complaints());
        } catch (Exception e) { // thrown as such by the checker
            throw new IllegalStateException(e);
        }
    }

    /**
     * The errors and warnings of a page, with line and column.
     *
     * @param path of the page inside its site
     */
    public List<String> complaints(String path, byte[] html) {
        Complaints complaints = new Complaints();
        InputSource page = new InputSource(new ByteArrayInputStream(html));
        page.setSystemId(ADDRESS + path);
        try {
            checker.setUpValidatorAndParsers(complaints, false, false);
            checker.checkHtmlInputSource(page);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(path, e);
        }
        return List.copyOf(complaints.all);
    }

    private static final class Complaints implements ErrorHandler {

        private final List<String> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException what) {
            add("warning", what);
        }

        @Override
        public void error(SAXParseException what) {
            add("error", what);
        }

        @Override
        public void fatalError(SAXParseException what) {
            add("fatal", what);
        }

        private void add(String level, SAXParseException what) {
            all.add(what.getLineNumber() + ":" + what.getColumnNumber() + " " + level + ": " + what.getMessage());
        }
    }
}
