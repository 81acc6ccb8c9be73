package dev.callsheet.history;

import dev.callsheet.history.ReadFile.State;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/** Files that are handed on byte for byte as they were found. */
final class HandedOn {

    private HandedOn() {}

    /** Every history file, as it was found. */
    static List<Kept> all(List<ReadFile> read) {
        return List.copyOf(chosen(read, file -> file.state() != State.FOREIGN));
    }

    /** Files that were not read. */
    static List<Kept> unread(List<ReadFile> read) {
        return List.copyOf(chosen(read, file -> file.state() == State.NEWER || file.state() == State.OTHER_STREAM));
    }

    /** Of several files with one name the longest, the others being cut off more likely than not. */
    private static Collection<Kept> chosen(List<ReadFile> read, Predicate<ReadFile> filter) {
        BinaryOperator<Kept> longest =
                BinaryOperator.maxBy(Comparator.comparingInt((Kept file) -> file.content().length)
                        .thenComparing(Kept::content, Arrays::compare));
        SortedMap<String, Kept> chosen = new TreeMap<>();
        read.stream()
                .filter(filter)
                .filter(file -> FileName.isSafe(file.raw().name()))
                .forEach(file -> chosen.merge(file.raw().name(), of(file), longest));
        return chosen.values();
    }

    static Kept of(ReadFile file) {
        return new Kept(
                file.raw().name(),
                file.stream(),
                file.night(),
                file.runs(),
                file.sealed(),
                file.raw().content());
    }
}
