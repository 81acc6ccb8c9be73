package dev.callsheet.samples;

import java.util.List;

/** Scenarios of the parcel service. */
final class ParcelScenarios {

    private ParcelScenarios() {}

    static List<SampleScenario> all() {
        return List.of(whereIsMyParcel(), changeAddress(), lockerDelivery());
    }

    private static SampleScenario whereIsMyParcel() {
        return new SampleScenario(
                Pathway.PARCEL,
                "where-is-my-parcel",
                "查询包裹: where is my parcel?",
                "HAPPY_PATH",
                "Customer who waits",
                """
                The question that every second caller has. Name the place, **a day and a time**.
                """,
                "You wait for a parcel. Ask where it is, and what happens if you are not at home.",
                18,
                true,
                true,
                "2026-03-06T08:30:00.000Z",
                List.of(
                        Check.reaches("Tells the status", "tell_status"),
                        Check.extracts("Finds the right parcel", "parcel_status", "out_for_delivery"),
                        Check.judge("Names day and time", "Did the agent name a day and a time of arrival?", 70)));
    }

    private static SampleScenario changeAddress() {
        return new SampleScenario(
                Pathway.PARCEL,
                "parcel-change-address",
                "Change of address",
                "CUSTOM",
                "Customer who moved",
                """
                One of two scenarios with this name; the other belongs to the bank.
                """,
                "Your parcel goes to your old flat. The new address is 7 Orchard Walk, postcode 30416.",
                18,
                false,
                true,
                "2026-03-06T09:00:00.000Z",
                List.of(
                        Check.reaches("Redirects the parcel", "redirect_parcel"),
                        Check.extracts("Takes the right postcode", "delivery_postcode", "30416"),
                        Check.judge("Redirects, free of charge", "Was the parcel redirected at no charge?", 70)));
    }

    /** Its definition was deleted in the API: only its runs are left. */
    private static SampleScenario lockerDelivery() {
        return new SampleScenario(
                Pathway.PARCEL,
                "locker-delivery",
                "Delivery to a locker (the driver's idea)",
                "CUSTOM",
                "",
                "",
                "",
                18,
                false,
                true,
                "2026-04-07T15:00:00.000Z",
                List.of(
                        Check.reaches("Books a locker", "confirm_locker"),
                        Check.judge("Offers a locker with room", "Did the agent offer a locker with room?", 70)));
    }
}
