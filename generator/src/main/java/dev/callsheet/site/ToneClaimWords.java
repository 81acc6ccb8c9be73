package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ToneBudget;
import dev.callsheet.metrics.ToneEvidence;
import dev.callsheet.metrics.ToneFit;
import dev.callsheet.metrics.ToneHarm;
import dev.callsheet.metrics.ToneOutcome;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tone amounts to, a sentence each: the dimension that lost most, bad calls, passing, the overall figure. */
public final class ToneClaimWords {

    private static final int PERCENT = 100;
    private static final double SURE = 0.05;

    private ToneClaimWords() {}

    /**
     * A claim.
     *
     * @param method the rule behind it
     */
    public record Claim(String title, String text, Link method) {}

    static List<Claim> of(PageContext context, Analysis analysis) {
        ToneEvidence evidence = analysis.toneEvidence();
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim("Most harmful", harm(evidence.harm()), rule(context, "contributions", "5.7")));
        claims.add(new Claim("Bad calls", budget(evidence), rule(context, "exact binomial bound", "5.9")));
        claims.add(new Claim(
                "Tone and passing", outcome(evidence.outcome()), rule(context, "AUC within scenarios", "5.8")));
        claims.add(new Claim("Overall", overall(evidence.fit()), rule(context, "envelope of the six", "5.2")));
        return claims;
    }

    /** A link to a rule, under the name of its method. */
    static Link rule(PageContext context, String name, String number) {
        String method = context.href(SitePaths.METHOD);
        return new Link(
                method == null ? null : method + "#rule-" + number.replace('.', '-'), name + ", rule " + number, false);
    }

    private static String harm(@Nullable ToneHarm harm) {
        if (harm == null) {
            return "Which dimension loses most cannot be said yet: it needs five earlier nights with a score.";
        }
        String periods = harm.since() == null
                ? "tonight against the " + Format.count(harm.nightsBefore(), "earlier night")
                : "the " + Format.count(harm.nightsNow(), "night") + " since " + Format.shortDate(harm.since())
                        + " against the " + harm.nightsBefore() + " before";
        ToneDimension most = harm.most();
        if (most == null) {
            return "No dimension lost, " + periods + ".";
        }
        double lost = Objects.requireNonNull(harm.contributions().byPart().get(most.field()));
        double share = Objects.requireNonNull(harm.contributions().shareOfLoss().get(most.field()));
        double total = Objects.requireNonNull(harm.contributions().total());
        return most.title() + " took most from the mean of the six, " + periods + ": "
                + ToneChangeWords.shift(lost) + " of " + ToneChangeWords.shift(total) + ", " + Format.percent(share)
                + " of all losses."
                + (harm.overall() == null ? "" : " Overall moved by " + ToneChangeWords.shift(harm.overall()) + ".")
                + (harm.since() == null ? " One night proves no change." : "");
    }

    private static String budget(ToneEvidence evidence) {
        ToneBudget budget = evidence.budget();
        Double spent = budget.spent();
        Double burn = budget.burn();
        if (spent == null || burn == null) {
            return "No run has an overall tone score.";
        }
        String allowed = Format.percent(evidence.rules().toneBudget());
        return Format.grouped(budget.bad().passed()) + " of "
                + Format.count(budget.bad().n(), "run")
                + nights(budget.nights()) + " scored below "
                + Format.decimal(evidence.rules().toneFloor(), 2) + " overall ("
                + Format.percent(budget.bad().value())
                + ", 95 % interval " + Format.interval(budget.bad().interval()) + "); " + allowed + " may. "
                + (budget.overspent()
                        ? "That is more than may be, and more than chance explains."
                        : spent > 1 ? "That is more than may be, and may be chance." : "That is within what may be.")
                + (budget.recent().passed() == 0
                        ? ""
                        : " On the last " + Format.count(budget.recentNights(), "night") + " they came at "
                                + Format.decimal(burn, 1) + " times the allowed rate.");
    }

    private static String nights(int nights) {
        return nights == 1 ? " of the last night" : " of the last " + Format.count(nights, "night");
    }

    private static String outcome(ToneOutcome outcome) {
        Separation within = outcome.within();
        if (within == null) {
            return "Whether passed calls sound better than failed ones cannot be said: no scenario has "
                    + Separation.FEWEST + " scored runs of either outcome.";
        }
        Separation pooled = outcome.pooled();
        return "Of a passed and a failed call of one scenario the passed one has the better overall tone in "
                + outOfHundred(within) + " of 100 cases; 50 would be chance ("
                + Format.grouped(within.upper()) + " passed and " + Format.grouped(within.lower()) + " failed runs of "
                + Format.count(outcome.scenarios(), "scenario") + ", "
                + (within.p() < SURE ? "no accident" : "which it may be") + ")."
                + (pooled == null ? "" : " Over all scenarios pooled, hard and easy, in " + outOfHundred(pooled) + ".");
    }

    private static String outOfHundred(Separation separation) {
        return Format.decimal(separation.auc() * PERCENT, 0);
    }

    /** What the overall figure is, and where it does not go with the six. */
    static String overall(ToneFit fit) {
        String runs = " of " + Format.count(fit.complete(), "run");
        String mean = fit.isNotTheMean()
                ? ", not the mean of the six: it differs from that on " + Format.grouped(fit.notMean()) + runs
                : "";
        String outside = fit.outside() == 0
                ? ""
                : (mean.isEmpty() ? ": on " : "; on ") + Format.grouped(fit.outside()) + (mean.isEmpty() ? runs : "")
                        + " it lies outside of the six, where no weighting of them could put it";
        return "Overall is the vendor's own figure" + mean + outside + ".";
    }
}
