package dev.callsheet.cli;

import dev.callsheet.config.Alias;
import dev.callsheet.config.Effective;
import dev.callsheet.config.MailSettings;
import dev.callsheet.config.Setting;
import dev.callsheet.gate.Mute;
import dev.callsheet.site.Format;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A configuration in force as a file that would give the same one; a comment says where each value comes from. */
final class EffectiveFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What YAML takes for the text that it looks like. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9/._-]*");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|nan|inf");

    private static final Set<Setting<?>> ADDRESSES = Set.of(MailSettings.FROM, MailSettings.TO);
    private static final Pattern DOMAIN = Pattern.compile("@([^\\s@>\"]+)");

    private EffectiveFile() {}

    /** @param addresses whether those of mail are shown; else how many there are, and their domains */
    static String of(Effective effective, boolean addresses) {
        StringBuilder file = new StringBuilder();
        String section = "";
        for (Effective.Value value : effective.values()) {
            if (!value.setting().section().equals(section)) {
                section = value.setting().section();
                file.append('\n').append(section).append(":\n");
            }
            if (!addresses && ADDRESSES.contains(value.setting()) && value.origin() != null) {
                file.append(hidden(value));
                continue;
            }
            file.append(section.isEmpty() ? "" : "  ")
                    .append(value.setting().name())
                    .append(": ")
                    .append(written(value.setting().form(), value.text()))
                    .append("  # ")
                    .append(value.origin() == null ? "default" : visible(value.origin()))
                    .append('\n');
        }
        aliases(effective.aliases(), file);
        mutes(effective.mutes(), file);
        return file.toString();
    }

    /** Logs may be public: a comment instead of the addresses. */
    private static String hidden(Effective.Value value) {
        List<String> domains = DOMAIN.matcher(value.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return "  # " + value.setting().name() + ": "
                + Format.count(value.text().lines().count(), "address", "addresses") + " at "
                + visible(String.join(", ", domains)) + ", from " + visible(String.valueOf(value.origin()))
                + "; --verbose shows them\n";
    }

    private static void aliases(List<Alias> aliases, StringBuilder file) {
        file.append(aliases.isEmpty() ? "" : "\naliases:\n");
        for (Alias alias : aliases) {
            file.append("  ").append(quoted(alias.old())).append(": ").append(quoted(alias.id()));
            file.append("  # ").append(visible(alias.file())).append('\n');
        }
    }

    private static void mutes(List<Mute> mutes, StringBuilder file) {
        file.append(mutes.isEmpty() ? "" : "\nmutes:\n");
        for (Mute mute : mutes) {
            file.append("  - scenario: ").append(quoted(mute.scenario()));
            file.append("  # ").append(visible(mute.file())).append('\n');
            file.append("    owner: ").append(quoted(mute.owner())).append('\n');
            file.append("    reason: ").append(quoted(mute.reason())).append('\n');
            file.append("    until: ").append(mute.until()).append('\n');
        }
    }

    private static String written(Setting.Form form, String text) {
        return switch (form) {
            case NUMBER, SWITCH -> text;
            case TEXT, WORD, SIZE -> scalar(text);
            case TEXTS -> {
                List<String> texts = text.lines().toList();
                yield texts.size() == 1
                        ? scalar(texts.get(0))
                        : texts.stream().map(EffectiveFile::quoted).collect(Collectors.joining(", ", "[", "]"));
            }
        };
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches() ? text : quoted(text);
    }

    /** As JSON has it, which YAML reads; control characters do not reach the terminal. */
    private static String quoted(String text) {
        return visible(JSON.writeValueAsString(text));
    }

    private static String visible(String text) {
        return Console.visible(text);
    }
}
