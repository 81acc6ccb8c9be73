package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.SafePath;
import dev.callsheet.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a {@link NightSummary}. Where one is cut, a link leads to the page that has all rows; such a page exists
 * wherever there are rows.
 */
final class NightSections {

    private static final int MOST_WORSE = 30;
    private static final int MOST_REQUIRED = 10;
    private static final int MOST = 5;

    private final Analysis analysis;
    private final NightNumbers tonight;
    private final Labels labels;
    private final Function<SafePath, @Nullable String> address;
    private final int most;

    NightSections(Analysis analysis, NightNumbers tonight, Function<SafePath, @Nullable String> address, int most) {
        this.analysis = analysis;
        this.tonight = tonight;
        this.labels = new Labels(analysis.scenarios());
        this.address = address;
        this.most = most;
    }

    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        sections.add(worse());
        List<ScenarioNumbers> required = LatestBlocks.required(analysis);
        if (!required.isEmpty()) {
            sections.add(required(required));
        }
        sections.add(flaky());
        if (!analysis.failures().isEmpty()) {
            sections.add(failures());
        }
        if (analysis.nightNumbers().stream().anyMatch(night -> night.tone().scored() > 0)) {
            sections.add(tone());
        }
        return sections;
    }

    private Cell name(ScenarioNumbers scenario) {
        String label = labels.of(scenario.id());
        String href = address.apply(SitePaths.scenario(scenario.id()));
        return href == null ? Cell.text(label) : Cell.link(href, label);
    }

    private Section worse() {
        return section(
                "worse",
                "What got worse, and is it real?",
                "real changes first",
                LatestWorse.fallen(analysis),
                MOST_WORSE,
                List.of(
                        Table.Column.text("Scenario", f -> name(f.scenario())),
                        Table.Column.text("Real?", f -> f.state(analysis.night())),
                        Table.Column.number("Before", f -> Words.fraction(f.before())),
                        Table.Column.number("After", f -> Words.fraction(f.after()))),
                LatestWorse.nothing(tonight),
                SitePaths.CHANGES);
    }

    private Section required(List<ScenarioNumbers> required) {
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
                        Table.Column.text("Scenario", this::name),
                        Table.Column.text("Verdict", s -> Verdicts.state(s.decision(), tonight.night())),
                        Table.Column.number("Tonight", s -> Words.fraction(s.tonight())),
                        Table.Column.number("Earlier", s -> Words.fraction(s.earlier()))),
                Format.count(required.size(), "required scenario") + ": every run passed.",
                SitePaths.SCENARIOS);
    }

    private Section flaky() {
        return section(
                "flaky",
                "Flaky",
                "by failed runs to expect next night",
                LatestBlocks.flaky(analysis),
                MOST,
                List.of(
                        Table.Column.text("Scenario", this::name),
                        Table.Column.text("Verdict", s -> Verdicts.state(s.decision(), tonight.night())),
                        Table.Column.number("Passed", s -> Words.fraction(FlakinessPage.judged(s))),
                        Table.Column.number("Fails next", s -> FlakinessPage.next(analysis, s))),
                "No scenario passes and fails by turns.",
                SitePaths.FLAKINESS);
    }

    private Section failures() {
        return section(
                "failures",
                "What calls fail on",
                "most runs of tonight first",
                FailingTonight.of(analysis),
                MOST,
                FailingTonight.columns(analysis, group -> Cell.text(named(group))),
                "",
                SitePaths.FAILURES);
    }

    /** An assertion is a definition; an error message is text of a call. */
    private String named(FailureGroup failure) {
        return switch (failure.kind()) {
            case ASSERTION -> failure.label();
            case ERROR_MESSAGE -> "error message";
        };
    }

    private Section tone() {
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
                                : "No dimension lies outside of the usual range known for it.",
                SitePaths.TONE);
    }

    private String usual(@Nullable Interval usual) {
        return usual == null ? Format.UNDEFINED : Usual.words(usual);
    }

    private <R> Section section(
            String id,
            String title,
            String note,
            List<R> rows,
            int usual,
            List<Table.Column<R>> columns,
            String otherwise,
            SafePath all) {
        int shown = Math.min(Math.min(usual, most), rows.size());
        String href = shown < rows.size() ? address.apply(all) : null;
        Section section = new Section(
                id,
                title,
                shown < rows.size() ? note + "; " + shown + " of " + Format.grouped(rows.size()) : note,
                Table.of(title, rows.subList(0, shown), columns),
                otherwise);
        return href == null ? section : section.with(Link.to(href, "All " + Format.grouped(rows.size())));
    }
}
