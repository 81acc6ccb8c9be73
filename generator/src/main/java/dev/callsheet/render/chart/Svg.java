package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Shape;
import java.awt.Graphics2D;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An SVG file of what is painted. Batik says what was drawn; of its markup only the shapes and their part are kept, so
 * that the file holds no style attribute, no id, no clip path and no document type, and takes its colours from one
 * style sheet.
 */
final class Svg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    private final StringBuilder file = new StringBuilder();

    /** Where the pen stands at the end of an open line, so that the next piece of it goes on there. */
    private String pen = "";

    private Part drawing = Part.CANVAS;

    private Svg() {}

    static byte[] of(Shape size, Consumer<Graphics2D> painting) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(emptyDocument());
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, true);
        painting.accept(graphics);
        Svg svg = new Svg();
        svg.file
                .append("<svg xmlns=\"" + NAMESPACE + "\" viewBox=\"0 0 ")
                .append(size.width() + " " + size.height())
                .append("\" width=\"" + size.width() + "\" height=\"" + size.height() + "\">\n<style>")
                .append(Part.styleSheet())
                .append("</style>\n");
        svg.keep(graphics.getRoot());
        svg.endLine();
        svg.file.append("</svg>\n");
        graphics.dispose();
        return svg.file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void keep(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && !element.getTagName().equals("defs")) {
                keep(element);
                shape(element);
            }
        }
    }

    private void shape(Element element) {
        switch (element.getTagName()) {
            case "line" -> line(element);
            case "path" -> closed(element, "path", "d=\"" + tight(element.getAttribute("d")) + "\"");
            case "circle" ->
                closed(
                        element,
                        "circle",
                        "cx=\"" + element.getAttribute("cx") + "\" cy=\"" + element.getAttribute("cy") + "\" r=\""
                                + element.getAttribute("r") + "\"");
            case "rect", "g" -> {}
            default -> throw new IllegalStateException("a chart holds a " + element.getTagName());
        }
    }

    /** XChart draws a line piece by piece; joined to one path the corners are mitred and the file is half as long. */
    private void line(Element element) {
        Part part = part(element);
        String from = element.getAttribute("x1") + " " + element.getAttribute("y1");
        String to = element.getAttribute("x2") + " " + element.getAttribute("y2");
        if (part != drawing || !from.equals(pen)) {
            endLine();
            file.append("<path class=\"" + part.className() + "\" d=\"M").append(from);
            drawing = part;
        }
        file.append("L").append(to);
        pen = to;
    }

    private void endLine() {
        if (!pen.isEmpty()) {
            file.append("\"/>\n");
            pen = "";
        }
    }

    private void closed(Element element, String tag, String geometry) {
        endLine();
        file.append("<" + tag + " class=\"" + part(element).className() + "\" " + geometry + "/>\n");
    }

    private static Part part(Element element) {
        String fill = inherited(element, "fill");
        return Part.ofKey(fill.equals("none") ? inherited(element, "stroke") : fill);
    }

    private static String inherited(Element element, String attribute) {
        if (element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element parent)) {
            return element.getAttribute(attribute);
        }
        return inherited(parent, attribute);
    }

    private static String tight(String path) {
        return path.strip().replaceAll(" ?([A-Z]) ?", "$1");
    }

    private static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser is missing", e);
        }
    }
}
