package dev.callsheet.render.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document as a stream, in UTF-8, an element a line. Names are ours; texts and values may be anything that
 * XML 1.0 can hold.
 */
final class XmlWriter {

    private final XMLStreamWriter out;

    private XmlWriter(XMLStreamWriter out) {
        this.out = out;
    }

    /** Writes one document and closes the stream. */
    static void write(OutputStream stream, Consumer<XmlWriter> content) throws IOException {
        // Of a writer that knows its encoding the JDK would ask whether it can encode each half of a surrogate pair.
        try (Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            content.accept(new XmlWriter(out));
            out.writeEndDocument();
            out.flush();
            text.write("\n");
        } catch (XMLStreamException e) {
            throw ioOf(e);
        } catch (Unwritable e) {
            throw ioOf(e.fault);
        }
    }

    private static IOException ioOf(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }

    /** Opens an element; its attributes come next. */
    void start(String element) {
        run(() -> {
            out.writeCharacters("\n");
            out.writeStartElement(element);
        });
    }

    void attribute(String name, String value) {
        run(() -> out.writeAttribute(name, value));
    }

    void number(String name, int value) {
        attribute(name, Integer.toString(value));
    }

    void text(String text) {
        run(() -> out.writeCharacters(text));
    }

    /** Closes the element opened last. */
    void end() {
        run(out::writeEndElement);
    }

    /** The beginning of a text that takes no more bytes than that, written and escaped, with an ellipsis where it was cut. */
    static String cut(String text, int mostBytes) {
        int bytes = 0;
        int fits = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (bytes <= mostBytes - "…".getBytes(StandardCharsets.UTF_8).length) {
                fits = i;
            }
            bytes += bytes(text.codePointAt(i));
            if (bytes > mostBytes) {
                return text.substring(0, fits) + "…";
            }
        }
        return text;
    }

    private static int bytes(int codePoint) {
        return switch (codePoint) {
            case '"' -> "&quot;".length();
            case '&' -> "&amp;".length();
            case '<', '>' -> "&lt;".length();
            default -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
        };
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new Unwritable(e);
        }
    }

    /** Carries a fault of the stream out of the caller's code. */
    private static final class Unwritable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final XMLStreamException fault;

        Unwritable(XMLStreamException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
