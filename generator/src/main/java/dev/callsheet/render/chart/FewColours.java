package dev.callsheet.render.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A picture with a palette instead of a colour for each pixel, which makes a third of the file. Flat colours stay as
 * they are; of the shades along edges neighbours become one where there are too many.
 */
final class FewColours {

    private static final int MOST = 256;
    private static final int BITS = 8;
    private static final int RGB = 0xffffff;

    private static final Set<Integer> PARTS = Arrays.stream(Part.values())
            .map(part -> part.light().getRGB() & RGB)
            .collect(Collectors.toUnmodifiableSet());

    private FewColours() {}

    static BufferedImage of(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel & RGB, 1, Integer::sum);
        }
        Map<Integer, Integer> kept = counts.keySet().stream().collect(Collectors.toMap(rgb -> rgb, rgb -> rgb));
        for (int coarse = 1; kept.values().stream().distinct().count() > MOST; coarse++) {
            kept = nearby(counts, coarse);
        }
        return indexed(image, pixels, kept);
    }

    /** Of the colours that agree but for their lowest bits the most frequent for all; those of parts for themselves. */
    private static Map<Integer, Integer> nearby(Map<Integer, Integer> counts, int bits) {
        int low = (1 << bits) - 1;
        int high = ~((low << (2 * BITS)) | (low << BITS) | low);
        Map<Integer, Integer> first = new TreeMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(colour -> first.putIfAbsent(colour.getKey() & high, colour.getKey()));
        return counts.keySet().stream()
                .collect(Collectors.toMap(
                        rgb -> rgb, rgb -> PARTS.contains(rgb) ? rgb : first.getOrDefault(rgb & high, rgb)));
    }

    private static BufferedImage indexed(BufferedImage image, int[] pixels, Map<Integer, Integer> kept) {
        List<Integer> palette = kept.values().stream().distinct().sorted().toList();
        Map<Integer, Integer> places = new HashMap<>();
        palette.forEach(rgb -> places.put(rgb, places.size()));
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(BITS, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage drawn =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] indexes = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            indexes[i] = places.getOrDefault(kept.getOrDefault(pixels[i] & RGB, 0), 0);
        }
        drawn.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indexes);
        return drawn;
    }
}
