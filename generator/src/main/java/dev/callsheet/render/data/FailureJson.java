package dev.callsheet.render.data;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.Spectrum;

/** Groups of failures and nodes in {@code report.json}. */
record FailureJson(JsonMembers json) {

    void failure(FailureRow row) {
        json.text("kind", row.kind());
        json.text("signature", row.signature());
        json.text("label", row.label());
        json.number("runs", row.runs());
        json.number("evaluated", row.evaluated());
        json.number("share", row.share().value());
        json.number("wilson_low", Numerals.low(row.share().interval()));
        json.number("wilson_high", Numerals.high(row.share().interval()));
        json.number("sole_cause", row.soleCause());
        json.texts("scenarios", row.scenarioIds());
        json.texts("sets", row.setIds());
        json.text("first_night", row.first());
        json.text("last_night", row.last());
    }

    void node(NodeRow row) {
        NodeNumbers numbers = row.numbers();
        json.text("pathway_id", row.pathwayId());
        json.text("node_id", row.nodeId());
        rate("with", numbers.with());
        rate("without", numbers.without());
        json.number("ended_failed", row.endedFailed());
        json.bool("never_visited", row.neverVisited());
        json.text("kind", row.kind());
        json.text("next_node_id", row.nextNodeId());
        json.number("rank", row.ranked(NodeNumbers.Suspicion::rank));
        spectrum(row.spectrum());
        json.number("odds_ratio", numbers.odds().value());
        json.number("p", row.ranked(NodeNumbers.Suspicion::p));
        json.number("q", row.ranked(NodeNumbers.Suspicion::q));
        json.number("difference", row.difference(NewcombeDifference::difference));
        json.number("difference_low", row.difference(d -> d.interval().low()));
        json.number("difference_high", row.difference(d -> d.interval().high()));
    }

    private void spectrum(Spectrum spectrum) {
        json.number("ef", spectrum.ef());
        json.number("ep", spectrum.ep());
        json.number("failed_total", spectrum.failed());
        json.number("passed_total", spectrum.passed());
        json.number("ochiai", spectrum.ochiai());
        json.number("tarantula", spectrum.tarantula());
        json.number("dstar2", spectrum.dstar2());
        json.number("jaccard", spectrum.jaccard());
        json.number("lift", spectrum.lift());
        json.number("log_odds", spectrum.logOdds().value());
        json.number("log_odds_z", spectrum.logOdds().z());
    }

    private void rate(String name, Rate rate) {
        json.object(name, () -> {
            json.number("passed", rate.passed());
            json.number("n", rate.n());
            JsonNumbers.rate(json, rate);
        });
    }
}
