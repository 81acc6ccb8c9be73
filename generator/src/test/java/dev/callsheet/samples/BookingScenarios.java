package dev.callsheet.samples;

import java.util.List;

/** Scenarios about appointments: one that is steady, one that breaks, one that was fixed, one never run. */
final class BookingScenarios {

    private BookingScenarios() {}

    static List<SampleScenario> all() {
        return List.of(bookACleaning(), cancelAppointment(), rescheduleVisit(), noShowFee());
    }

    private static SampleScenario bookACleaning() {
        return new SampleScenario(
                "book-a-cleaning",
                "Book a cleaning",
                "HAPPY_PATH",
                "Patient with an open calendar",
                """
                A caller books a routine cleaning. The agent should

                - offer **two** times on the day that was asked for,
                - take a number for the reminder,
                - repeat day and time and set `service_type` to `cleaning`.
                """,
                "You want a cleaning next week. You are friendly and take the first time that is offered. "
                        + "Give your phone number when asked.",
                20,
                true,
                true,
                0,
                "2026-03-02T14:05:00.000Z",
                List.of(
                        Check.says("Says that it is booked", "booked for a cleaning"),
                        Check.reaches("Reaches the confirmation", "confirm_booking"),
                        Check.extracts("Knows the service", "service_type", "cleaning"),
                        Check.judge("Repeats day and time", "Did the agent repeat the day and time it booked?", 70)),
                "PPPPP PPPPP PPPPP PPPPE PPPPP PPPPP PPPPP PPPPP");
    }

    private static SampleScenario cancelAppointment() {
        return new SampleScenario(
                "cancel-appointment",
                "Cancel an appointment",
                "EDGE_CASE",
                "Patient with a conflict",
                """
                A patient can't come and wants the appointment off the calendar, *nothing else*.

                1. The agent finds the visit.
                2. It says in plain words that the visit **is cancelled**.
                3. It may offer a new date, once.

                A refund of the deposit (`offer_refund`) is only for patients who ask for it.
                """,
                "You have to cancel your appointment. You do not care about the deposit. "
                        + "If the agent does not say that the appointment is cancelled, ask.",
                20,
                true,
                true,
                0,
                "2026-03-02T14:20:00.000Z",
                List.of(
                        Check.says("Says that it is cancelled", "is cancelled"),
                        Check.reaches("Reaches the cancellation", "confirm_cancellation"),
                        Check.extracts("Records the cancellation", "appointment_status", "cancelled"),
                        Check.judge("Answers the question asked", "Did the agent answer what the caller asked?", 70)),
                "PPPPP PPPPP PPPPP PPPPE PPFPP PPPPP PPPPP RRPRR");
    }

    private static SampleScenario rescheduleVisit() {
        return new SampleScenario(
                "reschedule-visit",
                "Move a check-up to another day",
                "CUSTOM",
                "Patient who mixed up the days",
                """
                The visit must be *moved*: the old slot is given back and the new one is confirmed.

                Before 11 April the pathway booked a second visit and left the first in place.
                """,
                "You want to move your check-up to the following day. You can not come twice.",
                20,
                false,
                true,
                0,
                "2026-03-09T09:00:00.000Z",
                List.of(
                        Check.says("Says that it moved", "moved from"),
                        Check.reaches("Reaches the rescheduling", "confirm_reschedule"),
                        Check.judge("Leaves one visit", "Does the caller have exactly one appointment now?", 60)),
                "FFFFF FFPFF FFFFF FFFEE PPPPP PPPPP PPPPP PPPPP");
    }

    private static SampleScenario noShowFee() {
        return new SampleScenario(
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
                0,
                "2026-04-13T16:40:00.000Z",
                List.of(Check.judge("Explains the fee", "Did the agent say what the fee is for?", 70)),
                "");
    }
}
