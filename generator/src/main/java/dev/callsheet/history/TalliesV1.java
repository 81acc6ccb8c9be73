package dev.callsheet.history;

import dev.callsheet.model.Place;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The lines of a sealed file: read, and written. */
final class TalliesV1 {

    /** Runs of one scenario in one night; more is no number of runs, and sums might overflow. */
    private static final long MOST_RUNS = 1_000_000;

    private final List<SealedRuns> tallies = new ArrayList<>();
    private final Set<List<@Nullable String>> seen = new HashSet<>();
    private long runs;

    static void write(JsonGenerator out, SealedRuns tally) {
        out.writeStartObject();
        out.writeArrayPropertyStart(FormatV1.TALLY);
        out.writeString(tally.scenarioId());
        out.writeString(tally.scenarioName());
        out.writeString(tally.pathwayId());
        out.writeString(tally.personaId());
        out.writeString(tally.batchId());
        out.writeString(tally.version());
        out.writeNumber(tally.passed());
        out.writeNumber(tally.failed());
        out.writeNumber(tally.error());
        out.writeNumber(tally.cancelled());
        out.writeNumber(tally.unfinished());
        out.writeNumber(tally.unknown());
        out.writeNumber(tally.scored());
        out.writeStartArray();
        for (ToneDimension dimension : FormatV1.TONE) {
            SealedRuns.Sum sum = tally.tone().get(dimension);
            if (sum == null) {
                out.writeNull();
            } else {
                out.writeStartArray();
                out.writeNumber(sum.n());
                out.writeNumber(Decimals.of(sum.billionths()));
                out.writeEndArray();
            }
        }
        out.writeEndArray();
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Reads a line whose name has been read. */
    void read(LineTokens line) throws BadLineException {
        line.startArray();
        String scenarioId = Ids.checked(line.line());
        String name = line.lineOrNull();
        String pathwayId = line.lineOrNull();
        String personaId = line.lineOrNull();
        String batchId = line.lineOrNull();
        String version = line.lineOrNull();
        long passed = line.whole(MOST_RUNS);
        long failed = line.whole(MOST_RUNS);
        SealedRuns tally = new SealedRuns(
                scenarioId,
                name,
                pathwayId,
                personaId,
                batchId,
                version,
                passed,
                failed,
                line.whole(MOST_RUNS),
                line.whole(MOST_RUNS),
                line.whole(MOST_RUNS),
                line.whole(MOST_RUNS),
                line.whole(passed + failed),
                tone(line, passed + failed));
        line.endArray();
        line.endObject();
        line.endLine();
        if (!seen.add(Arrays.asList(scenarioId, batchId, version))) {
            throw new BadLineException("one tally of a scenario, batch and version");
        }
        tallies.add(tally);
        runs += tally.runs();
    }

    private static Map<ToneDimension, SealedRuns.Sum> tone(LineTokens line, long most) throws BadLineException {
        Map<ToneDimension, SealedRuns.Sum> tone = new EnumMap<>(ToneDimension.class);
        line.startArray();
        for (ToneDimension dimension : FormatV1.TONE) {
            if (!line.isNullOrEntersArray()) {
                long n = line.whole(most);
                long sum = line.billionthsOrNull(n * Score.ONE);
                line.endArray();
                if (n == 0 || sum < 0) {
                    throw new BadLineException("scores of at least one run");
                }
                tone.put(dimension, new SealedRuns.Sum(n, sum));
            }
        }
        line.endArray();
        return tone;
    }

    long runs() {
        return runs;
    }

    /** All that was read; empty when nothing was. */
    Optional<SealedNight> night(Place file, LocalDate night) {
        return tallies.isEmpty() ? Optional.empty() : Optional.of(new SealedNight(file, night, tallies));
    }
}
