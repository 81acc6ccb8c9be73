package dev.callsheet.cli;

import dev.callsheet.gate.Mute;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mutes that leave nothing out: one that has expired must be seen, one of a misspelt id would pass unnoticed. */
final class MuteProblems {

    private MuteProblems() {}

    static List<Problem> of(List<Mute> mutes, Analysis analysis) {
        return IntStream.range(0, mutes.size())
                .boxed()
                .flatMap(i -> problem(mutes.get(i), i, analysis))
                .toList();
    }

    private static Stream<Problem> problem(Mute mute, int index, Analysis analysis) {
        Place place = new Place(mute.file(), mute.line(), "").at("mutes").at(index);
        return switch (mute.on(analysis)) {
            case ACTIVE -> Stream.empty();
            case EXPIRED ->
                Stream.of(new Problem(
                        Problem.Kind.VALUE,
                        Problem.Severity.ERROR,
                        place.at("until"),
                        mute.scenario(),
                        "a last night not before " + Objects.requireNonNull(analysis.night()),
                        mute.until() + ", set by " + OneLine.shortened(mute.owner()),
                        "the mute has expired and mutes no longer; fix the issue, or give it a new date"));
            case UNKNOWN ->
                Stream.of(new Problem(
                        Problem.Kind.DOUBTFUL,
                        Problem.Severity.WARNING,
                        place.at("scenario"),
                        mute.scenario(),
                        "the id of a scenario",
                        "an id that nothing has",
                        "nothing is muted; is the id misspelt?"));
        };
    }

    /** The expired ones in a line each, which the console prints however quiet it is. */
    static List<String> lines(List<Mute> expired) {
        return expired.stream()
                .map(mute -> mute.file() + ":" + mute.line() + ": the mute of " + OneLine.quoted(mute.scenario())
                        + " by " + OneLine.shortened(mute.owner()) + " ended on " + mute.until()
                        + " and mutes no longer")
                .toList();
    }
}
