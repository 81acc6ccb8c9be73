package dev.callsheet.cli;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Compares pictures dot by dot. */
final class Pixels {

    private Pixels() {}

    /** Where two pictures differ, in words; empty if they do not. */
    static String difference(byte[] one, byte[] other) {
        if (Arrays.equals(one, other)) {
            return "";
        }
        BufferedImage a = read(one);
        BufferedImage b = read(other);
        if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
            return size(a) + " and " + size(b);
        }
        int differ = 0;
        Rectangle where = new Rectangle(-1, -1);
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    differ++;
                    where.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return differ == 0 ? "" : differ + " dots within " + where;
    }

    /** Whether there is no colour in a picture. */
    static boolean isGrey(byte[] png) {
        BufferedImage image = read(png);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color color = new Color(image.getRGB(x, y));
                if (Math.abs(color.getRed() - color.getGreen()) > 1 || Math.abs(color.getRed() - color.getBlue()) > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage read(byte[] png) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "a picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " x " + image.getHeight();
    }
}
