package dev.callsheet.testing;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario's own document; complete unless said otherwise. */
public final class GivenScenario implements Given {

    private final String id;
    private Place place;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable String category;
    private @Nullable String pathwayId;
    private @Nullable Boolean required;
    private @Nullable Boolean enabled;
    private @Nullable Integer maxTurns;
    private final List<AssertionDefinition> assertions = new ArrayList<>();
    private @Nullable Instant updatedAt;
    private boolean complete = true;

    GivenScenario(String id) {
        this.id = id;
        place = Given.place("scenario-" + id + ".json");
    }

    public GivenScenario in(String file) {
        place = Given.place(file);
        return this;
    }

    public GivenScenario named(String text) {
        name = text;
        return this;
    }

    public GivenScenario described(String markdown) {
        description = markdown;
        return this;
    }

    public GivenScenario category(String word) {
        category = word;
        return this;
    }

    public GivenScenario pathway(String pathway) {
        pathwayId = pathway;
        return this;
    }

    public GivenScenario required() {
        required = true;
        return this;
    }

    public GivenScenario disabled() {
        enabled = false;
        return this;
    }

    public GivenScenario asserting(String assertionId, String words) {
        return asserting(assertionId, words, "1");
    }

    public GivenScenario asserting(String assertionId, String words, String weight) {
        assertions.add(
                new AssertionDefinition(assertionId, "contains", words, List.of(), true, new BigDecimal(weight)));
        return this;
    }

    /** An assertion without id or name that has one setting. */
    public GivenScenario asserting(String type, Variable setting) {
        assertions.add(new AssertionDefinition(null, type, null, List.of(setting), true, BigDecimal.ONE));
        return this;
    }

    public GivenScenario updated(String instant) {
        updatedAt = Instant.parse(instant);
        return this;
    }

    public GivenScenario fromList() {
        complete = false;
        return this;
    }

    public GivenScenario asserting(AssertionDefinition assertion) {
        assertions.add(assertion);
        return this;
    }

    public GivenScenario mostTurns(int count) {
        maxTurns = count;
        return this;
    }

    public Scenario record() {
        return new Scenario(
                place,
                id,
                name,
                description,
                category,
                null,
                pathwayId,
                null,
                null,
                null,
                maxTurns,
                null,
                required,
                enabled,
                assertions,
                null,
                updatedAt,
                complete);
    }

    @Override
    public void to(RecordSink sink) {
        sink.scenario(record());
    }
}
