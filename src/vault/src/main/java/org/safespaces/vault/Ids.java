package org.safespaces.vault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The order in which formats list identifiers. */
final class Ids {
    /** By their sixteen bytes, unsigned, as databases sort them; {@code UUID.compareTo} sorts by signed halves. */
    static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private Ids() {}

    static List<UUID> sorted(Collection<UUID> ids) {
        return ids.stream().distinct().sorted(ORDER).toList();
    }
}
