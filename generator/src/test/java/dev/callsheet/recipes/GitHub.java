package dev.callsheet.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Runs a workflow on this machine as a runner of GitHub would, as far as the recipes ask for it: jobs one after the other,
 * scripts for real, Callsheet's action from a directory, and other actions as they are told to. What is not known here
 * fails: an expression, an action, a shell.
 */
final class GitHub {

    /** What an action does instead of what it does: from its inputs to its outputs. */
    interface StandIn {
        Map<String, String> run(Map<String, String> with) throws IOException;
    }

    /** How the job ended: 0, or the exit code of the step that failed; what it wrote; what was done, in order. */
    record Outcome(int code, String log, String summary, List<String> done) {}

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");
    private static final Pattern OURS = Pattern.compile("OWNER/callsheet@COMMIT");

    private final Shell shell;
    private final Path action;
    private final Map<String, String> context = new HashMap<>();
    private final Map<String, StandIn> standIns = new HashMap<>();

    private final StringBuilder log = new StringBuilder();
    private final List<String> done = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    /** @param action the directory that Callsheet's action was checked out to */
    GitHub(Shell shell, Path action) {
        this.shell = shell;
        this.action = action;
    }

    /** Says what an expression such as {@code secrets.KEY} stands for. */
    GitHub where(String expression, String value) {
        context.put(expression, value);
        return this;
    }

    GitHub standIn(String name, StandIn standIn) {
        standIns.put(name, standIn);
        return this;
    }

    Outcome run(Path workflow) throws IOException {
        Path summary = Files.createTempFile("summary", ".md");
        shell.with("GITHUB_STEP_SUMMARY", summary.toString())
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", shell.directory().toString());
        int code = 0;
        for (JsonNode job : Yaml.read(workflow).get("jobs")) {
            if (job.has("if") && !isTrue(evaluate(job.get("if").asString()))) {
                done.add("skipped");
                continue;
            }
            for (JsonNode step : job.get("steps")) {
                code = code == 0 ? step(step, Map.of(), "steps.") : code;
            }
        }
        Outcome outcome = new Outcome(code, log.toString(), Files.readString(summary), List.copyOf(done));
        Files.delete(summary);
        return outcome;
    }

    private int step(JsonNode step, Map<String, String> outer, String scope) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>(outer);
        step.path("env").properties().forEach(e -> environment.put(e.getKey(), resolve(e.getValue())));
        Map<String, String> outputs = new LinkedHashMap<>();
        int code = 0;
        if (step.has("run")) {
            code = script(step, environment, outputs);
        } else {
            Map<String, String> with = new LinkedHashMap<>();
            step.path("with").properties().forEach(e -> with.put(e.getKey(), resolve(e.getValue())));
            String uses = step.get("uses").asString();
            if (OURS.matcher(uses).matches()) {
                code = action(with, environment, outputs);
            } else {
                StandIn standIn = standIns.get(uses.replaceFirst("@.*", ""));
                if (standIn == null) {
                    throw new AssertionError("no stand-in for " + uses);
                }
                outputs.putAll(standIn.run(with));
                done.add(uses.replaceFirst("@.*", ""));
            }
        }
        outputs.forEach((key, value) -> context.put(scope + step.path("id").asString("") + ".outputs." + key, value));
        return code;
    }

    private int script(JsonNode step, Map<String, String> environment, Map<String, String> outputs) throws IOException {
        Path output = Files.createTempFile("output", ".txt");
        Path added = Files.createTempFile("path", ".txt");
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("GITHUB_OUTPUT", output.toString());
        variables.put("GITHUB_PATH", added.toString());
        // Without a shell, GitHub leaves out pipefail.
        List<String> command =
                step.has("shell") ? List.of("bash", "--noprofile", "--norc", "-eo", "pipefail") : List.of("bash", "-e");
        if (step.has("shell") && !step.get("shell").asString().equals("bash")) {
            throw new AssertionError("unknown shell: " + step.get("shell"));
        }
        String text = step.get("run").asString();
        Shell.Result result = shell.run(command, text, variables, path);
        log.append("$ ").append(text.strip()).append('\n').append(result.log());
        done.add(text.strip().lines().findFirst().orElse(""));
        for (String line : Files.readAllLines(output)) {
            int equals = line.indexOf('=');
            outputs.put(line.substring(0, equals), line.substring(equals + 1));
        }
        path.addAll(0, Files.readAllLines(added));
        Files.delete(output);
        Files.delete(added);
        return result.code();
    }

    private int action(Map<String, String> with, Map<String, String> environment, Map<String, String> outputs)
            throws IOException {
        JsonNode description = Yaml.read(action.resolve("action.yml"));
        for (String given : with.keySet()) {
            if (!description.get("inputs").has(given)) {
                throw new AssertionError("the action has no input " + given);
            }
        }
        Map<String, String> saved = Map.copyOf(context);
        description
                .get("inputs")
                .properties()
                .forEach(input -> context.put(
                        "inputs." + input.getKey(),
                        with.getOrDefault(
                                input.getKey(), input.getValue().path("default").asString(""))));
        Map<String, String> inside = new HashMap<>(environment);
        inside.put("GITHUB_ACTION_PATH", action.toString());
        int code = 0;
        for (JsonNode step : description.at("/runs/steps")) {
            code = code == 0 ? step(step, inside, "steps.") : code;
        }
        if (code == 0) {
            description
                    .get("outputs")
                    .properties()
                    .forEach(output -> outputs.put(
                            output.getKey(), resolve(output.getValue().get("value"))));
        }
        context.clear();
        context.putAll(saved);
        return code;
    }

    private String resolve(JsonNode value) {
        Matcher matcher = EXPRESSION.matcher(value.asString());
        return matcher.replaceAll(found -> Matcher.quoteReplacement(evaluate(found.group(1))));
    }

    private String evaluate(String expression) {
        int equals = expression.indexOf(" == ");
        if (equals >= 0) {
            return String.valueOf(
                    evaluate(expression.substring(0, equals)).equals(evaluate(expression.substring(equals + 4))));
        }
        if (expression.startsWith("!")) {
            return String.valueOf(!isTrue(evaluate(expression.substring(1))));
        }
        String value = context.get(expression);
        if (value == null) {
            throw new AssertionError("unknown expression: " + expression + ", known are "
                    + Stream.of(context.keySet()).toList());
        }
        return value;
    }

    private static boolean isTrue(String value) {
        return !value.isEmpty() && !value.equals("false");
    }
}
