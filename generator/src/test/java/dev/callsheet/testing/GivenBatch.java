package dev.callsheet.testing;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch's own document; its runs are given one by one. */
public final class GivenBatch implements Given {

    private final String id;
    private Place place;
    private @Nullable String status = "PASSED";
    private @Nullable Integer total;
    private @Nullable Integer passed;
    private @Nullable Integer failed;
    private @Nullable String trigger = "ci";
    private boolean publishOnPass;
    private @Nullable Instant createdAt;
    private List<String> runIds = List.of();

    GivenBatch(String id) {
        this.id = id;
        place = Given.place("batch-" + id + ".json");
    }

    public GivenBatch in(String file) {
        place = Given.place(file);
        return this;
    }

    public GivenBatch status(@Nullable String word) {
        status = word;
        return this;
    }

    public GivenBatch passing(int scenarios) {
        passed = scenarios;
        return this;
    }

    /** The batch's own counts of scenarios: all, passed, failed. */
    public GivenBatch counts(int scenarios, int passing, int failing) {
        total = scenarios;
        failed = failing;
        return passing(passing);
    }

    public GivenBatch triggeredBy(@Nullable String source) {
        trigger = source;
        return this;
    }

    public GivenBatch publishing(boolean onPass) {
        publishOnPass = onPass;
        return this;
    }

    public GivenBatch at(String instant) {
        createdAt = Instant.parse(instant);
        return this;
    }

    public GivenBatch listing(String... runs) {
        runIds = List.of(runs);
        return this;
    }

    @Override
    public void to(RecordSink sink) {
        sink.batch(new Batch(place, id, status, total, passed, failed, trigger, publishOnPass, createdAt, runIds));
    }
}
