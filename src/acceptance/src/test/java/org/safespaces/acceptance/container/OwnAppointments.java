package org.safespaces.acceptance.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.safespaces.people.CaseId;
import org.safespaces.people.TherapistId;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** Appointments of a test's own, at whatever time it wants: written past the application, and gone with the test. */
@ApplicationScoped
public class OwnAppointments {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration LENGTH = Duration.ofMinutes(50);

    @Inject
    private ServerSeal serverSeal;

    @Inject
    private Rows rows;

    private final List<UUID> made = new ArrayList<>();
    private final List<UUID> types = new ArrayList<>();

    UUID confirmed(TherapistId therapist, CaseId client, Instant start) {
        return at(therapist, client, start, "CONFIRMED", type("ONLINE"));
    }

    /** A status that the table lets stand without more. */
    UUID at(TherapistId therapist, CaseId client, Instant start, String status, UUID type) {
        UUID id = UUID.randomUUID();
        rows.changeAsOwner(
                "INSERT INTO appointment (id, version, therapist_id, client_ref, client_tag, type_id, wall_start, zone,"
                        + " starts_at, ends_at, blocked_from, blocked_until, status, hold_until, requested_at, free_until)"
                        + " VALUES (?, 3, ?, ?, ?, ?, ?, 'Europe/London', ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                therapist.value(),
                serverSeal
                        .sealId(client.value(), new Column("appointment", "client_ref"), id)
                        .bytes(),
                serverSeal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(client.value())),
                type,
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(LocalDateTime.ofInstant(start, LONDON)),
                at(start),
                at(start.plus(LENGTH)),
                at(start),
                at(start.plus(LENGTH)),
                status,
                "HELD".equals(status) ? at(start.plus(LENGTH)) : null,
                at(start.minus(LENGTH)),
                at(start.minus(LENGTH)));
        made.add(id);
        return id;
    }

    /** A kind of session that nobody is offered. */
    UUID type(String mode) {
        UUID id = UUID.randomUUID();
        rows.changeAsOwner(
                "INSERT INTO session_type (id, name, length_minutes, before_minutes, after_minutes, notice_hours,"
                        + " horizon_days, client_cap, mode, offered) VALUES (?, ?, 50, 0, 0, 0, 90, 4, ?, false)",
                id,
                "Test " + id,
                mode);
        types.add(id);
        return id;
    }

    /** Ties somebody's sign-in to a case. */
    void join(String subject, CaseId caseId) {
        rows.change(
                "INSERT INTO client (case_id, account_tag, joined_on) VALUES (?, ?, ?)",
                caseId.value(),
                tag(subject),
                LocalDate.now(ZoneOffset.UTC));
    }

    void leave(String subject) {
        rows.change("DELETE FROM client WHERE account_tag = ?", (Object) tag(subject));
    }

    private byte[] tag(String subject) {
        return serverSeal.tag(new Column("client", "account_tag"), subject.getBytes(StandardCharsets.UTF_8));
    }

    void remove() {
        made.forEach(id -> rows.changeAsOwner("DELETE FROM appointment WHERE id = ?", id));
        made.clear();
        types.forEach(id -> rows.changeAsOwner("DELETE FROM session_type WHERE id = ?", id));
        types.clear();
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
