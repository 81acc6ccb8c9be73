package dev.callsheet.site;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.State;
import dev.callsheet.stats.ExactBinomial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Why a scenario is called what it is called: the counts, since when, how often chance alone would do this and what would
 * settle it, in sentences; below them the method by its name.
 *
 * @param sentences in plain words
 * @param basis the tests with their p-values; empty when nothing was tested
 * @param rules where the rules stand
 */
public record Evidence(List<String> sentences, String basis, List<Link> rules) {

    private static final double CONFIDENCE = 0.95;

    public Evidence {
        sentences = List.copyOf(sentences);
        rules = List.copyOf(rules);
    }

    static Evidence of(PageContext context, ScenarioNumbers scenario) {
        Decision decision = scenario.decision();
        Rules thresholds = context.report().analysis().rules();
        List<String> sentences = new ArrayList<>();
        List<String> basis = new ArrayList<>();
        List<Link> rules = new ArrayList<>();
        if (decision.onlyErrorsTonight() && decision.judged() != null) {
            sentences.add("Tonight brought only errors, so earlier nights are judged.");
        }
        happened(context, scenario, sentences, basis, rules);
        stands(context, scenario, thresholds, sentences, basis, rules);
        return new Evidence(sentences, String.join("; ", basis), rules);
    }

    private static void happened(
            PageContext context,
            ScenarioNumbers scenario,
            List<String> sentences,
            List<String> basis,
            List<Link> rules) {
        Decision decision = scenario.decision();
        Decision.TonightTest test = decision.tonight();
        if (test != null && decision.isTonight()) {
            boolean worse = test.isLower();
            sentences.add("Tonight " + of(test.tonight()) + " passed; on the nights since "
                    + Format.shortDate(test.since()) + " it was " + of(test.before()) + ". If nothing had changed, so "
                    + (worse ? "bad" : "good") + " a night would come "
                    + Format.onceIn(worse ? test.drop() : test.rise(), "nights") + ".");
            basis.add("Fisher’s exact test of tonight against the nights before, p "
                    + Format.p(worse ? test.drop() : test.rise()) + ", adjusted for all scenarios q "
                    + Format.p(worse ? test.dropQ() : test.riseQ()));
            rules.add(Verdicts.rule(context, "rule-3-3"));
        } else if (!decision.changes().isEmpty()) {
            changed(decision, decision.changes().get(decision.changes().size() - 1), sentences, basis);
            rules.add(Verdicts.rule(context, "rule-3-2"));
        } else if (decision.event() == Event.NEW && decision.judged() != null) {
            sentences.add("It is new: it has " + Format.count(decision.judged().nights(), "night")
                    + " with a result so far, too few to have changed.");
        }
        if (decision.eventSince() != null && decision.event() != Event.NEW) {
            sentences.addAll(versions(scenario, decision.eventSince()));
        }
    }

    private static void changed(Decision decision, Decision.Change change, List<String> sentences, List<String> basis) {
        LocalDate since = decision.eventSince();
        if (since != null && !since.equals(change.night())) {
            sentences.add("From " + Format.shortDate(since) + " on " + of(Objects.requireNonNull(decision.sinceEvent()))
                    + " passed.");
        }
        sentences.add((since == null || since.equals(change.night())
                        ? "From " + Format.shortDate(change.night()) + " on "
                        : "The nights part at " + Format.shortDate(change.night())
                                + ", since either side needs two of them: from then on ")
                + of(change.after()) + " passed; before it was " + of(change.before())
                + ". If nothing had changed, nights would part like this somewhere in the series "
                + Format.onceIn(change.adjustedP(), "times") + ".");
        basis.add("exact scan of the nights for a change, p " + Format.p(change.p())
                + (change.dispersion() > 1
                        ? ", p " + Format.p(change.adjustedP()) + " allowing for nights that vary by themselves"
                        : ""));
    }

    /** Whether the version changed with the night of an event: the likeliest cause, where there is one. */
    static List<String> versions(ScenarioNumbers scenario, LocalDate since) {
        List<String> before = List.of();
        List<String> then = List.of();
        for (NightEntry entry : scenario.entries()) {
            if (entry.night().isBefore(since)) {
                before = entry.versions();
            } else if (entry.night().equals(since)) {
                then = entry.versions();
            }
        }
        return before.isEmpty() || then.isEmpty() || before.containsAll(then)
                ? List.of()
                : List.of("The version changed with it, from " + String.join(", ", before) + " to "
                        + String.join(", ", then) + ": a likely cause.");
    }

