package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import dev.callsheet.model.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor does with the version of a batch that publishes on pass, and what our evidence says to it. A pass is
 * that of one batch; the evidence is that of all runs up to the report's night, and may be younger than the batch.
 *
 * @param vendor what the vendor does, by the batch's status
 * @param ofRequired whether the scenarios are those that promotion requires; else the batch has none, and they are all
 * @param proven scenarios that are proven reliable
 * @param against those that got worse, are broken or are flaky
 * @param open all others
 * @param missing how many of the batch have no run that was loaded, by its own count
 */
public record Promotion(
        Vendor vendor,
        boolean ofRequired,
        List<ScenarioNumbers> proven,
        List<ScenarioNumbers> against,
        List<ScenarioNumbers> open,
        int missing) {

    public Promotion {
        proven = List.copyOf(proven);
        against = List.copyOf(against);
        open = List.copyOf(open);
    }

    /** What the vendor does. The names are those of report.json, in lower case. */
    public enum Vendor {
        PROMOTED,
        NOT_PROMOTED,
        /** The batch has not ended, or its status is not known. */
        UNDECIDED
    }

    /** What the evidence says of the version. The names are those of report.json, in lower case. */
    public enum Evidence {
        /** All scenarios are proven reliable. */
        FOR,
        /** At least one got worse, is broken or is flaky. */
        AGAINST,
        /** Neither. */
        OPEN
    }

    /** Of a batch; null when it does not publish on pass, or does not say so. */
    public static @Nullable Promotion of(BatchNumbers batch, Analysis analysis) {
        Batch document = batch.document();
        if (document == null || !Objects.equals(document.publishOnPass(), true)) {
            return null;
        }
        Set<String> ids = batch.runs().stream()
                .map(CorpusRun::facts)
                .map(f -> f.scenarioId())
                .collect(Collectors.toSet());
        List<ScenarioNumbers> all = analysis.scenarios().stream()
                .filter(scenario -> ids.contains(scenario.id()))
                .toList();
        List<ScenarioNumbers> required =
                all.stream().filter(Promotion::isRequired).toList();
        Integer total = document.totalScenarios();
        int missing = total == null ? 0 : Math.max(0, total - ids.size());
        return of(vendor(document), !required.isEmpty(), required.isEmpty() ? all : required, missing);
    }

    /** Of all scenarios that promotion requires, whatever batch asks for it. */
    public static Promotion ofRequired(Analysis analysis) {
        return of(
                Vendor.UNDECIDED,
                true,
                analysis.scenarios().stream().filter(Promotion::isRequired).toList(),
                0);
    }

    private static Promotion of(Vendor vendor, boolean ofRequired, List<ScenarioNumbers> scenarios, int missing) {
        List<ScenarioNumbers> proven = new ArrayList<>();
        List<ScenarioNumbers> against = new ArrayList<>();
        List<ScenarioNumbers> open = new ArrayList<>();
        for (ScenarioNumbers scenario : scenarios) {
            switch (evidence(scenario.decision())) {
                case FOR -> proven.add(scenario);
                case AGAINST -> against.add(scenario);
                case OPEN -> open.add(scenario);
            }
        }
        return new Promotion(vendor, ofRequired, proven, against, open, missing);
    }

    private static Evidence evidence(Decision known) {
        if (known.event() == Event.REGRESSED) {
            return Evidence.AGAINST;
        }
        return switch (known.state()) {
            case BROKEN, FLAKY -> Evidence.AGAINST;
            case RELIABLE -> Evidence.FOR;
            case SUSPECT, INSUFFICIENT, INFRA, NO_DATA -> Evidence.OPEN;
        };
    }

    private static Vendor vendor(Batch document) {
        return switch (RunStatus.of(Objects.requireNonNullElse(document.status(), ""))) {
            case PASSED -> Vendor.PROMOTED;
            case FAILED, ERROR, CANCELLED -> Vendor.NOT_PROMOTED;
            case PENDING, RUNNING, UNKNOWN -> Vendor.UNDECIDED;
        };
    }

    private static boolean isRequired(ScenarioNumbers scenario) {
        return Objects.equals(scenario.required(), true);
    }

    /** How many scenarios are in question. */
    public int scenarios() {
        return proven.size() + against.size() + open.size();
    }

    public Evidence evidence() {
        if (!against.isEmpty()) {
            return Evidence.AGAINST;
        }
        return open.isEmpty() && missing == 0 && !proven.isEmpty() ? Evidence.FOR : Evidence.OPEN;
    }

    /** Whether the evidence agrees with what the vendor does; null when it settles nothing, or nothing is decided. */
    public @Nullable Boolean agrees() {
        if (vendor == Vendor.UNDECIDED || evidence() == Evidence.OPEN) {
            return null;
        }
        return (vendor == Vendor.PROMOTED) == (evidence() == Evidence.FOR);
    }
}
