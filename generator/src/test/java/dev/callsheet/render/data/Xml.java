package dev.callsheet.render.data;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML as the JDK's parser reads it. */
final class Xml {

    private Xml() {}

    /** The root of a well-formed document. */
    static Element read(String document) {
        return read(document, null);
    }

    /** The root of a document that a schema among the resources of the tests holds valid. */
    static Element valid(String document, String schema) {
        try {
            URL resource = Objects.requireNonNull(Xml.class.getResource("/" + schema));
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return read(document, factory.newSchema(resource));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static Element read(String document, @Nullable Schema schema) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setSchema(schema);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(
                    e.getMessage() + " in " + document.substring(0, Math.min(2_000, document.length())), e);
        }
    }

    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    };

    static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element of, String name) {
        return children(of).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    static List<String> names(Element of) {
        return children(of).stream().map(Element::getLocalName).toList();
    }
}
