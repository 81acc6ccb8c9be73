package dev.callsheet.cli;

import dev.callsheet.config.Alias;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import java.util.List;
import java.util.Set;

/** Aliases that joined nothing: a misspelt id would otherwise pass unnoticed. */
final class UnmetAliases {

    private UnmetAliases() {}

    /** @param unmet the old ids that no record had */
    static List<Problem> problems(List<Alias> aliases, Set<String> unmet) {
        return aliases.stream()
                .filter(alias -> unmet.contains(alias.old()))
                .map(alias -> new Problem(
                        Problem.Kind.DOUBTFUL,
                        Problem.Severity.INFO,
                        new Place(alias.file(), alias.line(), "").at("aliases").at(alias.old()),
                        alias.old(),
                        "the id of a scenario in the input or in the history",
                        "an id that nothing has",
                        "nothing was joined to " + alias.id() + "; is the id misspelt?"))
                .toList();
    }
}
