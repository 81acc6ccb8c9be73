package dev.callsheet.history.find;

import dev.callsheet.history.RawFile;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.web.WebWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source holds, while it is read: files up to a limit, and what went wrong. Files are added with the newest
 * night first, so that the oldest are left out where there is no room for all.
 */
final class Gathering {

    /** How the name of a history file ends, also one that was renamed. */
    static final String SUFFIX = ".ndjson.gz";

    /** Files that an archive or an index may name. */
    static final int MOST_FILES = 10_000;

    /** What is lost with a file. */
    static final String LOST = "the runs in it are not in this report's history";

    private final HistoryLimits limits;
    private final List<RawFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long room;
    private @Nullable String failure;
    private int met;
    private int leftOut;
    private String firstLeftOut = "";

    /** @param room bytes that may still be kept */
    Gathering(HistoryLimits limits, long room) {
        this.limits = limits;
        this.room = room;
    }

    HistoryLimits limits() {
        return limits;
    }

    /** Bytes that may still be kept; none once a file did not fit, so that what is kept depends on sizes and order only. */
    long room() {
        return leftOut > 0 ? 0 : room;
    }

    /** Keeps a file, unless there is no room for it or was none for an earlier one. */
    void add(String name, String place, byte[] content) {
        if (leftOut > 0 || content.length > room) {
            leaveOut(place);
            return;
        }
        met++;
        room -= content.length;
        files.add(new RawFile(name, place, content));
    }

    /**
     * Reads a file of the disk or of an archive, when there is room.
     *
     * @param most bytes it may have
     */
    void add(String name, String place, int most, Opening opening) {
        if (leftOut > 0) {
            leaveOut(place);
            return;
        }
        try (InputStream in = opening.open()) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                refuse(place, "at most " + WebWords.bytes(most), "a larger file");
            } else {
                add(name, place, content);
            }
        } catch (AccessDeniedException denied) {
            refuse(place, "a history file", "a file that may not be opened");
        } catch (IOException unreadable) {
            refuse(place, "a history file", "a file that cannot be read");
        }
    }

    /** Names a file that was not read. */
    void refuse(String place, String expected, String found) {
        refuse(Severity.ERROR, place, expected, found, LOST);
    }

    /** Names a file that was not read. */
    void refuse(Severity severity, String place, String expected, String found, String hint) {
        met++;
        problem(problem(Kind.UNREADABLE, severity, place, expected, found, hint));
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** Nothing can be read, and why. */
    void fail(String why) {
        failure = why;
    }

    /** What was found, when everything has been looked at. */
    FoundHistory end(String name) {
        if (leftOut > 0) {
            problem(problem(
                    Kind.INCOMPLETE,
                    Severity.ERROR,
                    firstLeftOut,
                    "at most " + WebWords.bytes(limits.maxBytes()) + " of history from all sources",
                    files(leftOut) + " beyond that, this the first",
                    LOST + "; of each source the newest nights are read first"));
        }
        if (failure == null && files.isEmpty()) {
            failure = "holds " + files(met) + " of history, none of which could be read";
        }
        files.sort(Comparator.comparing(RawFile::place));
        return new FoundHistory(name, failure, files, problems);
    }

    /** Counts a file that there is no room for; from here on there is none for others either. */
    void leaveOut(String place) {
        met++;
        if (leftOut++ == 0) {
            firstLeftOut = place;
        }
    }

    /** A problem with a whole file. */
    static Problem problem(Kind kind, Severity severity, String place, String expected, String found, String hint) {
        return new Problem(kind, severity, new Place(place, null, ""), null, expected, found, hint);
    }

    /** Opens a file. */
    interface Opening {
        InputStream open() throws IOException;
    }

    private static String files(int files) {
        return files + (files == 1 ? " file" : " files");
    }
}
