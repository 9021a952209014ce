package org.safespaces.vault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Takes records apart and puts them together again, through their own constructors. */
final class Rebuilt {
    private Rebuilt() {}

    static Object[] values(Record row) {
        return Arrays.stream(row.getClass().getRecordComponents())
                .map(field -> value(row, field))
                .toArray();
    }

    @SuppressWarnings("unchecked")
    static <R extends Record> R of(R row, Object... values) {
        return (R) of(row.getClass(), values);
    }

    static Object of(Class<?> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Object value(Record row, RecordComponent field) {
        try {
            return field.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
