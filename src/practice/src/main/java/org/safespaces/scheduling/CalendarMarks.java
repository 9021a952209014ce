package org.safespaces.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/**
 * What stands for appointments and clients outside of here. Made by the server's index key, the same every time: nobody without it
 * gets from a mark to what it stands for, or from one calendar's mark to another's.
 */
@ApplicationScoped
class CalendarMarks {
    private static final Column FEED = new Column("calendar", "feed");
    private static final Column FILE = new Column("calendar", "file");
    private static final Column CODE = new Column("calendar", "code");
    private static final Column CHECK = new Column("case_item", "item_id");
    private static final Pattern WORD = Pattern.compile("\\b\\p{Lu}");
    private static final int CODES = 100;

    @Inject
    private ServerSeal serverSeal;

    /** Of an appointment in a therapist's feed. */
    UUID inFeed(UUID appointment) {
        return mark(FEED, ServerSeal.bytes(appointment));
    }

    /** Of the same appointment in the file of its client. */
    UUID inFile(UUID appointment) {
        return mark(FILE, ServerSeal.bytes(appointment));
    }

    /** Of an appointment within its client's record: beside the case its own id would tell who met whom. */
    UUID ofCheck(UUID appointment, CaseId caseId) {
        byte[] pair = ByteBuffer.allocate(32)
                .put(ServerSeal.bytes(appointment))
                .put(ServerSeal.bytes(caseId.value()))
                .array();
        return mark(CHECK, pair);
    }

    /** "AH27": the initials of a designation, and two figures that tell it from others with the same ones. */
    String code(CaseId caseId, String designation) {
        String initials = WORD.matcher(designation)
                .results()
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .limit(2)
                .collect(Collectors.joining());
        ByteBuffer tag = ByteBuffer.wrap(serverSeal.tag(CODE, ServerSeal.bytes(caseId.value())));
        return String.format(Locale.ROOT, "%s%02d", initials, Math.floorMod(tag.getInt(), CODES));
    }

    private UUID mark(Column column, byte[] of) {
        ByteBuffer tag = ByteBuffer.wrap(serverSeal.tag(column, of));
        return new UUID(tag.getLong(), tag.getLong());
    }
}
