package dev.callsheet.samples;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The person who calls in one run, and what this person wants: name, telephone, days and times. A dialogue says
 * {@code {day}} wherever it means the day, so caller and agent speak of the same one.
 *
 * @param words what each word in braces stands for
 */
record Caller(String phone, String email, String card, Map<String, String> words) {

    private static final List<String> NAMES = List.of(
            "Amara Nwosu",
            "Ben Holloway",
            "Çağla Öztürk",
            "Clara Jensen",
            "Dev Patel",
            "Elena Rossi",
            "Frank Osei",
            "Grace Kim",
            "Imani Brooks",
            "Jonas Weber",
            "Katya Orlova",
            "Layla Haddad",
            "Li Na",
            "Liam Byrne",
            "Lucía Fernández",
            "Ömer Aydoğan",
            "Priya Raman",
            "Zoë Laurent");
    // Numbers that card networks publish for tests.
    private static final List<String> CARDS =
            List.of("4111 1111 1111 1111", "4242 4242 4242 4242", "4012 8888 8888 1881", "5555 5555 5555 4444");
    private static final List<Integer> AREA_CODES = List.of(206, 312, 415, 503, 617);
    private static final List<String> WEEKDAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday");
    private static final List<String> MONTHS = List.of("March", "April", "May");

    Caller {
        words = Map.copyOf(words);
    }

    /** A caller on this night, whose appointments lie in the days after it. */
    static Caller on(LocalDate night, Dice dice) {
        String name = dice.pick(NAMES);
        // Numbers 555-0100 to 555-0199 belong to nobody.
        String phone = String.format(Locale.ROOT, "%d-555-01%02d", dice.pick(AREA_CODES), dice.between(0, 99));
        String email = asciiLowerCase(name).replace(' ', '.') + "@example.com";
        String card = dice.pick(CARDS);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = night.plusDays(dice.between(2, 4)); days.size() < 2; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        int halfHour = dice.between(0, 5);
        LocalDate day = days.get(0);
        LocalDate other = days.get(1);
        String[] names = name.split(" ", -1);
        return new Caller(
                phone,
                email,
                card,
                Map.ofEntries(
                        Map.entry("name", name),
                        Map.entry("first", names[0]),
                        Map.entry("phone", phone),
                        Map.entry("e164", "+1" + phone.replace("-", "")),
                        Map.entry("email", email),
                        Map.entry("card", card),
                        Map.entry("cardplain", card.replace(" ", "")),
                        Map.entry("tracking", "QP-" + dice.between(10_000, 99_999) + "-" + names[0].charAt(0) + "X"),
                        Map.entry("day", weekday(day)),
                        Map.entry("date", day.toString()),
                        Map.entry("monthday", monthDay(day)),
                        Map.entry("day2", weekday(other)),
                        Map.entry("date2", other.toString()),
                        Map.entry("monthday2", monthDay(other)),
                        Map.entry("time", clock(halfHour, " AM", 12)),
                        Map.entry("time24", clock(halfHour, "", 24)),
                        Map.entry("time2", clock(halfHour + dice.between(9, 12), " PM", 12)),
                        Map.entry("invoice", Integer.toString(dice.between(2041, 2988))),
                        Map.entry("amount", Integer.toString(5 * dice.between(17, 48)))));
    }

    /** The text with this caller's words in place of those in braces. */
    String fill(String text) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String word = words.get(text.substring(open + 1, close));
            if (word == null) {
                throw new IllegalArgumentException("no such word: " + text.substring(open, close + 1));
            }
            filled.append(text, from, open).append(word);
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String asciiLowerCase(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String weekday(LocalDate day) {
        return WEEKDAYS.get(day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue());
    }

    private static String monthDay(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 3) + " " + day.getDayOfMonth();
    }

    /** Time of day, in half hours after eight in the morning. */
    private static String clock(int halfHours, String suffix, int hoursOfDial) {
        int minutes = 8 * 60 + 30 * halfHours;
        int hour = minutes / 60 > hoursOfDial ? minutes / 60 - hoursOfDial : minutes / 60;
        return String.format(Locale.ROOT, "%d:%02d%s", hour, minutes % 60, suffix);
    }
}
