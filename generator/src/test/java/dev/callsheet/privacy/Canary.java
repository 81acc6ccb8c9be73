package dev.callsheet.privacy;

import dev.callsheet.model.ToneScores;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Records filled by reflection, so that a text field added later is tested without anyone remembering to. */
final class Canary {

    /** The value of every string of a filled record. */
    static final String TEXT = "canary@example.com";

    private Canary() {}

    /** A record whose every string, also in lists and records inside, is {@link #TEXT}. */
    static <T extends Record> T fill(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Every string in a record, a list or what they hold. */
    static List<String> stringsOf(Object value) {
        return strings(value).toList();
    }

    private static Stream<String> strings(Object value) {
        if (value instanceof String text) {
            return Stream.of(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(Canary::strings);
        }
        if (value instanceof Record) {
            return Arrays.stream(value.getClass().getRecordComponents()).flatMap(component -> {
                try {
                    return strings(component.getAccessor().invoke(value));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            });
        }
        return Stream.empty();
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> known) {
            return value(known);
        }
        throw new AssertionError("no canary for " + type);
    }

    private static Object value(Class<?> type) {
        if (type == String.class) {
            return TEXT;
        } else if (type == int.class || type == Integer.class) {
            return 1;
        } else if (type == long.class || type == Long.class) {
            return 1L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        } else if (type == ToneScores.class) {
            return ToneScores.NONE;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isRecord()) {
            return fill(type.asSubclass(Record.class));
        }
        throw new AssertionError("no canary for " + type);
    }
}
