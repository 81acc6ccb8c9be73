package dev.callsheet.render.chart;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Where the shapes of a picture lie. */
final class Geometry {

    private Geometry() {}

    /** The numbers of a path, x and y in turn. */
    static double[] numbers(String path) {
        return Pattern.compile("-?[0-9.]+")
                .matcher(path)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double[] evens(double... numbers) {
        return IntStream.range(0, numbers.length / 2)
                .mapToDouble(i -> numbers[2 * i])
                .toArray();
    }

    static double[] heights(Element path) {
        double[] numbers = numbers(path.attr("d"));
        return IntStream.range(0, numbers.length / 2)
                .mapToDouble(i -> numbers[2 * i + 1])
                .toArray();
    }

    static double min(double... numbers) {
        return DoubleStream.of(numbers).min().orElseThrow();
    }

    static double max(double... numbers) {
        return DoubleStream.of(numbers).max().orElseThrow();
    }
}
