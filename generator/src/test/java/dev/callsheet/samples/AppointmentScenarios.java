package dev.callsheet.samples;

import java.util.List;

/** Scenarios of the dental practice: appointments. */
final class AppointmentScenarios {

    private AppointmentScenarios() {}

    static List<SampleScenario> all() {
        return List.of(bookACleaning(), cancelAppointment(), rescheduleVisit());
    }

    private static SampleScenario bookACleaning() {
        return new SampleScenario(
                Pathway.DENTAL,
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
                "2026-03-02T14:05:00.000Z",
                List.of(
                        Check.says("Says that it is booked", "booked for a cleaning"),
                        Check.reaches("Reaches the confirmation", "confirm_booking"),
                        Check.extracts("Knows the service", "service_type", "cleaning"),
                        Check.judge("Repeats day and time", "Did the agent repeat the day and time it booked?", 70)));
    }

    private static SampleScenario cancelAppointment() {
        return new SampleScenario(
                Pathway.DENTAL,
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
                "2026-03-02T14:20:00.000Z",
                List.of(
                        Check.says("Says that it is cancelled", "is cancelled"),
                        Check.reaches("Reaches the cancellation", "confirm_cancellation"),
                        Check.extracts("Records the cancellation", "appointment_status", "cancelled"),
                        Check.judge("Answers the question asked", "Did the agent answer what the caller asked?", 70)));
    }

    private static SampleScenario rescheduleVisit() {
        return new SampleScenario(
                Pathway.DENTAL,
                "reschedule-visit",
                "Move a check-up to another day",
                "CUSTOM",
                "Patient who mixed up the days",
                """
                The visit must be *moved*: the old slot is given back and the new one is confirmed.

                Before version 42 the pathway booked a second visit and left the first in place.
                """,
                "You want to move your check-up to the following day. You can not come twice.",
                20,
                false,
                true,
                "2026-03-09T09:00:00.000Z",
                List.of(
                        Check.says("Says that it moved", "moved from"),
                        Check.reaches("Reaches the rescheduling", "confirm_reschedule"),
                        Check.judge("Leaves one visit", "Does the caller have exactly one appointment now?", 60)));
    }
}
