package dev.callsheet.samples;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all documents have in common: how they are printed, and how times and scores are written. */
final class Shapes {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Shapes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A document for people to open. */
    static String pretty(ObjectNode document) {
        return MAPPER.writer().with(PRETTY).writeValueAsString(document) + "\n";
    }

    /** Documents one a line. */
    static String lines(List<ObjectNode> documents) {
        StringBuilder lines = new StringBuilder();
        documents.forEach(
                document -> lines.append(MAPPER.writeValueAsString(document)).append('\n'));
        return lines.toString();
    }

    static String time(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    static BigDecimal hundredths(int value) {
        return plain(BigDecimal.valueOf(value, 2));
    }

    /** Without trailing zeros, but with one decimal at least: 0.9, 1.0. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }
}
