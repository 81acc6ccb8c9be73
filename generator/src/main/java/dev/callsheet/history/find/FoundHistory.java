package dev.callsheet.history.find;

import dev.callsheet.history.RawFile;
import dev.callsheet.model.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source of history holds.
 *
 * @param name the source as it was given, without user name, password, query and fragment
 * @param failure why nothing was found, as what follows the name in a sentence, such as {@code does not exist}; null
 *     when there is at least one file
 * @param files by place
 * @param problems what could not be read although it should have been; of severity ERROR where nights are lost that
 *     another attempt might find
 */
public record FoundHistory(String name, @Nullable String failure, List<RawFile> files, List<Problem> problems) {

    public FoundHistory {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
