package dev.callsheet.samples;

import java.util.List;

/** Scenarios of the bank. */
final class BankScenarios {

    private BankScenarios() {}

    static List<SampleScenario> all() {
        return List.of(lostCard(), changeAddress(), balanceInArabic(), paymentPlan());
    }

    private static SampleScenario lostCard() {
        return new SampleScenario(
                Pathway.BANK,
                "lost-card",
                "Kartımı kaybettim \uD83D\uDCB3 (lost card)",
                "HAPPY_PATH",
                "Customer without a wallet",
                """
                The caller starts in Turkish and goes on in English. **Block first**, ask later:

                1. check the card number and the telephone number,
                2. block the card (`block_card`),
                3. order a new one and name a day.
                """,
                "You lost your wallet on the tram. You are upset. Read out the card number when asked.",
                20,
                true,
                true,
                "2026-03-03T09:15:00.000Z",
                List.of(
                        Check.reaches("Blocks the card", "block_card"),
                        Check.extracts("Records the block", "card_blocked", "true"),
                        Check.judge("Blocks before it asks", "Did the agent block the card without delay?", 70),
                        Check.tone("Sounds warm", "empathy", 75).optional()));
    }

    private static SampleScenario changeAddress() {
        return new SampleScenario(
                Pathway.BANK,
                "bank-change-address",
                "Change of address",
                "HAPPY_PATH",
                "Customer who moved",
                """
                One of two scenarios with this name; the other belongs to the parcel service.
                The agent reads the new address back *before* it saves it.
                """,
                "You moved to 14 Harbour Row, postcode 48120. Correct the agent if it gets the postcode wrong.",
                18,
                false,
                true,
                "2026-03-03T09:40:00.000Z",
                List.of(
                        Check.reaches("Confirms the address", "confirm_address"),
                        Check.extracts("Saves the right postcode", "new_postcode", "48120"),
                        Check.judge("Reads it back", "Did the agent read the address back?", 70)));
    }

    private static SampleScenario balanceInArabic() {
        return new SampleScenario(
                Pathway.BANK,
                "balance-arabic",
                "استفسار عن رصيد الحساب",
                "EDGE_CASE",
                "Customer who prefers Arabic",
                """
                Account balance, asked for in Arabic. The agent should pass the call on to `arabic_line`.
                Version 12 promised that; **nobody has seen it happen**.
                """,
                "You speak Arabic and very little English. Ask for your balance, and for somebody who speaks Arabic.",
                16,
                false,
                true,
                "2026-03-12T12:00:00.000Z",
                List.of(
                        Check.reaches("Passes on to the Arabic line", "arabic_line"),
                        Check.judge("Helps in Arabic", "Did the caller get help in Arabic?", 60)));
    }

    private static SampleScenario paymentPlan() {
        return new SampleScenario(
                Pathway.BANK,
                "payment-plan",
                "Can't pay this month's instalment in full, asks for a payment plan, changes the day twice and then "
                        + "wants the first offer back after all",
                "CONFUSED_CALLER",
                "Borrower who changes his mind",
                """
                Hard on purpose, and *optional*: nothing waits for it. The name says it all.
                """,
                "You can pay a third of the instalment. Change the day twice, then ask for the first day again.",
                22,
                false,
                true,
                "2026-03-18T10:20:00.000Z",
                List.of(
                        Check.reaches("Confirms a plan", "confirm_plan"),
                        Check.extracts("Records the plan", "plan_agreed", "true"),
                        Check.judge("Follows the caller", "Did the agent follow the caller's changes?", 60)));
    }
}