    private static void stands(
            PageContext context,
            ScenarioNumbers scenario,
            Rules thresholds,
            List<String> sentences,
            List<String> basis,
            List<Link> rules) {
        Decision decision = scenario.decision();
        Decision.Regime judged = decision.judged();
        if (judged == null) {
            sentences.add(
                    decision.state() == State.INFRA
                            ? "Every run ended in an error or was cancelled: nothing can be said about the agent."
                            : "No run with a result was loaded, so nothing can be said.");
            return;
        }
        double proof = Objects.requireNonNull(decision.proof());
        String seen = isSaid(decision) ? "" : of(judged.rate()) + " passed " + since(context, judged) + ". ";
        String settled = settled(scenario, thresholds);
        switch (decision.state()) {
            case BROKEN ->
                sentences.add(
                        seen + "A scenario that passes half of its calls would do so badly " + times(proof) + ".");
            case FLAKY ->
                sentences.add(seen + "It passes and fails by turns, and a scenario that passes "
                        + whole(thresholds.tolerance()) + " of its calls would do so badly " + times(proof) + ".");
            case RELIABLE ->
                sentences.add(seen + "A scenario that passes only " + whole(thresholds.floor())
                        + " of its calls would do so well " + times(proof) + ".");
            case SUSPECT ->
                sentences.add(seen
                        + (proof <= thresholds.alpha()
                                ? "That is fewer than " + whole(thresholds.tolerance())
                                        + " of its calls, but not by turns: it may have changed once, which is"
                                        + " not flaky."
                                : "That proves neither that it passes fewer than "
                                        + whole(thresholds.tolerance())
                                        + " of its calls, which is flaky, nor that it passes at least "
                                        + whole(thresholds.floor()) + ", which is reliable. " + settled));
            case INSUFFICIENT -> sentences.add(seen + insufficient(judged.rate()) + " " + settled);
            case INFRA, NO_DATA -> throw new IllegalStateException("runs were judged, but as " + decision.state());
        }
        if (decision.state() != State.SUSPECT && decision.state() != State.INSUFFICIENT) {
            basis.add("exact binomial test of the pass probability, p " + Format.p(proof));
        }
        rules.add(Verdicts.rule(context, "rule-3-4"));
    }

    /** Whether the counts that are judged have been named with the event. */
    private static boolean isSaid(Decision decision) {
        List<Decision.Change> changes = decision.changes();
        return decision.isTonight()
                || (!changes.isEmpty()
                        && decision.judged() != null
                        && changes.get(changes.size() - 1)
                                .after()
                                .equals(decision.judged().rate()));
    }

    private static String insufficient(Rate rate) {
        return rate.passed() == 0
                ? "So few runs cannot prove that it fails more often than not."
                : "That proves only that it passes at least " + proven(rate) + " of its calls.";
    }

    /** What the runs prove at least, by the exact one-sided bound, rounded down. */
    static String proven(Rate rate) {
        double bound = Objects.requireNonNull(ExactBinomial.lowerBound(rate.passed(), rate.n(), CONFIDENCE));
        return Format.decimal(Math.floor(bound * 100), 0) + " %";
    }

    /** What would settle it; for scenarios that are undecided. */
    static String settled(ScenarioNumbers scenario, Rules thresholds) {
        Long more = scenario.runsToDecide();
        Decision.Regime judged = scenario.decision().judged();
        if (judged == null) {
            return "";
        }
        if (more == null) {
            return "No number of further runs that one would make is likely to settle it.";
        }
        Rate rate = judged.rate();
        if (rate.passed() == rate.n()) {
            return Format.count(more, "more run that passes", "more runs that all pass") + " would prove "
                    + whole(thresholds.floor()) + ".";
        }
        return rate.passed() == 0
                ? Format.count(more, "more failure") + " would."
                : "About " + Format.count(more, "more run") + " would settle it if it goes on like this.";
    }

    private static String since(PageContext context, Decision.Regime judged) {
        LocalDate night = context.report().analysis().night();
        return judged.since().equals(night) ? "tonight" : "since " + Format.shortDate(judged.since());
    }

    private static String times(double p) {
        return Format.onceIn(p, "times");
    }

    private static String of(Rate rate) {
        return Format.grouped(rate.passed()) + " of " + Format.grouped(rate.n());
    }

    private static String whole(double share) {
        return Format.decimal(share * 100, 0) + " %";
    }
}
