package dev.callsheet.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder in which a job publishes one site after another; what is given as history is relative to it, and a
 * {@code callsheet.yml} in it counts.
 */
record Publishing(Path folder) {

    /** Six runs at two in the morning (UTC): three of greet passed, and of book all but the first. */
    static String night(String date) {
        return night(date, "book", "Booking");
    }

    /** @param second the scenario of which the first run failed */
    static String night(String date, String second, String name) {
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            runs.append(run(date, "greet", "Greeting", i, "PASSED"));
            runs.append(run(date, second, name, i, i == 0 ? "FAILED" : "PASSED"));
        }
        return runs.toString();
    }

    /** @param attempt a digit: the minute after two, and a part of the id */
    private static String run(String date, String scenario, String name, int attempt, String status) {
        return """
                {"id": "%1$s-%2$s-%4$d", "scenario_id": "%2$s", "scenario": {"name": "%3$s"}, "status": "%5$s", \
                "created_at": "%1$sT02:0%4$d:00.000Z", "chat_history": [{"role": "assistant", "content": "Hello"}]}
                """.formatted(date, scenario, name, attempt, status);
    }

    /** Runs {@code build} with the input on a pipe. */
    Program.Outcome build(String site, String input, String... more) {
        return build(Map.of(), site, input, more);
    }

    Program.Outcome build(Map<String, String> environment, String site, String input, String... more) {
        List<String> args =
                new ArrayList<>(List.of("build", "-", "-o", folder.resolve(site).toString()));
        args.addAll(List.of(more));
        return Program.run(input.getBytes(StandardCharsets.UTF_8), environment, folder, args.toArray(String[]::new));
    }

    /** Builds a site and fails unless that works. */
    Site published(String site, String input, String... more) {
        return published(Map.of(), site, input, more);
    }

    Site published(Map<String, String> environment, String site, String input, String... more) {
        Program.Outcome outcome = build(environment, site, input, more);
        if (outcome.code() != 0) {
            throw new AssertionError("build ended with " + outcome.code() + ": " + outcome.err());
        }
        return site(site);
    }

    Site site(String name) {
        return new Site(folder.resolve(name));
    }

    /** What the console said about something: its lines that begin with it. */
    static List<String> said(Program.Outcome outcome, String about) {
        return outcome.err()
                .lines()
                .filter(line -> line.replaceFirst("^callsheet: ", "").startsWith(about + ": "))
                .toList();
    }
}
