package dev.callsheet.samples;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of the three agents, with its own persona, versions and graph of nodes.
 *
 * @param versions by the first night on which each was live
 * @param next the nodes that can follow each node
 */
record Pathway(String key, SortedMap<LocalDate, Integer> versions, Map<String, List<String>> next) {

    static final Pathway DENTAL = of("dental", Map.of("2026-03-01", 41, "2026-04-08", 42, "2026-04-12", 43), """
            greeting > identify_intent acknowledge verify_invoice triage answer_hours explain_fee
            identify_intent > check_availability find_appointment
            check_availability > offer_slots confirm_booking
            offer_slots > confirm_booking confirm_reschedule
            confirm_booking > closing
            confirm_reschedule > closing
            find_appointment > confirm_cancellation offer_refund
            offer_refund > confirm_cancellation
            confirm_cancellation > closing
            acknowledge > verify_invoice
            verify_invoice > open_dispute explain_policy
            open_dispute > closing
            triage > collect_callback
            collect_callback > transfer_on_call give_advice
            answer_hours > closing
            explain_fee > closing
            """);

    static final Pathway BANK = of("bank", Map.of("2026-03-01", 12, "2026-04-07", 13), """
            greeting > verify_identity
            verify_identity > block_card change_address balance_enquiry assess_hardship
            block_card > order_card
            order_card > closing
            change_address > confirm_address
            confirm_address > closing
            balance_enquiry > repeat_in_english arabic_line
            arabic_line > closing
            assess_hardship > offer_plan quote_arrears
            offer_plan > confirm_plan
            confirm_plan > closing
            """);

    static final Pathway PARCEL = of("parcel", Map.of("2026-03-01", 7), """
            greeting > find_parcel
            find_parcel > tell_status redirect_parcel choose_locker
            tell_status > closing
            redirect_parcel > confirm_address
            confirm_address > closing
            choose_locker > confirm_locker
            confirm_locker > closing
            """);

    /** From this night on the bank's agent, in a new version, sounds colder by the day. */
    static final LocalDate COLDER_SINCE = LocalDate.of(2026, 4, 7);

    private static final int COLDER_AT_ONCE = 4;
    private static final int COLDER_PER_NIGHT = 2;

    private static Pathway of(String key, Map<String, Integer> versionByFirstNight, String graph) {
        SortedMap<LocalDate, Integer> versions = new TreeMap<>();
        versionByFirstNight.forEach((night, version) -> versions.put(LocalDate.parse(night), version));
        Map<String, List<String>> next = graph.lines()
                .map(line -> line.split(" > ", 2))
                .collect(Collectors.toMap(edge -> edge[0], edge -> Arrays.asList(edge[1].split(" ", -1))));
        return new Pathway(key, versions, next);
    }

    String id() {
        return Dice.id("pathway/" + key).toString();
    }

    String personaId() {
        return Dice.id("persona/" + key).toString();
    }

    int versionOn(LocalDate night) {
        return Objects.requireNonNull(
                versions.get(versions.headMap(night.plusDays(1)).lastKey()));
    }

    /** Hundredths of empathy that its calls have lost by this night. */
    int lostEmpathy(LocalDate night) {
        if (!key.equals("bank") || night.isBefore(COLDER_SINCE)) {
            return 0;
        }
        return COLDER_AT_ONCE + COLDER_PER_NIGHT * (int) ChronoUnit.DAYS.between(COLDER_SINCE, night);
    }

    boolean hasEdge(String from, String to) {
        return next.getOrDefault(from, List.of()).contains(to);
    }

    boolean hasNode(String node) {
        return next.containsKey(node) || next.values().stream().anyMatch(nodes -> nodes.contains(node));
    }
}
