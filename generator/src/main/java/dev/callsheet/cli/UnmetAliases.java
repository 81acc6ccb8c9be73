package dev.callsheet.cli;

import dev.callsheet.config.Alias;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import java.util.List;
import java.util.Set;

/** Aliases that joined nothing: a misspelt id would otherwise pass unnoticed. */
final class UnmetAliases {

    private UnmetAliases() {}

    /**
     * One problem for each.
     *
     * @param unmet the old ids that no record had
     * @param withHistory whether a history was read: without one the old id may be there
     */
    static List<Problem> problems(List<Alias> aliases, Set<String> unmet, boolean withHistory) {
        return aliases.stream()
                .filter(alias -> unmet.contains(alias.old()))
                .map(alias -> new Problem(
                        Problem.Kind.DOUBTFUL,
                        Problem.Severity.INFO,
                        new Place(alias.file(), alias.line(), "").at("aliases").at(alias.old()),
                        alias.old(),
                        "the id of a scenario in the input" + (withHistory ? " or in the history" : ""),
                        "an id that nothing has",
                        "nothing was joined to " + alias.id()
                                + (withHistory ? "; is the id misspelt?" : "; no history was read that may have it")))
                .toList();
    }
}
