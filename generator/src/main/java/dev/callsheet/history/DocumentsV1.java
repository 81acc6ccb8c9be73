package dev.callsheet.history;

import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Place;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Lines that hold a definition, a batch or a set: an object of one member, named by the kind. */
final class DocumentsV1 {

    private DocumentsV1() {}

    static boolean isDocument(String name) {
        return name.equals(FormatV1.SCENARIO) || name.equals(FormatV1.BATCH) || name.equals(FormatV1.SIMULATION_SET);
    }

    static String line(Scenario scenario) {
        return line(FormatV1.SCENARIO, out -> ScenarioV1.write(out, scenario));
    }

    static String line(Batch batch) {
        return line(FormatV1.BATCH, out -> BatchV1.write(out, batch));
    }

    static String line(SimulationSet set) {
        return line(FormatV1.SIMULATION_SET, out -> SimulationSetV1.write(out, set));
    }

    private static String line(String name, Consumer<JsonGenerator> members) {
        return Json.text(out -> {
            out.writeStartObject();
            out.writeObjectPropertyStart(name);
            members.accept(out);
            out.writeEndObject();
            out.writeEndObject();
        });
    }

    /** Reads a line of the given kind; the result hands it over. */
    static Consumer<HistorySink> read(String name, JsonNode line, Place place, Texts texts) throws BadLineException {
        if (line.size() != 1) {
            throw new BadLineException("an object of one member");
        }
        Members members = new Members(line.path(name), texts);
        switch (name) {
            case FormatV1.SCENARIO -> {
                Scenario scenario = ScenarioV1.read(members, place);
                return sink -> sink.scenario(scenario);
            }
            case FormatV1.BATCH -> {
                Batch batch = BatchV1.read(members, place);
                return sink -> sink.batch(batch);
            }
            default -> {
                SimulationSet set = SimulationSetV1.read(members, place);
                return sink -> sink.simulationSet(set);
            }
        }
    }
}
