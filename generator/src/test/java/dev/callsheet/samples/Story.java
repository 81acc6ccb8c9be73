package dev.callsheet.samples;

import dev.callsheet.samples.SampleRun.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Eight nights at Bright Dental. Each night a batch runs every scenario five times, one after the other, from about
 * 02:10 to 02:41 UTC; on the last night somebody starts a cancellation once more.
 */
record Story(List<SampleScenario> scenarios, List<SampleRun> runs) {

    static final int ATTEMPTS = 5;
    static final String ORG_ID = Dice.id("org").toString();
    static final String PATHWAY_ID = Dice.id("pathway").toString();

    private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 4, 7);
    private static final int NIGHTS = 8;
    private static final Duration BETWEEN_RUNS = Duration.ofSeconds(45);
    private static final String LOST = "WebSocket closed before the first turn";

    /** The whole story; always the same. */
    static Story tell() {
        List<SampleScenario> scenarios = Stream.concat(BookingScenarios.all().stream(), ServiceScenarios.all().stream())
                .toList();
        List<SampleRun> runs = new ArrayList<>();
        for (int night = 0; night < NIGHTS; night++) {
            runs.addAll(night(scenarios, night));
        }
        scenarios.stream()
                .filter(scenario -> scenario.key().equals("cancel-appointment"))
                .map(Story::rerun)
                .forEach(runs::add);
        return new Story(scenarios, Collections.unmodifiableList(runs));
    }

    List<LocalDate> nights() {
        return Stream.iterate(FIRST_NIGHT, night -> night.plusDays(1))
                .limit(NIGHTS)
                .toList();
    }

    LocalDate lastNight() {
        return FIRST_NIGHT.plusDays(NIGHTS - 1);
    }

    List<SampleRun> runsOf(LocalDate night) {
        return runs.stream().filter(run -> run.night().equals(night)).toList();
    }

    List<SampleRun> batchOf(LocalDate night) {
        return runsOf(night).stream().filter(SampleRun::inBatch).toList();
    }

    static String batchId(LocalDate night) {
        return Dice.id("batch/" + night).toString();
    }

    static Instant start(LocalDate night) {
        return night.atTime(2, 10).toInstant(ZoneOffset.UTC);
    }

    /** Every scenario's first attempt, then every second one, and so on. */
    private static List<SampleRun> night(List<SampleScenario> scenarios, int index) {
        LocalDate night = FIRST_NIGHT.plusDays(index);
        List<SampleRun> runs = new ArrayList<>();
        Instant turn = start(night).plusSeconds(4);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            for (SampleScenario scenario : scenarios) {
                String plan = scenario.plan(index);
                if (!plan.isEmpty()) {
                    runs.add(run(scenario, index, attempt, plan.charAt(attempt - 1), turn));
                    turn = turn.plus(BETWEEN_RUNS);
                }
            }
        }
        return runs;
    }

    private static SampleRun run(SampleScenario scenario, int nightIndex, int attempt, char letter, Instant turn) {
        LocalDate night = FIRST_NIGHT.plusDays(nightIndex);
        Dice dice = Dice.of("dice/" + night + "/" + scenario.key() + "/" + attempt);
        Instant createdAt = turn.plusMillis(dice.between(0, 20_000));
        Caller caller = Caller.on(night, scenario.isSpanish(), dice);
        if (letter == 'E') {
            int waited = dice.between(900, 1_600);
            return new SampleRun(
                    scenario,
                    night,
                    attempt,
                    true,
                    Status.ERROR,
                    createdAt,
                    waited,
                    caller,
                    Call.EMPTY,
                    null,
                    List.of(),
                    LOST);
        }
        String way = switch (letter) {
            case 'F' -> "fail";
            case 'R' -> "offer_refund";
            default -> "pass";
        };
        Call call = Call.play(Dialogue.load(scenario.key()).way(way), caller, dice);
        if (letter == 'X') {
            Call begun = call.begun();
            int spent = duration(begun, dice);
            return new SampleRun(
                    scenario,
                    night,
                    attempt,
                    true,
                    Status.CANCELLED,
                    createdAt,
                    spent,
                    caller,
                    begun,
                    null,
                    List.of(),
                    null);
        }
        Tone tone = Tone.of(call, scenario.empathySlide() * nightIndex / (NIGHTS - 1), dice);
        List<Check.Outcome> outcomes =
                scenario.checks().stream().map(check -> check.on(call, tone)).toList();
        boolean passed = outcomes.stream()
                .allMatch(outcome -> outcome.passed() || !outcome.check().required());
        if (passed != way.equals("pass")) {
            throw new IllegalStateException(
                    "%s %s %s does not go as planned".formatted(night, scenario.key(), attempt));
        }
        return new SampleRun(
                scenario,
                night,
                attempt,
                true,
                passed ? Status.PASSED : Status.FAILED,
                createdAt,
                duration(call, dice),
                caller,
                call,
                scenario.toneEnabled() ? tone : null,
                outcomes,
                null);
    }

    /** Somebody saw the last night's failures and tries again; the call is still going on. */
    private static SampleRun rerun(SampleScenario scenario) {
        LocalDate night = FIRST_NIGHT.plusDays(NIGHTS - 1);
        Dice dice = Dice.of("rerun");
        Caller caller = Caller.on(night, false, dice);
        Call begun = Call.play(Dialogue.load(scenario.key()).way("offer_refund"), caller, dice)
                .begun();
        return new SampleRun(
                scenario,
                night,
                ATTEMPTS + 1,
                false,
                Status.RUNNING,
                start(night).plusSeconds(31 * 60 + 12),
                duration(begun, dice),
                caller,
                begun,
                null,
                List.of(),
                null);
    }

    private static int duration(Call call, Dice dice) {
        return call.chat().size() * dice.between(1_450, 2_300) + dice.between(0, 900);
    }
}
