package dev.callsheet.samples;

import dev.callsheet.samples.SampleRun.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Twenty nights of a dental practice, a bank and a parcel service. Each night a batch runs every scenario five times,
 * one after the other, from about 02:10 to 02:58 UTC. Two more batches, by hand and for a promotion, and one run
 * started by itself stand beside them. How the runs go is in {@link Plan}.
 */
record Story(List<SampleScenario> scenarios, List<SampleRun> runs) {

    static final int ATTEMPTS = 5;
    static final String ORG_ID = Dice.id("org").toString();
    static final String RENAMED = "reschedule-visit";
    static final LocalDate RENAMED_ON = LocalDate.of(2026, 4, 1);
    static final String WITHOUT_DEFINITION = "locker-delivery";

    /** Of nights before this one only the batches were saved, which list runs in short. */
    static final LocalDate FULL_SINCE = LocalDate.of(2026, 3, 28);

    /** Decides, on one run a scenario, that version 43 of the dental pathway goes live. */
    static final SampleBatch PROMOTION =
            new SampleBatch("2026-04-11-promotion", Instant.parse("2026-04-11T20:05:00Z"), "api", true);

    /** Somebody looks at the cancellations once more. */
    static final SampleBatch BY_HAND =
            new SampleBatch("2026-04-13-by-hand", Instant.parse("2026-04-13T14:20:00Z"), "dashboard", false);

    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 3, 25);
    private static final LocalDate LAST_NIGHT = LocalDate.of(2026, 4, 14);
    private static final LocalDate NOT_RUN = LocalDate.of(2026, 4, 5);
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(44);
    private static final String TURN_OFF_BY_ONE = "2026-04-14 angry-caller-billing 1";
    private static final String NOT_A_QUOTATION = "2026-04-14 lost-card 2";

    /** The whole story; always the same. */
    static Story tell() {
        List<SampleScenario> scenarios = Stream.of(
                        AppointmentScenarios.all(),
                        FrontDeskScenarios.all(),
                        BankScenarios.all(),
                        ParcelScenarios.all())
                .flatMap(List::stream)
                .toList();
        List<SampleRun> runs = new ArrayList<>();
        for (LocalDate night : everyNight()) {
            List<String> keys = scenarios.stream().map(SampleScenario::key).toList();
            runs.addAll(runs(scenarios, keys, SampleBatch.nightly(night), 1, ATTEMPTS));
        }
        List<String> required = List.of("book-a-cleaning", "cancel-appointment", "after-hours-emergency");
        runs.addAll(runs(scenarios, required, PROMOTION, ATTEMPTS + 1, ATTEMPTS + 1));
        runs.addAll(runs(scenarios, List.of("cancel-appointment"), BY_HAND, ATTEMPTS + 1, ATTEMPTS + 3));
        scenarios.stream()
                .filter(scenario -> scenario.key().equals("cancel-appointment"))
                .map(Story::stillRunning)
                .forEach(runs::add);
        return new Story(scenarios, Collections.unmodifiableList(runs));
    }

    private static List<LocalDate> everyNight() {
        return FIRST_NIGHT
                .datesUntil(LAST_NIGHT.plusDays(1))
                .filter(night -> !night.equals(NOT_RUN))
                .toList();
    }

    List<LocalDate> nights() {
        return everyNight();
    }

    LocalDate lastNight() {
        return LAST_NIGHT;
    }

    List<SampleBatch> batches() {
        return runs.stream()
                .map(SampleRun::batch)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Scenarios that have a document of their own. */
    List<SampleScenario> defined() {
        return scenarios.stream()
                .filter(scenario -> !scenario.key().equals(WITHOUT_DEFINITION))
                .toList();
    }

    List<SampleRun> runsOf(LocalDate night) {
        return runs.stream().filter(run -> run.night().equals(night)).toList();
    }

    List<SampleRun> runsOf(SampleBatch batch) {
        return runs.stream().filter(run -> batch.equals(run.batch())).toList();
    }

    static Instant start(LocalDate night) {
        return night.atTime(2, 10).toInstant(ZoneOffset.UTC);
    }

    /** Every scenario's first attempt, then every second one, and so on. */
    private static List<SampleRun> runs(
            List<SampleScenario> scenarios, List<String> keys, SampleBatch batch, int firstAttempt, int lastAttempt) {
        List<SampleRun> runs = new ArrayList<>();
        Instant turn = batch.start().plusSeconds(4);
        for (int attempt = firstAttempt; attempt <= lastAttempt; attempt++) {
            for (SampleScenario scenario : scenarios) {
                SampleRun run = keys.contains(scenario.key()) ? run(scenario, batch, attempt, turn) : null;
                if (run != null) {
                    runs.add(run);
                    turn = turn.plus(BETWEEN_RUNS);
                }
            }
        }
        return runs;
    }

    /** Null when the scenario was not run. */
    private static @Nullable SampleRun run(SampleScenario scenario, SampleBatch batch, int attempt, Instant turn) {
        LocalDate night = batch.night();
        Dice dice = Dice.of("dice/" + night + "/" + scenario.key() + "/" + attempt);
        String way = Plan.way(scenario.key(), night, attempt, dice);
        if (way == null) {
            return null;
        }
        Instant createdAt = turn.plusMillis(dice.between(0, 20_000));
        Caller caller = Caller.on(night, dice);
        Draft draft = new Draft(scenario, night, attempt, batch, createdAt, caller, dice);
        return switch (way) {
            case Plan.ERROR -> draft.error(night.equals(Plan.OUTAGE) ? Outage.message(dice) : Outage.refused(dice));
            case Plan.CANCELLED -> draft.unfinished(Status.CANCELLED, play(scenario, "pass", caller, dice));
            default -> {
                SampleRun run = draft.finished(play(scenario, way, caller, dice));
                if ((run.status() == Status.PASSED) != way.startsWith("pass")) {
                    throw new IllegalStateException(night + " " + run.key() + " does not go as planned");
                }
                yield run.is(TURN_OFF_BY_ONE) || run.is(NOT_A_QUOTATION) ? draft.finished(misquoted(run)) : run;
            }
        };
    }

    /** Two runs on the last night have an example that is not where, or not what, it says. */
    private static Call misquoted(SampleRun run) {
        return run.is(TURN_OFF_BY_ONE)
                ? run.call().firstExampleOneTurnLate()
                : run.call().firstExampleInOtherWords();
    }

    /** Somebody saw the last night's failures and tries again; the call is still going on. */
    private static SampleRun stillRunning(SampleScenario scenario) {
        Dice dice = Dice.of("rerun");
        Caller caller = Caller.on(LAST_NIGHT, dice);
        Instant createdAt = start(LAST_NIGHT).plusSeconds(56 * 60 + 12);
        return new Draft(scenario, LAST_NIGHT, ATTEMPTS + 1, null, createdAt, caller, dice)
                .unfinished(Status.RUNNING, play(scenario, "offer_refund", caller, dice));
    }

    private static Call play(SampleScenario scenario, String way, Caller caller, Dice dice) {
        return Call.play(Dialogue.load(scenario.key()).way(way), caller, dice);
    }

    /** A run whose end is open. */
    private record Draft(
            SampleScenario scenario,
            LocalDate night,
            int attempt,
            @Nullable SampleBatch batch,
            Instant createdAt,
            Caller caller,
            Dice dice) {

        SampleRun error(String message) {
            int waited = dice.between(900, 15_400);
            return run(Status.ERROR, waited, Call.EMPTY, null, List.of(), message);
        }

        SampleRun unfinished(Status status, Call call) {
            Call begun = call.begun();
            return run(status, duration(begun), begun, null, List.of(), null);
        }

        SampleRun finished(Call call) {
            Tone tone = Tone.of(call, scenario.pathway().lostEmpathy(night), dice);
            List<Check.Outcome> outcomes = scenario.checks().stream()
                    .map(check -> check.on(call, tone))
                    .toList();
            boolean passed = outcomes.stream()
                    .allMatch(outcome -> outcome.passed() || !outcome.check().required());
            Status status = passed ? Status.PASSED : Status.FAILED;
            return run(status, duration(call), call, scenario.toneEnabled() ? tone : null, outcomes, null);
        }

        private SampleRun run(
                Status status,
                int durationMs,
                Call call,
                @Nullable Tone tone,
                List<Check.Outcome> outcomes,
                @Nullable String message) {
            return new SampleRun(
                    scenario,
                    night,
                    attempt,
                    batch,
                    status,
                    createdAt,
                    durationMs,
                    caller,
                    call,
                    tone,
                    outcomes,
                    message);
        }

        private int duration(Call call) {
            return call.chat().size() * dice.between(1_450, 2_300) + dice.between(0, 900);
        }
    }
}
