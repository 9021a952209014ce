package org.safespaces.audit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log as it is looked at, and handed on. What {@link AuditTrail} writes, this only reads. */
@Stateless
@RolesAllowed("admin")
public class AuditLog {
    /** The signer speaks at least every five minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private static final int AT_ONCE = 1000;
    private static final int FINDINGS = 5;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /**
     * Some of the lines that fit, in the order in which they came into the log, the newest first.
     *
     * @param first how many are left out before them
     */
    public FoundLines find(LogFilter filter, int first, int most) {
        Map<String, Object> values = new HashMap<>();
        String fitting = " from AuditEntry e join AuditLeaf l on l.line = e.seq" + where(filter, values);
        TypedQuery<AuditEntry> lines =
                entities.createQuery("select e" + fitting + " order by l.seq desc", AuditEntry.class);
        TypedQuery<Long> count = entities.createQuery("select count(e)" + fitting, Long.class);
        values.forEach(lines::setParameter);
        values.forEach(count::setParameter);
        return new FoundLines(
                lines.setFirstResult(first)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(AuditEntry::line)
                        .toList(),
                count.getSingleResult());
    }

    private static String where(LogFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        filter.who().ifPresent(who -> {
            where.append(" and cast(e.actor as string) like :who");
            values.put("who", who + "%");
        });
        and(where, values, "e.actorRole = :role", "role", filter.role());
        and(where, values, "e.action = :action", "action", filter.action());
        and(where, values, "e.objectType = :kind", "kind", filter.kind());
        and(where, values, "e.at >= :from", "from", filter.from());
        and(where, values, "e.at < :until", "until", filter.until());
        return where.toString();
    }

    private static void and(
            StringBuilder where, Map<String, Object> values, String condition, String name, Optional<?> value) {
        value.ifPresent(there -> {
            where.append(" and ").append(condition);
            values.put(name, there);
        });
    }

    /** What lines are about, in the words that the log has for it. */
    public List<String> kinds() {
        return entities.createQuery(
                        "select distinct e.objectType from AuditEntry e order by e.objectType", String.class)
                .getResultList();
    }

    public LogState state() {
        Optional<AuditCheckpoint> last = entities.createQuery(
                        "select c from AuditCheckpoint c order by c.id desc", AuditCheckpoint.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        Instant quiet = clock.instant().minus(SILENCE);
        List<LogFinding> findings = entities.createQuery(
                        "select f from AuditFinding f order by f.id desc", AuditFinding.class)
                .setMaxResults(FINDINGS)
                .getResultStream()
                .map(AuditFinding::told)
                .toList();
        return new LogState(
                head().size(),
                last.map(AuditCheckpoint::size).orElse(0L),
                last.map(AuditCheckpoint::signedAt),
                last.filter(checkpoint -> checkpoint.signedAt().isAfter(quiet)).isEmpty(),
                findings);
    }

    /**
     * Writes the whole log and what was signed of it, so that it can be verified anywhere. That it was handed on is recorded and committed
     * before the first line, and stands in what is handed on.
     *
     * @param by whoever takes it
     */
    @TransactionAttribute(NOT_SUPPORTED)
    public void export(Actor by, Writer out) throws IOException {
        trail.recordFirst(by, AuditAction.LOG_EXPORTED, "log", null);
        AuditHead head = head();
        out.write("{\"format\":\"practice-log/1\"}\n");
        for (long from = 0; from < head.size(); from += AT_ONCE) {
            for (Object[] row : events(from, Math.min(from + AT_ONCE, head.size()))) {
                out.write(((AuditEntry) row[1]).body((Long) row[0]) + "\n");
            }
        }
        writeCheckpoints(head.size(), out);
        out.write("{\"root\":\"" + HexFormat.of().formatHex(head.root()) + "\",\"size\":" + head.size() + "}\n");
    }

    private List<Object[]> events(long from, long until) {
        return entities.createQuery(
                        "select l.seq, e from AuditLeaf l join AuditEntry e on e.seq = l.line"
                                + " where l.seq >= :from and l.seq < :until order by l.seq",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    /** The last of each day, and the newest: there are hundreds a day, and each of them says all that those before it said. */
    private void writeCheckpoints(long size, Writer out) throws IOException {
        AuditCheckpoint last = null;
        for (List<AuditCheckpoint> some = checkpoints(0, size); !some.isEmpty(); some = checkpoints(last.id(), size)) {
            for (AuditCheckpoint next : some) {
                if (last != null && !last.day().equals(next.day())) {
                    write(last, out);
                }
                last = next;
            }
        }
        if (last != null) {
            write(last, out);
        }
    }

    private static void write(AuditCheckpoint checkpoint, Writer out) throws IOException {
        String note = Base64.getEncoder().encodeToString(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        out.write("{\"checkpoint\":\"" + note + "\"}\n");
    }

    private List<AuditCheckpoint> checkpoints(long after, long size) {
        return entities.createQuery(
                        "select c from AuditCheckpoint c where c.id > :after and c.size <= :size order by c.id",
                        AuditCheckpoint.class)
                .setParameter("after", after)
                .setParameter("size", size)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private AuditHead head() {
        return entities.createQuery("select h from AuditHead h", AuditHead.class)
                .getSingleResult();
    }
}
