package dev.callsheet.samples;

import java.util.List;

/** Scenarios of the dental practice: everything else. */
final class FrontDeskScenarios {

    private FrontDeskScenarios() {}

    static List<SampleScenario> all() {
        return List.of(angryCallerBilling(), afterHoursEmergency(), openingHours(), noShowFee());
    }

    private static SampleScenario angryCallerBilling() {
        return new SampleScenario(
                Pathway.DENTAL,
                "angry-caller-billing",
                "Angry caller, charged twice",
                "ANGRY_CALLER",
                "Patient who paid twice",
                """
                The caller was charged **twice** and has waited on hold. The agent should

                - acknowledge the complaint *before* asking for anything,
                - find both entries on the invoice,
                - open a dispute (`open_dispute`) and name a day.
                """,
                "You were charged twice for one invoice and you are angry. Calm down only if the agent "
                        + "acknowledges the double charge. Give your e-mail address if the agent asks for it.",
                20,
                false,
                true,
                "2026-03-04T11:30:00.000Z",
                List.of(
                        Check.reaches("Opens a dispute", "open_dispute"),
                        Check.judge("Calms the caller", "Did the agent acknowledge the double charge and help?", 70)));
    }

    private static SampleScenario afterHoursEmergency() {
        return new SampleScenario(
                Pathway.DENTAL,
                "after-hours-emergency",
                "Emergency after hours",
                "EDGE_CASE",
                "Patient in pain",
                """
                The office is closed. The agent asks whether the caller can breathe, takes a number and
                transfers to the dentist on call (`transfer_on_call`). **No medical advice.**
                """,
                "You are in pain and worried. You can breathe. Give your number when asked.",
                16,
                true,
                true,
                "2026-03-05T08:45:00.000Z",
                List.of(
                        Check.reaches("Transfers to the dentist on call", "transfer_on_call"),
                        Check.extracts("Records the transfer", "transferred", "true"),
                        Check.judge("Gives no advice", "Did the agent avoid medical advice?", 80)));
    }

    private static SampleScenario openingHours() {
        return new SampleScenario(
                Pathway.DENTAL,
                "opening-hours",
                "Opening hours, short answer",
                "HAPPY_PATH",
                "Caller in a hurry",
                """
                One question, one sentence. Tone is not scored: the calls are too short for it.
                """,
                "Ask for the opening hours on one weekday and on the weekend. Nothing else.",
                8,
                false,
                false,
                "2026-03-16T10:00:00.000Z",
                List.of(
                        Check.says("Names the hours", "eight to five"),
                        Check.judge("Is short", "Did the agent answer in at most two sentences?")));
    }

    private static SampleScenario noShowFee() {
        return new SampleScenario(
                Pathway.DENTAL,
                "no-show-fee",
                "Ask about a no-show fee",
                "CONFUSED_CALLER",
                "Patient with a surprise on the bill",
                """
                Written after a real call. **Not in the nightly batch yet.**
                """,
                "You found a no-show fee on your bill and do not know what it is for.",
                15,
                false,
                true,
                "2026-04-13T16:40:00.000Z",
                List.of(Check.judge("Explains the fee", "Did the agent say what the fee is for?", 70)));
    }
}
