package dev.callsheet.cli;

import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs of one scenario and moment, as long as a test wants them. */
final class LongCalls {

    private LongCalls() {}

    /**
     * A run whose agent speaks first.
     *
     * @param said what is said at a turn, counted from 1
     */
    static ObjectNode call(String id, String status, int turns, IntFunction<String> said) {
        ObjectNode run = JsonMapper.shared().createObjectNode();
        run.put("id", id).put("scenario_id", "lost").put("status", status).put("created_at", "2026-04-14T02:41:00Z");
        ArrayNode chat = run.putArray("chat_history");
        for (int i = 1; i <= turns; i++) {
            chat.addObject().put("role", i % 2 == 1 ? "assistant" : "user").put("content", said.apply(i));
        }
        return run;
    }
}
