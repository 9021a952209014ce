package org.safespaces.keys;

import java.util.Map;
import java.util.UUID;

/**
 * What directory and log show at this moment, as far as a vault remembers it.
 *
 * @param self whose vault looks
 * @param vouched by person, the id of the keys of today
 * @param waiting by key id, the person of keys that nobody has vouched for
 * @param keys how many keys of today and of the past verify
 * @param list the newest list of recipients
 * @param listInForce whether that list verifies
 * @param listLogged the newest list that the log says was put in force
 */
record SeenKeys(
        UUID self,
        Map<UUID, UUID> vouched,
        Map<UUID, UUID> waiting,
        int keys,
        ListPin list,
        boolean listInForce,
        ListPin listLogged) {}
