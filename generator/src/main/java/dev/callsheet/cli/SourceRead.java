package dev.callsheet.cli;

import dev.callsheet.history.FileName;
import dev.callsheet.history.RawFile;
import dev.callsheet.history.ReadFile;
import dev.callsheet.history.ReadFile.State;
import dev.callsheet.history.find.FoundHistory;
import dev.callsheet.report.HistoryNumbers;
import dev.callsheet.site.Format;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one source of history held. A file that several sources have is read once and counts for each. */
final class SourceRead {

    private SourceRead() {}

    /** @param read the files of all sources */
    static HistoryNumbers.Source of(FoundHistory source, List<ReadFile> read, String stream) {
        Map<String, List<RawFile>> held = source.files().stream().collect(Collectors.groupingBy(RawFile::name));
        List<ReadFile> files = read.stream()
                .filter(file -> held.getOrDefault(file.raw().name(), List.of()).stream()
                        .anyMatch(raw -> Arrays.equals(raw.content(), file.raw().content())))
                .toList();
        List<ReadFile> used = ofStream(files, stream);
        List<LocalDate> nights = used.stream()
                .map(ReadFile::night)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        String failure = source.failure() == null ? failure(files) : source.failure();
        return new HistoryNumbers.Source(
                source.name(),
                failure,
                nights.size(),
                used.stream().mapToLong(ReadFile::runs).sum(),
                nights.isEmpty() ? null : nights.get(nights.size() - 1),
                failure == null
                        && source.problems().isEmpty()
                        && files.stream().noneMatch(file -> isLoss(file, stream)));
    }

    /** The files that hold runs or tallies of the stream. */
    static List<ReadFile> ofStream(List<ReadFile> files, String stream) {
        return files.stream()
                .filter(file -> stream.equals(file.stream()) && file.night() != null && file.runs() > 0)
                .filter(file -> file.state() == State.INTACT || file.state() == State.DAMAGED)
                .toList();
    }

    private static boolean isLoss(ReadFile file, String stream) {
        return file.state() == State.DAMAGED
                || (file.state() == State.FOREIGN && FileName.isName(file.raw().name())) // its content is gone
                || (file.state() == State.NEWER && (file.stream() == null || stream.equals(file.stream())));
    }

    /** What the files are when none of them could be read; null when there is one that could. */
    private static @Nullable String failure(List<ReadFile> files) {
        List<String> kinds = new ArrayList<>();
        add(kinds, files, State.DAMAGED, "damaged file", "damaged files");
        add(kinds, files, State.NEWER, "file written by a newer callsheet", "files written by a newer callsheet");
        add(kinds, files, State.FOREIGN, "file of another kind", "files of another kind");
        boolean isUsable = files.stream()
                .anyMatch(file -> file.state() == State.INTACT
                        || file.state() == State.OTHER_STREAM
                        || (file.state() == State.DAMAGED && file.runs() > 0));
        return isUsable ? null : "holds " + String.join(", ", kinds) + " and no history that could be read";
    }

    private static void add(List<String> kinds, List<ReadFile> files, State state, String one, String many) {
        long n = files.stream().filter(file -> file.state() == state).count();
        if (n > 0) {
            kinds.add(Format.count(n, one, many));
        }
    }
}
