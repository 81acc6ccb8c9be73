package dev.callsheet.site;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Takes pages apart. */
final class Views {

    private Views() {}

    /** A page and everything in it: records, the elements of lists, strings. */
    static List<Object> parts(Page page) {
        List<Object> parts = new ArrayList<>();
        collect(page, parts);
        return parts;
    }

    private static void collect(Object value, List<Object> parts) {
        parts.add(value);
        if (value instanceof Iterable<?> elements) {
            elements.forEach(element -> collect(element, parts));
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    Object part = component.getAccessor().invoke(value);
                    if (part != null) {
                        collect(part, parts);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(component + " cannot be read", e);
                }
            }
        }
    }
}
