package dev.callsheet.samples;

import java.util.List;

/** What runs say that ended in an error: few messages, each time with other numbers, ids and addresses. */
final class Outage {

    private static final List<String> MESSAGES = List.of(
            "WebSocket closed before the first turn (code 1006, call {call})",
            "Speech gateway timed out after {ms} ms (session {session})",
            "POST https://voice.example.com/v2/sessions/{session}/audio: 503 Service Unavailable",
            "Language model answered 429 Too Many Requests, retry after {seconds} s");
    private static final String REFUSED = "Tool call refused: 401, authorization: Bearer {token}";

    private Outage() {}

    /** A message of the night when the infrastructure failed. */
    static String message(Dice dice) {
        return fill(dice.pick(MESSAGES), dice);
    }

    /** A message of any other night. It gives away a token, as such messages do. */
    static String refused(Dice dice) {
        return fill(REFUSED, dice);
    }

    private static String fill(String message, Dice dice) {
        return message.replace("{call}", Dice.id("call/" + letters(dice, 8)).toString())
                .replace("{session}", "s" + letters(dice, 4) + dice.between(10, 99) + letters(dice, 4))
                .replace("{token}", "made-up-" + letters(dice, 9) + dice.between(10, 99))
                .replace("{ms}", Integer.toString(dice.between(10_000, 15_400)))
                .replace("{seconds}", Integer.toString(dice.between(2, 40)));
    }

    private static String letters(Dice dice, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('a' + dice.between(0, 25)));
        }
        return letters.toString();
    }
}
