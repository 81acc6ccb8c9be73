package dev.callsheet.corpus;

import dev.callsheet.model.Place;
import java.util.Comparator;

/** The order of places by file, line and pointer; where the same content stands twice, the first place is named. */
final class Places {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::file)
            .thenComparing(Place::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Place::pointer);

    private Places() {}
}
