package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.report.Report;
import dev.callsheet.stats.Interval;
import java.time.LocalDate;
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
 * @param sections worst first; the note of each says how many rows it leaves out
 */
public record NightSummary(String headline, List<String> lead, List<Fact> facts, List<Section> sections) {

    private static final int MOST_WORSE = 30;
    private static final int MOST_REQUIRED = 10;
    private static final int MOST = 5;

    public NightSummary {
        lead = List.copyOf(lead);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** The summary of a report's night; of its input alone when no run finished. */
    public static NightSummary of(Report report) {
        Analysis analysis = report.analysis();
        NightNumbers tonight = analysis.tonight();
        return new NightSummary(
                LatestVerdict.headline(analysis),
                lead(report, tonight),
                facts(report, tonight),
                tonight == null ? List.of() : sections(analysis, tonight));
    }

    /** That something is missing comes before every number. */
    private static List<String> lead(Report report, @Nullable NightNumbers tonight) {
        Analysis analysis = report.analysis();
        Labels labels = new Labels(analysis.scenarios());
        return Stream.of(
                        FetchWords.sentences(analysis.fetch()),
                        tonight == null
                                ? List.of(GateSummary.of(report, labels::of).sentence())
                                : LatestPage.lead(report, tonight, labels::of),
                        tonight == null ? List.<String>of() : LatestSure.sentences(analysis),
                        HistoryWords.notices(report),
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

    private static List<Section> sections(Analysis analysis, NightNumbers tonight) {
        Function<ScenarioNumbers, Cell> name = scenarioLabels(analysis);
        List<Section> sections = new ArrayList<>();
        sections.add(worse(analysis, tonight, name));
        List<ScenarioNumbers> required = LatestBlocks.required(analysis);
        if (!required.isEmpty()) {
            sections.add(required(analysis, required, name, tonight.night()));
        }
        sections.add(flaky(analysis, name, tonight.night()));
        if (!analysis.failures().isEmpty()) {
            sections.add(failures(analysis));
        }
        if (analysis.nightNumbers().stream().anyMatch(night -> night.tone().scored() > 0)) {
            sections.add(tone(analysis));
        }
        return sections;
    }

    private static Function<ScenarioNumbers, Cell> scenarioLabels(Analysis analysis) {
        Labels labels = new Labels(analysis.scenarios());
        return scenario -> Cell.text(labels.of(scenario.id()));
    }

    private static Section worse(Analysis analysis, NightNumbers tonight, Function<ScenarioNumbers, Cell> name) {
        return section(
                "worse",
                "What got worse, and is it real?",
                "real changes first",
                LatestWorse.fallen(analysis),
                MOST_WORSE,
                List.of(
                        Table.Column.text("Scenario", f -> name.apply(f.scenario())),
                        Table.Column.text("Real?", f -> Cell.text(f.words(analysis.night()))),
                        Table.Column.number("Before", f -> Words.fraction(f.before())),
                        Table.Column.number("After", f -> Words.fraction(f.after()))),
                LatestWorse.nothing(tonight));
    }

    private static Section required(
            Analysis analysis, List<ScenarioNumbers> required, Function<ScenarioNumbers, Cell> name, LocalDate night) {
        List<ScenarioNumbers> open = required.stream()
                .filter(scenario -> scenario.tonight().outcome() != Tally.Outcome.ALL_PASSED)
                .toList();
        return section(
                "required",
                "Required for promotion",
                (required.size() - open.size()) + " of " + required.size()
                        + " passed every run; by all evidence " + PromotionWords.ofRequired(analysis)
                        + "; the others, lowest first",
                open,
                MOST_REQUIRED,
                List.of(
                        Table.Column.text("Scenario", name),
                        Table.Column.text("Verdict", s -> Verdicts.state(s.decision(), night)),
                        Table.Column.number("Tonight", s -> Words.fraction(s.tonight())),
                        Table.Column.number("Earlier", s -> Words.fraction(s.earlier()))),
                Format.count(required.size(), "required scenario") + ": every run passed.");
    }

    private static Section flaky(Analysis analysis, Function<ScenarioNumbers, Cell> name, LocalDate night) {
        return section(
                "flaky",
                "Flaky",
                "by failed runs to expect next night",
                LatestBlocks.flaky(analysis),
                MOST,
                List.of(
                        Table.Column.text("Scenario", name),
                        Table.Column.text("Verdict", s -> Verdicts.state(s.decision(), night)),
                        Table.Column.number("Passed", s -> Words.fraction(FlakinessPage.judged(s))),
                        Table.Column.number("Fails next", s -> FlakinessPage.next(analysis, s))),
                "No scenario passes and fails by turns.");
    }

    private static Section failures(Analysis analysis) {
        return section(
                "failures",
                "What calls fail on",
                overTheWindow(analysis) + "most runs first",
                analysis.failures(),
                MOST,
                List.of(
                        Table.Column.text("Failure", f -> Cell.text(named(f))),
                        Table.Column.number("Runs", f -> Format.grouped(f.runs().size())),
                        Table.Column.number(
                                "Scenarios", f -> Format.grouped(f.scenarioIds().size()))),
                "");
    }

    private static String overTheWindow(Analysis analysis) {
        return "over the last " + Words.nights(analysis.rules()) + ", ";
    }

    /** An assertion is a definition; an error message is text of a call. */
    private static String named(FailureGroup failure) {
        return switch (failure.kind()) {
            case ASSERTION -> failure.label();
            case ERROR_MESSAGE -> "error message";
        };
    }

    private static Section tone(Analysis analysis) {
        List<ToneDimension> outside = ToneDimension.SIX.stream()
                .filter(dimension -> Usual.isOutside(
                        analysis.tone().mean(dimension), analysis.usualTone().get(dimension)))
                .toList();
        return section(
                "tone",
                "Tone outside its usual range",
                analysis.tone().scored() + " of " + analysis.tone().valid() + " runs of tonight scored",
                outside,
                ToneDimension.SIX.size(),
                List.of(
                        Table.Column.text("Dimension", d -> Cell.text(d.title())),
                        Table.Column.number(
                                "Tonight", d -> Format.score(analysis.tone().mean(d))),
                        Table.Column.number(
                                "Usual", d -> usual(analysis.usualTone().get(d)))),
                analysis.tone().scored() == 0
                        ? "No run of tonight has a tone score."
                        : analysis.usualTone().isEmpty()
                                ? "No usual range is known yet."
                                : "No dimension lies outside of the usual range known for it.");
    }

    private static String usual(@Nullable Interval usual) {
        return usual == null ? Format.UNDEFINED : Usual.words(usual);
    }

    private static <R> Section section(
            String id,
            String title,
            String note,
            List<R> rows,
            int most,
            List<Table.Column<R>> columns,
            String otherwise) {
        return new Section(
                id,
                title,
                rows.size() > most ? note + "; " + most + " of " + Format.grouped(rows.size()) : note,
                Table.of(title, rows.stream().limit(most).toList(), columns),
                otherwise);
    }
}
