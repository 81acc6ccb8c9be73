package dev.callsheet.render.data;

import dev.callsheet.metrics.ToneBudget;
import dev.callsheet.metrics.ToneEvidence;
import dev.callsheet.metrics.ToneFit;
import dev.callsheet.metrics.ToneHarm;
import dev.callsheet.metrics.ToneOutcome;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Separation;
import org.jspecify.annotations.Nullable;

/** What {@code report.json} says of tone beyond its means: who lost most, bad runs, passing, the overall figure. */
record ToneClaims(JsonMembers json, ToneEvidence evidence) {

    void members() {
        json.number("series", evidence.series());
        json.number("alpha", evidence.alpha());
        ToneHarm harm = evidence.harm();
        if (harm == null) {
            json.undefined("harm");
        } else {
            json.object("harm", () -> harm(harm));
        }
        json.object("outcome", this::outcome);
        json.object("budget", this::budget);
        json.object("overall_fit", this::fit);
    }

    private void harm(ToneHarm harm) {
        ToneDimension most = harm.most();
        json.text("since", harm.since());
        json.number("nights_before", harm.nightsBefore());
        json.number("nights_now", harm.nightsNow());
        json.text("most_harmful", most == null ? null : most.field());
        json.number("total", harm.contributions().total());
        json.number("overall", harm.overall());
        json.object(
                "contributions",
                () -> ToneDimension.SIX.forEach(dimension -> json.object(dimension.field(), () -> {
                    json.number("change", harm.contributions().byPart().get(dimension.field()));
                    json.number(
                            "share_of_loss", harm.contributions().shareOfLoss().get(dimension.field()));
                })));
    }

    private void outcome() {
        ToneOutcome outcome = evidence.outcome();
        Separation.PointBiserial correlation = outcome.correlation();
        json.number("scenarios", outcome.scenarios());
        json.object("within", () -> separation(outcome.within()));
        json.object("pooled", () -> separation(outcome.pooled()));
        json.number("point_biserial", correlation == null ? null : correlation.r());
        json.number("point_biserial_p", correlation == null ? null : correlation.p());
    }

    private void separation(@Nullable Separation separation) {
        json.number("passed", separation == null ? 0 : separation.upper());
        json.number("failed", separation == null ? 0 : separation.lower());
        json.number("auc", separation == null ? null : separation.auc());
        json.number("p", separation == null ? null : separation.p());
    }

    private void budget() {
        ToneBudget budget = evidence.budget();
        json.number("floor", evidence.rules().toneFloor());
        json.number("allowed", evidence.rules().toneBudget());
        json.number("nights", budget.nights());
        json.number("scored", budget.bad().n());
        json.number("bad", budget.bad().passed());
        json.number("share", budget.bad().value());
        json.number("wilson_low", Numerals.low(budget.bad().interval()));
        json.number("wilson_high", Numerals.high(budget.bad().interval()));
        json.number("lower_bound", budget.lowerBound());
        json.number("spent", budget.spent());
        json.number("recent_nights", budget.recentNights());
        json.number("burn", budget.burn());
        json.bool("overspent", budget.overspent());
    }

    private void fit() {
        ToneFit fit = evidence.fit();
        json.number("complete", fit.complete());
        json.number("outside", fit.outside());
        json.number("not_mean", fit.notMean());
    }
}
