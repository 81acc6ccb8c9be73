package dev.callsheet.config;

import dev.callsheet.deliver.Mailbox;
import dev.callsheet.deliver.SmtpServer;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.Mute;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided, and the defaults of everything else.
 *
 * @param output the path of the site's directory
 * @param baseline the night to compare with; null for none
 * @param aliases in the order of the file
 * @param mutes in the order of the file
 */
public record Configuration(
        String output,
        NightCalendar calendar,
        @Nullable LocalDate baseline,
        History history,
        Pages pages,
        Site site,
        Fetch fetch,
        Mail mail,
        GateLimits gate,
        List<Alias> aliases,
        List<Mute> mutes,
        Rules rules) {

    public Configuration {
        aliases = List.copyOf(aliases);
        mutes = List.copyOf(mutes);
    }

    /**
     * What earlier reports kept, and what this one keeps.
     *
     * @param from paths and http(s) URLs; URLs hold no user, query or fragment
     * @param required whether a source that cannot be read ends the program
     * @param readonly whether this report adds nothing to the history
     * @param stream a part of file names: {@code [a-z0-9][a-z0-9._-]*}, at most 40 characters
     * @param maxNights that are kept run by run, at least 1
     * @param maxBytes that the files may have together, at least 1
     */
    public record History(
            List<String> from, boolean required, boolean readonly, String stream, int maxNights, long maxBytes) {

        public History {
            from = List.copyOf(from);
        }
    }

    /**
     * Which runs have pages.
     *
     * @param maxNights those of so many nights, from 0
     */
    public record Pages(int maxNights) {}

    /**
     * How large the site may grow, where it is published, and what is written beside it.
     *
     * @param maxBytes that its files may have together, at least 1
     * @param baseUrl an http(s) address that ends with a slash; null when it is not known
     * @param singleFile the path of the first page as one file; null when none is wanted
     */
    public record Site(
            long maxBytes, @Nullable URI baseUrl, @Nullable String singleFile) {}

    /**
     * What is fetched from the API, and how.
     *
     * @param output the path of the archive directory
     * @param pathways by id
     * @param personas by id
     * @param scenarios by id
     * @param simulationSets by id
     * @param since older runs are left out; null to have all
     * @param patience how long to wait for what is named; zero to take it as it is
     * @param transcripts {@code redacted}, {@code none} or {@code full}
     * @param concurrency requests at a time, at least 1
     */
    public record Fetch(
            String output,
            List<String> pathways,
            List<String> personas,
            List<String> scenarios,
            List<String> simulationSets,
            @Nullable Since since,
            Duration patience,
            String transcripts,
            int concurrency,
            Duration deadline,
            Duration connectTimeout,
            Duration requestTimeout) {

        public Fetch {
            pathways = List.copyOf(pathways);
            personas = List.copyOf(personas);
            scenarios = List.copyOf(scenarios);
            simulationSets = List.copyOf(simulationSets);
        }
    }

    /**
     * Whether the summary is sent by mail, by whom and to whom.
     *
     * @param server that takes it; null when none is named
     * @param from whom it is; null when nobody is named
     * @param to whom it is sent, without repetition
     * @param when {@code always} or {@code not_passed}
     * @param thread {@code none}, {@code week} or {@code stream}: the nights that make one conversation
     * @param timeout of one try to send it
     */
    public record Mail(
            @Nullable SmtpServer server,
            @Nullable Mailbox from,
            List<Mailbox> to,
            String when,
            String thread,
            Duration connectTimeout,
            Duration timeout) {

        public Mail {
            to = List.copyOf(to);
        }
    }

    /** The same with these sources of history. */
    public Configuration rememberingIn(List<String> sources) {
        return new Configuration(
                output,
                calendar,
                baseline,
                new History(
                        sources,
                        history.required(),
                        history.readonly(),
                        history.stream(),
                        history.maxNights(),
                        history.maxBytes()),
                pages,
                site,
                fetch,
                mail,
                gate,
                aliases,
                mutes,
                rules);
    }

    /** Reads it, as {@link Effective#read} does. */
    public static Configuration read(
            Path directory, @Nullable String file, Map<String, String> environment, Map<Setting<?>, String> flags)
            throws ConfigurationException {
        return of(Effective.read(directory, file, environment, flags));
    }

    /**
     * The values of the texts.
     *
     * @throws ConfigurationException if values that are right by themselves make no sense together
     */
    public static Configuration of(Effective effective) throws ConfigurationException {
        Map<String, String> texts = effective.texts();
        Rules rules = Threshold.rules(threshold -> Setting.of(threshold).in(texts));
        Limit.check(rules);
        return new Configuration(
                Setting.OUTPUT.in(texts),
                new NightCalendar(Setting.ZONE.in(texts), Setting.NIGHT_STARTS.in(texts)),
                Setting.BASELINE.in(texts).orElse(null),
                new History(
                        Setting.HISTORY_FROM.in(texts),
                        Setting.HISTORY_REQUIRED.in(texts),
                        Setting.HISTORY_READONLY.in(texts),
                        Setting.STREAM.in(texts),
                        Setting.HISTORY_MAX_NIGHTS.in(texts),
                        Setting.HISTORY_MAX_BYTES.in(texts)),
                new Pages(Setting.PAGES_MAX_NIGHTS.in(texts)),
                new Site(
                        Setting.SITE_MAX_BYTES.in(texts),
                        Setting.SITE_BASE_URL.in(texts).orElse(null),
                        Setting.SITE_SINGLE_FILE.in(texts).orElse(null)),
                FetchSettings.in(texts),
                MailSettings.in(texts),
                GateSettings.in(texts),
                effective.aliases(),
                effective.mutes(),
                rules);
    }
}
