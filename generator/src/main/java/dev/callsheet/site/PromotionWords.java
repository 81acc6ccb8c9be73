package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.Promotion;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.Batch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a batch with publish on pass makes the vendor do, and whether our evidence agrees. */
final class PromotionWords {

    private static final int MOST_BATCHES = 3;
    /** In code points; a sentence must stay one. */
    private static final int LONGEST_NAME = 120;

    private PromotionWords() {}

    /** What the vendor does and what the runs of the batch say to it; empty when nothing is said of publishing. */
    static String vendor(BatchNumbers batch, Analysis analysis) {
        Batch document = batch.document();
        Promotion promotion = Promotion.of(batch, analysis);
        if (promotion == null) {
            return document != null && Objects.equals(document.publishOnPass(), false)
                    ? "Publish on pass is off: the batch promotes nothing."
                    : "";
        }
        long failed = batch.tally().failed();
        String runs = failed == 0
                ? batch.tally().valid() == 0 ? "none of its runs has a result" : "none of its runs failed"
                : Format.count(failed, "run") + " failed";
        return switch (promotion.vendor()) {
            case PROMOTED ->
                "Publish on pass is on and the batch passed: the vendor promotes the pathway version to production; "
                        + runs + ".";
            case NOT_PROMOTED -> "Publish on pass is on and the batch did not pass: nothing is promoted; " + runs + ".";
            case UNDECIDED ->
                "Publish on pass is on: if every scenario passes, the vendor promotes the pathway version to "
                        + "production; so far " + runs + ".";
        };
    }

    /**
     * "Of its 3 required scenarios 2 are proven reliable, 1 speaks against it (Cancel an appointment, flaky): our
     * evidence of Tue 14 Apr 2026 is against the promotion."; empty for a batch that does not publish.
     */
    static String evidence(BatchNumbers batch, Analysis analysis, UnaryOperator<String> label) {
        Promotion promotion = Promotion.of(batch, analysis);
        LocalDate night = analysis.night();
        if (promotion == null || night == null || promotion.scenarios() == 0) {
            return "";
        }
        return "Of its "
                + Format.count(promotion.scenarios(), promotion.ofRequired() ? "required scenario" : "scenario") + " "
                + counts(promotion, night, label)
                + (promotion.missing() == 0
                        ? ""
                        : "; " + Format.count(promotion.missing(), "more scenario") + " of it "
                                + (promotion.missing() == 1 ? "has" : "have") + " no run here")
                + ": our evidence of " + Format.longDate(night) + " "
                + conclusion(promotion) + ".";
    }

    /** Of all scenarios that promotion requires: "2 proven reliable, 1 against a promotion". */
    static String ofRequired(Analysis analysis) {
        Promotion promotion = Promotion.ofRequired(analysis);
        List<String> parts = new ArrayList<>();
        add(parts, promotion.proven(), " proven reliable");
        add(parts, promotion.open(), " not proven");
        add(parts, promotion.against(), " against a promotion");
        return String.join(", ", parts);
    }

    /** Of the report's night: a batch with publish on pass, and all that is said of it. */
    record Tonight(BatchNumbers batch, String sentence) {}

    /** The first few; the page of the night has all. */
    static List<Tonight> tonight(Analysis analysis, UnaryOperator<String> label) {
        return all(analysis, label).stream().limit(MOST_BATCHES).toList();
    }

    private static List<Tonight> all(Analysis analysis, UnaryOperator<String> label) {
        return analysis.night() == null
                ? List.of()
                : publishing(analysis, analysis.night()).stream()
                        .map(batch -> new Tonight(
                                batch, name(batch) + vendor(batch, analysis) + " " + evidence(batch, analysis, label)))
                        .toList();
    }

    /** Of any night: what the vendor does, which no later night changes; our evidence where it is that of the night. */
    static List<String> ofNight(Analysis analysis, LocalDate night, UnaryOperator<String> label) {
        return night.equals(analysis.night())
                ? all(analysis, label).stream().map(Tonight::sentence).toList()
                : publishing(analysis, night).stream()
                        .map(batch -> name(batch) + vendor(batch, analysis))
                        .toList();
    }

    private static List<BatchNumbers> publishing(Analysis analysis, LocalDate night) {
        return analysis.batches().stream()
                .filter(batch -> night.equals(batch.night()) && Promotion.of(batch, analysis) != null)
                .toList();
    }

    private static String name(BatchNumbers batch) {
        String trigger = Tables.trigger(batch);
        return trigger.isEmpty() ? "" : "Batch by " + Shortened.of(trigger, LONGEST_NAME) + ": ";
    }

    private static String counts(Promotion promotion, @Nullable LocalDate night, UnaryOperator<String> label) {
        List<String> parts = new ArrayList<>();
        add(parts, promotion.proven(), are(promotion.proven()) + " proven reliable");
        add(parts, promotion.open(), are(promotion.open()) + " not proven");
        if (!promotion.against().isEmpty()) {
            ScenarioNumbers first = promotion.against().get(0);
            add(
                    parts,
                    promotion.against(),
                    (promotion.against().size() == 1 ? " speaks against it (" : " speak against it (")
                            + Shortened.of(label.apply(first.id()), LONGEST_NAME) + ", "
                            + Verdicts.words(first.decision(), night)
                            + (promotion.against().size() == 1
                                    ? ")"
                                    : ", and "
                                            + Format.grouped(promotion.against().size() - 1) + " more)"));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, List<ScenarioNumbers> scenarios, String what) {
        if (!scenarios.isEmpty()) {
            parts.add(Format.grouped(scenarios.size()) + what);
        }
    }

    private static String are(List<ScenarioNumbers> scenarios) {
        return scenarios.size() == 1 ? " is" : " are";
    }

    private static String conclusion(Promotion promotion) {
        return switch (promotion.vendor()) {
            case PROMOTED ->
                switch (promotion.evidence()) {
                    case FOR -> "agrees with the promotion";
                    case AGAINST -> "is against the promotion";
                    case OPEN -> "does not settle it; a pass does not prove the version";
                };
            case NOT_PROMOTED ->
                switch (promotion.evidence()) {
                    case FOR -> "does not agree: it speaks for the version";
                    case AGAINST -> "agrees that nothing is promoted";
                    case OPEN -> "does not settle it";
                };
            case UNDECIDED ->
                switch (promotion.evidence()) {
                    case FOR -> "is for a promotion";
                    case AGAINST -> "is against a promotion";
                    case OPEN -> "does not settle it; a pass would not prove the version";
                };
        };
    }
}
