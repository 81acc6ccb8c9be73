package dev.callsheet.samples;

import java.util.List;

/** Scenarios about everything but appointments: a flaky one, one whose tone slides, one without tone, one in Spanish. */
final class ServiceScenarios {

    private ServiceScenarios() {}

    static List<SampleScenario> all() {
        return List.of(
                angryCallerBilling(), newPatientQuestions(), afterHoursEmergency(), openingHours(), insuranceSpanish());
    }

    private static SampleScenario angryCallerBilling() {
        return new SampleScenario(
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
                0,
                "2026-03-04T11:30:00.000Z",
                List.of(
                        Check.reaches("Opens a dispute", "open_dispute"),
                        Check.judge("Calms the caller", "Did the agent acknowledge the double charge and help?", 70)),
                "PPFPP PFPPP PPPFF PPFEE PPPPF FPPPF PPFPP PFPPF");
    }

    private static SampleScenario newPatientQuestions() {
        return new SampleScenario(
                "new-patient-questions",
                "New patient with questions",
                "HAPPY_PATH",
                "Nervous newcomer",
                """
                Somebody new in town, and *afraid of dentists*. Warmth matters here as much as facts.

                > Answer the question first, then offer a visit.
                """,
                "You just moved here and are nervous about dentists. Ask for the price and what happens if it hurts.",
                24,
                false,
                true,
                17,
                "2026-03-11T15:10:00.000Z",
                List.of(
                        Check.extracts("Knows a new patient", "is_new_patient", "true"),
                        Check.judge("Answers every question", "Did the agent answer every question?", 70),
                        Check.tone("Sounds warm", "empathy", 75).optional()),
                "PPPPP PPPPP PPPPP PPPPP PPPPP PPPPP PPPPP PPPPP");
    }

    private static SampleScenario afterHoursEmergency() {
        return new SampleScenario(
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
                0,
                "2026-03-05T08:45:00.000Z",
                List.of(
                        Check.reaches("Transfers to the dentist on call", "transfer_on_call"),
                        Check.extracts("Records the transfer", "transferred", "true"),
                        Check.judge("Gives no advice", "Did the agent avoid medical advice?", 80)),
                "PPPPP PPPFP PPPPP PPPEE PPPPP PPPXP PPPPP PPPPP");
    }

    private static SampleScenario openingHours() {
        return new SampleScenario(
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
                0,
                "2026-03-16T10:00:00.000Z",
                List.of(
                        Check.says("Names the hours", "eight to five"),
                        Check.judge("Is short", "Did the agent answer in at most two sentences?")),
                "PPPPP PPPPP PPPPP PPPPE PPPPP PPPPP PPPPP PPPPP");
    }

    private static SampleScenario insuranceSpanish() {
        return new SampleScenario(
                "insurance-spanish",
                "Pregunta por el seguro, español",
                "CUSTOM",
                "Paciente que prefiere español",
                """
                La persona habla español. The agent should change the language *at once* and answer
                the question about the plan `Lumen Básico`.
                """,
                "Habla solo español. Pregunta si aceptan el plan Lumen Básico y pide una cita.",
                20,
                false,
                true,
                0,
                "2026-03-20T13:25:00.000Z",
                List.of(
                        Check.reaches("Changes the language", "switch_language"),
                        Check.extracts("Knows the plan", "insurance_plan", "Lumen Básico"),
                        Check.judge("Stays in Spanish", "Did the agent speak Spanish after being asked?", 70)),
                "PPPPP PPPPP PPPPF PPPPE PPPPP PPPPP PPPPP PPPPP");
    }
}
