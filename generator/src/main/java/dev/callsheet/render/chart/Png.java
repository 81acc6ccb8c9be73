package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Shape;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A bitmap of what is painted, on the opaque ground of a light page: readers of mail may put any colour behind it. The
 * file holds pixels only, no date and no name of a program.
 */
final class Png {

    private Png() {}

    /** The picture of a shape as large as fits, in the middle. */
    static byte[] of(Shape size, int width, int height, Consumer<Graphics2D> painting) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Part.CANVAS.light());
        graphics.fillRect(0, 0, width, height);
        double scale = Math.min(width / (double) size.width(), height / (double) size.height());
        graphics.translate((width - scale * size.width()) / 2, (height - scale * size.height()) / 2);
        graphics.scale(scale, scale);
        painting.accept(graphics);
        graphics.dispose();
        return encoded(FewColours.of(image));
    }

    private static byte[] encoded(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: the other streams of ImageIO keep a file in the directory for temporary ones.
        ImageWriteParam small = writer.getDefaultWriteParam();
        small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        small.setCompressionQuality(0);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), small);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
