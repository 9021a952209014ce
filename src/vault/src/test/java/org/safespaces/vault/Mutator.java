package org.safespaces.vault;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Damages rows the way somebody with write access could: one to three fields, in any way that leaves a row of the same shape. A field
 * that is added to a row later is damaged without anybody thinking of it.
 */
final class Mutator {
    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** Another row, different in at least one field. */
    <R extends Record> R mutated(R row) {
        R mutated;
        do {
            mutated = row;
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutated = changed(mutated);
            }
        } while (same(row, mutated));
        return mutated;
    }

    /** Other bytes: bits turned over, cut, lengthened, overwritten, moved about. */
    byte[] mutated(byte[] original) {
        byte[] mutated;
        do {
            mutated = original.length == 0 ? noise(1 + random.nextInt(32)) : damaged(original);
        } while (Arrays.equals(original, mutated));
        return mutated;
    }

    SealedText mutated(SealedText original) {
        return new SealedText(mutated(original.bytes()));
    }

    /** Another list: one element damaged or left out. One put in twice would be no damage. */
    <E> List<E> mutated(List<E> original) {
        List<E> mutated = new ArrayList<>(original);
        int at = random.nextInt(mutated.size());
        if (random.nextInt(4) == 0) {
            mutated.remove(at);
        } else {
            mutated.set(at, change(mutated.get(at)));
        }
        return mutated;
    }

    private <R extends Record> R changed(R row) {
        RecordComponent[] fields = row.getClass().getRecordComponents();
        Object[] values = Rebuilt.values(row);
        int at = random.nextInt(fields.length);
        values[at] = change(values[at]);
        return Rebuilt.of(row, values);
    }

    @SuppressWarnings("unchecked")
    private <T> T change(T value) {
        Object other;
        if (value instanceof byte[] bytes) {
            other = mutated(bytes);
        } else if (value instanceof UUID id) {
            other = Bytes.id(mutatedInPlace(Bytes.of(id)));
        } else if (value instanceof Integer number) {
            other = (int) other(number, Integer.SIZE);
        } else if (value instanceof Long number) {
            other = other(number, Long.SIZE);
        } else if (value instanceof LocalDate day) {
            other = day.plusDays(random.nextInt(2000) - 1000);
        } else if (value instanceof Enum<?> constant) {
            Object[] all = constant.getDeclaringClass().getEnumConstants();
            other = all[random.nextInt(all.length)];
        } else if (value instanceof List<?> list) {
            other = list.isEmpty() ? list : mutated(list);
        } else {
            other = changed((Record) value);
        }
        return (T) other;
    }

    private long other(long number, int bits) {
        return switch (random.nextInt(4)) {
            case 0 -> number + 1;
            case 1 -> number - 1;
            case 2 -> number ^ (1L << random.nextInt(bits));
            default -> random.nextLong();
        };
    }

    private byte[] mutatedInPlace(byte[] original) {
        return random.nextBoolean()
                ? Hex.flipped(original, random.nextInt(original.length * 8))
                : noise(original.length);
    }

    private byte[] damaged(byte[] original) {
        return switch (random.nextInt(7)) {
            case 0 -> Hex.flipped(original, random.nextInt(original.length * 8));
            case 1 -> Arrays.copyOf(original, random.nextInt(original.length));
            case 2 -> Arrays.copyOf(original, original.length + 1 + random.nextInt(64));
            case 3 -> withNoise(original, 1 + random.nextInt(8));
            case 4 -> withRangeCopied(original);
            case 5 -> withRangeZeroed(original);
            default -> noise(original.length);
        };
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] withNoise(byte[] original, int count) {
        byte[] mutated = original.clone();
        for (int change = 0; change < count; change++) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    private byte[] withRangeCopied(byte[] original) {
        byte[] mutated = original.clone();
        int length = 1 + random.nextInt(original.length);
        int from = random.nextInt(original.length - length + 1);
        int to = random.nextInt(original.length - length + 1);
        System.arraycopy(original, from, mutated, to, length);
        return mutated;
    }

    private byte[] withRangeZeroed(byte[] original) {
        byte[] mutated = original.clone();
        int from = random.nextInt(original.length);
        Arrays.fill(mutated, from, from + 1 + random.nextInt(original.length - from), (byte) 0);
        return mutated;
    }

    /** By content: most rows compare their arrays by identity. */
    private static boolean same(Object one, Object other) {
        if (one instanceof Record row && row.getClass() == other.getClass()) {
            Object[] ours = Rebuilt.values(row);
            Object[] theirs = Rebuilt.values((Record) other);
            for (int at = 0; at < ours.length; at++) {
                if (!same(ours[at], theirs[at])) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            if (list.size() != others.size()) {
                return false;
            }
            for (int at = 0; at < list.size(); at++) {
                if (!same(list.get(at), others.get(at))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.deepEquals(one, other);
    }
}
