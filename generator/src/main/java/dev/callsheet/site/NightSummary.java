package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest night in brief, for readers who have not opened the report: the words and the order of the Latest page,
 * cells of words only, at most some fifty rows. It holds no text of calls (design.md 5): names and assertions, but no
 * error message.
 *
 * @param headline one sentence
 * @param lead what is missing, the gate, the plain counts
 * @param sure how sure one can be; empty when the night has no result
 * @param sections worst first; the note of each says how many rows it leaves out
 */
public record NightSummary(
        String headline, List<String> lead, List<String> sure, List<Fact> facts, List<Section> sections) {

    public NightSummary {
        lead = List.copyOf(lead);
        sure = List.copyOf(sure);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** The summary of a report's night; of its input alone when no run finished. */
    public static NightSummary of(Report report) {
        return of(report, page -> null, Integer.MAX_VALUE);
    }

    /** The same with fewer rows: at most so many of a section. */
    public static NightSummary of(Report report, int most) {
        return of(report, page -> null, most);
    }

    /**
     * The same with links.
     *
     * @param address of a page of the report; null where it is not known
     * @param most rows of a section, if that is fewer than it has anyway
     */
    static NightSummary of(Report report, Function<SafePath, @Nullable String> address, int most) {
        Analysis analysis = report.analysis();
        NightNumbers tonight = analysis.tonight();
        return new NightSummary(
                LatestVerdict.headline(analysis),
                lead(report, tonight),
                tonight == null ? List.of() : LatestSure.sentences(analysis),
                facts(report, tonight),
                tonight == null ? List.of() : new NightSections(analysis, tonight, address, most).all());
    }

    /** That something is missing comes before every number. */
    private static List<String> lead(Report report, @Nullable NightNumbers tonight) {
        Analysis analysis = report.analysis();
        Labels labels = new Labels(analysis.scenarios());
        return Stream.of(
                        FetchWords.sentences(analysis.fetch()),
                        HistoryWords.notices(report),
                        tonight == null
                                ? List.of(GateSummary.of(report, labels::of).sentence())
                                : LatestPage.lead(report, tonight, labels::of),
                        MuteWords.notices(report.gate(), labels::of),
                        PromotionWords.tonight(analysis, labels::of).stream()
                                .map(PromotionWords.Tonight::sentence)
                                .toList())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fact> facts(Report report, @Nullable NightNumbers tonight) {
        List<Fact> facts = new ArrayList<>();
        if (tonight != null) {
            String beside = Words.beside(tonight.tally());
            facts.add(Fact.of("Night", Format.longDate(tonight.night())));
            facts.add(Fact.of("Pass rate", rate(tonight.rate().shown())));
            facts.add(Fact.of("Not counted", beside.isEmpty() ? "none" : beside));
        }
        if (tonight == null) {
            facts.add(Fact.of(
                    "Runs loaded", Format.grouped(report.analysis().runs().total())));
            facts.add(Fact.of(
                    "Batches loaded", Format.grouped(report.analysis().batches().size())));
            facts.add(Fact.of(
                    "Simulation sets loaded",
                    Format.grouped(report.analysis().sets().size())));
        }
        facts.add(Fact.of(
                "Problems in the input", Format.grouped(report.problems().size())));
        facts.add(Fact.of("Memory", HistoryWords.brief(report.history())));
        return facts;
    }

    private static String rate(Rate rate) {
        return rate.n() == 0
                ? Format.UNDEFINED
                : Format.percent(rate.passed(), rate.n()) + " (" + Words.fraction(rate) + "), 95 % interval "
                        + Format.interval(rate.interval());
    }
}
