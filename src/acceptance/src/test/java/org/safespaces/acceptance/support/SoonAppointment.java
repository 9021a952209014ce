package org.safespaces.acceptance.support;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Properties;
import java.util.UUID;
import org.safespaces.vault.Column;
import org.safespaces.vault.ServerSeal;

/** A confirmed appointment at whatever time a test needs it, sooner than anybody may book; gone when it is closed. */
public final class SoonAppointment implements AutoCloseable {
    private static final String LINEN = "00000000-0000-4000-8000-0000000000c1";
    private static final Duration LENGTH = Duration.ofMinutes(50);

    private final Keyring keyring;
    private final UUID id = UUID.randomUUID();
    private final UUID type = UUID.randomUUID();
    private final UUID caseId;

    private SoonAppointment(World world, Instant start) {
        keyring = Keyring.of(world);
        ServerSeal seal = seal(world);
        caseId = ofLinen(keyring, seal);
        keyring.change(
                "INSERT INTO session_type (id, name, length_minutes, before_minutes, after_minutes, notice_hours,"
                        + " horizon_days, client_cap, mode, offered) VALUES (?, 'Therapy session', 50, 0, 0, 0, 90, 4,"
                        + " 'ONLINE', false)",
                type);
        keyring.change(
                "INSERT INTO appointment (id, therapist_id, client_ref, client_tag, type_id, wall_start, zone, starts_at,"
                        + " ends_at, blocked_from, blocked_until, status, free_until) VALUES (?, ?, ?, ?, ?, ?,"
                        + " 'Europe/London', ?, ?, ?, ?, 'CONFIRMED', ?)",
                id,
                UUID.fromString(keyring.one("SELECT therapist_id FROM caseload WHERE case_id = ?", caseId)),
                seal.sealId(caseId, new Column("appointment", "client_ref"), id).bytes(),
                seal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(caseId)),
                type,
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                        .format(LocalDateTime.ofInstant(start, ZoneId.of("Europe/London"))),
                at(start),
                at(start.plus(LENGTH)),
                at(start),
                at(start.plus(LENGTH)),
                at(start));
    }

    /** Linen's, with her therapist, online. */
    public static SoonAppointment ofLinen(World world, Instant start) {
        return new SoonAppointment(world, start);
    }

    /** Whatever linen has ahead is given back: she may have so many only, and others have booked for her before. */
    public static void noneOfLinen(World world) {
        try (Keyring keyring = Keyring.of(world)) {
            ServerSeal seal = seal(world);
            keyring.change(
                    "UPDATE appointment SET status = 'CANCELLED', hold_until = NULL WHERE client_tag = ? AND ends_at > now()"
                            + " AND status IN ('HELD', 'REQUESTED', 'CONFIRMED')",
                    seal.tag(new Column("appointment", "client_tag"), ServerSeal.bytes(ofLinen(keyring, seal))));
        }
    }

    public UUID id() {
        return id;
    }

    public UUID caseId() {
        return caseId;
    }

    /** It begins at another time now. */
    public void moveTo(Instant start) {
        keyring.change(
                "UPDATE appointment SET free_until = ?, starts_at = ?, ends_at = ?, blocked_from = ?, blocked_until = ?"
                        + " WHERE id = ?",
                at(start),
                at(start),
                at(start.plus(LENGTH)),
                at(start),
                at(start.plus(LENGTH)),
                id);
    }

    static UUID ofLinen(Keyring keyring, ServerSeal seal) {
        return UUID.fromString(keyring.one(
                "SELECT case_id FROM client WHERE account_tag = ?",
                seal.tag(new Column("client", "account_tag"), LINEN.getBytes(StandardCharsets.UTF_8))));
    }

    static ServerSeal seal(World world) {
        Properties drawn = new Properties();
        try (Reader reader =
                Files.newBufferedReader(world.stack().settings().data().resolve("secrets/development.properties"))) {
            drawn.load(reader);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        HexFormat hex = HexFormat.of();
        return new ServerSeal(
                UUID.fromString(drawn.getProperty("tenant")),
                1,
                hex.parseHex(drawn.getProperty("k2")),
                hex.parseHex(drawn.getProperty("ki")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        keyring.change("DELETE FROM appointment WHERE id = ?", id);
        keyring.change("DELETE FROM session_type WHERE id = ?", type);
        keyring.close();
    }
}
