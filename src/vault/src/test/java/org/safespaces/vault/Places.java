package org.safespaces.vault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The places that something can be sealed for, of every kind: the rows of {@link AssociatedData}, or of {@link SealInfo}. They are
 * found and filled in by reflection, so that a row added later is tried without anybody thinking of it.
 */
final class Places {
    /** Few, so that most places differ from others in one field alone. */
    private static final List<UUID> IDS =
            Stream.generate(UUID::randomUUID).limit(3).toList();

    private final List<Method> rows;
    private final Random random = new Random(53);

    Places(Class<?> section) {
        this.rows = Arrays.stream(section.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() == byte[].class)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    int kinds() {
        return rows.size();
    }

    /** So many different places, the kinds in turn. */
    List<byte[]> draw(int count) {
        List<byte[]> places = new ArrayList<>();
        Set<ByteBuffer> known = new HashSet<>();
        while (places.size() < count) {
            Method row = rows.get(places.size() % rows.size());
            byte[] place = bytes(row, drawn(row));
            // A kind with few fields has few places; the next one takes its turn then.
            for (int next = 1; !known.add(ByteBuffer.wrap(place)); next++) {
                row = rows.get((places.size() + next) % rows.size());
                place = bytes(row, drawn(row));
            }
            places.add(place);
        }
        return places;
    }

    /** A place of each kind, and beside it every place that differs from it in one single field. */
    List<Neighbours> neighbours() {
        return rows.stream().map(this::neighbours).toList();
    }

    /**
     * @param kind the row
     * @param place one place of it
     * @param besides field by field, the same place but for that
     */
    record Neighbours(String kind, byte[] place, List<byte[]> besides) {}

    private Neighbours neighbours(Method row) {
        Object[] values = drawn(row);
        List<byte[]> besides = new ArrayList<>();
        for (int at = 0; at < values.length; at++) {
            for (Object other : others(values[at])) {
                Object[] changed = values.clone();
                changed[at] = other;
                besides.add(bytes(row, changed));
            }
        }
        return new Neighbours(row.getName(), bytes(row, values), besides);
    }

    private Object[] drawn(Method row) {
        return Arrays.stream(row.getParameterTypes()).map(this::drawn).toArray();
    }

    private Object drawn(Class<?> type) {
        if (type == UUID.class) {
            return IDS.get(random.nextInt(IDS.size()));
        } else if (type == int.class) {
            return 1 + random.nextInt(3);
        } else if (type == long.class) {
            return 1L + random.nextInt(3);
        } else if (type == byte[].class) {
            return Hex.repeated(random.nextInt(3), 16);
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type == String.class) {
            return "name" + random.nextInt(3);
        } else if (type == SealedText.class) {
            return new SealedText(Bytes.NONE);
        }
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(field -> drawn(field.getType()))
                .toArray();
        return Rebuilt.of(type, values);
    }

    /** Every other value that differs in one field. An empty envelope has none: it is no part of the place that it lies in. */
    static List<Object> others(Object value) {
        if (value instanceof UUID id) {
            return List.of(new UUID(id.getMostSignificantBits() ^ 1, id.getLeastSignificantBits()));
        } else if (value instanceof Integer number) {
            return List.of(number + 1);
        } else if (value instanceof Long number) {
            return List.of(number + 1);
        } else if (value instanceof LocalDate day) {
            return List.of(day.plusDays(1));
        } else if (value instanceof byte[] bytes) {
            return List.of(Hex.flipped(bytes, 0));
        } else if (value instanceof String name) {
            return List.of(name + "s");
        } else if (value instanceof Enum<?> constant) {
            return Stream.<Object>of(constant.getDeclaringClass().getEnumConstants())
                    .filter(each -> each != constant)
                    .toList();
        } else if (value instanceof SealedText sealed) {
            return sealed.bytes().length == 0 ? List.of() : List.of(new SealedText(Hex.flipped(sealed.bytes(), 0)));
        } else if (value instanceof List<?> list) {
            return othersOf(list);
        }
        return othersOf((Record) value);
    }

    private static List<Object> othersOf(List<?> list) {
        List<Object> others = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            for (Object other : others(list.get(at))) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(at, other);
                others.add(changed);
            }
        }
        return others;
    }

    private static List<Object> othersOf(Record row) {
        List<Object> others = new ArrayList<>();
        Object[] values = Rebuilt.values(row);
        for (int at = 0; at < values.length; at++) {
            for (Object other : others(values[at])) {
                Object[] changed = values.clone();
                changed[at] = other;
                others.add(Rebuilt.of(row.getClass(), changed));
            }
        }
        return others;
    }

    private static byte[] bytes(Method row, Object... values) {
        try {
            return (byte[]) row.invoke(null, values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
