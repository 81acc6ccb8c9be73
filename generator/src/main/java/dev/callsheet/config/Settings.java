package dev.callsheet.config;

import dev.callsheet.metrics.Threshold;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be configured. */
public final class Settings {

    /** All that there are, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Stream.of(
                    Stream.<Setting<?>>of(
                            Setting.ZONE,
                            Setting.NIGHT_STARTS,
                            Setting.OUTPUT,
                            Setting.STREAM,
                            Setting.BASELINE,
                            Setting.HISTORY_FROM,
                            Setting.HISTORY_REQUIRED,
                            Setting.HISTORY_READONLY,
                            Setting.HISTORY_MAX_NIGHTS,
                            Setting.HISTORY_MAX_BYTES,
                            Setting.PAGES_MAX_NIGHTS,
                            Setting.SITE_MAX_BYTES,
                            Setting.SITE_BASE_URL,
                            Setting.SITE_SINGLE_FILE),
                    GateSettings.ALL.stream(),
                    FetchSettings.ALL.stream(),
                    MailSettings.ALL.stream(),
                    Arrays.stream(Threshold.values()).<Setting<?>>map(Setting::of))
            .flatMap(settings -> settings)
            .toList();

    private Settings() {}
}
