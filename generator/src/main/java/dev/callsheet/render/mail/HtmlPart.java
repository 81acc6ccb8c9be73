package dev.callsheet.render.mail;

import dev.callsheet.render.html.Templates;
import dev.callsheet.site.MailSummary;
import dev.callsheet.site.Mark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A mail as HTML. Readers of mail take no style sheet, and some know of CSS what was known in 2007: tables give it its
 * form, every element names its own colours and sizes, and each table cell its own font.
 */
final class HtmlPart {

    private final Templates templates = new Templates();

    /** Each state's class in the palette for dark screens, and its colour on light ones: those of site.css. */
    private static final Map<Mark, Map<String, String>> INKS =
            Arrays.stream(Mark.values()).collect(Collectors.toUnmodifiableMap(mark -> mark, HtmlPart::ink));

    /**
     * The document.
     *
     * @param address of a picture
     * @param asFile whether it is a file of the site; readers of mail need no policies
     */
    String of(MailSummary mail, List<Picture> pictures, Function<Picture, String> address, boolean asFile) {
        Map<String, Map<String, Object>> shown = new TreeMap<>();
        pictures.forEach(picture -> shown.put(
                picture.name(),
                Map.of("src", address.apply(picture), "width", Picture.WIDTH, "height", picture.height())));
        return templates.rendered("mail", Map.of("mail", mail, "pictures", shown, "asFile", asFile, "inks", INKS));
    }

    private static Map<String, String> ink(Mark mark) {
        return switch (mark) {
            case PASS -> ink("pass", "#1b7543");
            case FAIL -> ink("fail", "#b0261d");
            case MIXED -> ink("flaky", "#8a5200");
            case ERROR -> ink("error", "#66625b");
            case NEW -> ink("ink", "#1c1b19");
            case OPEN, NONE, PASS_UNPROVEN, FAIL_UNPROVEN, MIXED_UNPROVEN -> ink("soft", "#5c5953");
        };
    }

    private static Map<String, String> ink(String name, String colour) {
        return Map.of("name", name, "colour", colour);
    }
}
