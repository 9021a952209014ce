package org.safespaces.web.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.safespaces.people.NoSuchPerson;

/** Time zones of one part of the world, as a reader chooses among them. */
public record ZoneGroup(String name, List<Choice> choices) {
    /** Where somebody is who has not said where. */
    static final ZoneId USUAL = ZoneId.of("Europe/London");

    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    /** All there are, by part of the world and by place. */
    static final List<ZoneGroup> ALL = all();

    /** One zone: its id, and the place it is known by. */
    public record Choice(String id, String place) {}

    private static List<ZoneGroup> all() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(ZoneGroup::isPlace)
                .sorted()
                .collect(groupingBy(ZoneGroup::region, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(region -> new ZoneGroup(
                        region.getKey(),
                        region.getValue().stream().map(ZoneGroup::choice).toList()))
                .toList();
    }

    /** Reads a zone as it stands in an address; throws {@link NoSuchPerson} for what is no place. */
    static ZoneId parse(String id) {
        if (!isPlace(id) || !ZoneId.getAvailableZoneIds().contains(id)) {
            throw new NoSuchPerson();
        }
        return ZoneId.of(id);
    }

    private static boolean isPlace(String id) {
        return id.indexOf('/') > 0 && REGIONS.contains(region(id));
    }

    private static String region(String id) {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    private static Choice choice(String id) {
        return new Choice(
                id, id.substring(id.indexOf('/') + 1).replace("/", ", ").replace('_', ' '));
    }
}
