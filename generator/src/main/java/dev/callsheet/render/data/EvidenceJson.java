package dev.callsheet.render.data;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Rate;
import org.jspecify.annotations.Nullable;

/** What a scenario's state and event rest on, in {@code report.json}. */
record EvidenceJson(JsonMembers json) {

    void members(Decision decision) {
        json.number("p_state", decision.proof());
        json.number("p_event", ChangeRow.eventP(decision));
        sinceEvent(ChangeRow.verdict(decision.event()) == null ? null : decision.sinceEvent());
        json.bool("only_errors_tonight", decision.onlyErrorsTonight());
        tonight(decision.tonight());
        json.objects("changes", decision.changes(), this::change);
    }

    /** Null without an event that is a change. */
    private void sinceEvent(@Nullable Rate since) {
        if (since == null) {
            json.undefined("since_event");
        } else {
            json.object("since_event", () -> rate(since));
        }
    }

    /** Null when tonight cannot be compared with the nights before. */
    private void tonight(Decision.@Nullable TonightTest test) {
        if (test == null) {
            json.undefined("tonight");
            return;
        }
        json.object("tonight", () -> {
            json.text("since", test.since());
            json.object("before", () -> rate(test.before()));
            json.object("tonight", () -> rate(test.tonight()));
            json.number("p_drop", test.drop());
            json.number("p_rise", test.rise());
            json.number("q_drop", test.dropQ());
            json.number("q_rise", test.riseQ());
        });
    }

    private void change(Decision.Change change) {
        json.text("night", change.night());
        json.object("before", () -> rate(change.before()));
        json.object("after", () -> rate(change.after()));
        json.number("p", change.p());
        json.number("p_adjusted", change.adjustedP());
        json.number("dispersion", change.dispersion());
    }

    private void rate(Rate rate) {
        json.number("passed", rate.passed());
        json.number("n", rate.n());
    }
}
