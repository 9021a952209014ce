package org.safespaces.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.safespaces.mail.Letter;
import org.safespaces.mail.Mailer;
import org.safespaces.people.CaseId;
import org.safespaces.people.People;
import org.safespaces.vault.Compartment;

/** What is known of a client's messages without opening one: how many, how far she has read, and who is told. Asks for nobody's permission. */
@ApplicationScoped
class HerMessages {
    /** How many a client may write in a day. */
    private static final int MOST_A_DAY = 20;

    /** What letters about news between a client and her therapist are about: never the case, which an outbox would name then. */
    static final UUID NEWS = new UUID(0, 0x6e657773L);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PendingMessages pending;

    @Inject
    private People people;

    @Inject
    private Mailer mailer;

    @Inject
    private Clock clock;

    /** What is written to a client and looked at apart from the rest. A consent is news when it is asked for, not with each answer. */
    enum News {
        MESSAGES(ItemKind.MESSAGE, "step"),
        PLAN(ItemKind.PLAN_COPY, "plan_step"),
        CONSENTS(ItemKind.CONSENT, "consent_step"),
        DOCUMENTS(ItemKind.DOCUMENT_COPY, "document_step");

        private final ItemKind kind;
        private final String column;

        News(ItemKind kind, String column) {
            this.kind = kind;
            this.column = column;
        }

        private String oneStepOnly() {
            return this == CONSENTS ? " and i.version = 1" : "";
        }
    }

    /** She has looked at all there is now. */
    void seen(CaseId caseId, News news) {
        entities.createNativeQuery(String.format(
                        "INSERT INTO message_seen (case_id, step, plan_step, consent_step, document_step)"
                                + " SELECT ?1, %2$s, %3$s, %4$s, %5$s FROM case_item WHERE case_id = ?1 AND compartment = ?2"
                                + " ON CONFLICT (case_id) DO UPDATE SET %1$s = greatest(message_seen.%1$s, excluded.%1$s)",
                        news.column,
                        newest(news == News.MESSAGES),
                        newest(news == News.PLAN),
                        newest(news == News.CONSENTS),
                        newest(news == News.DOCUMENTS)))
                .setParameter(1, caseId.value())
                .setParameter(2, (short) Compartment.MESSAGES.code())
                .executeUpdate();
    }

    private static String newest(boolean looked) {
        return looked ? "coalesce(max(step), 0)" : "0";
    }

    /** How much of this was written to her since she last looked; all of it while she never has. */
    int unseen(CaseId caseId, News news) {
        return entities.createQuery(
                        "select count(i) from CaseItem i where i.caseId = :case and i.compartment = :part"
                                + " and i.kind = :kind and i.step > :seen" + news.oneStepOnly(),
                        Long.class)
                .setParameter("case", caseId.value())
                .setParameter("part", (short) Compartment.MESSAGES.code())
                .setParameter("kind", news.kind)
                .setParameter("seen", lookedAt(caseId, news))
                .getSingleResult()
                .intValue();
    }

    /** The step at which she last looked; 0 while she never has. */
    private long lookedAt(CaseId caseId, News news) {
        return ((Number) entities.createNativeQuery(
                                "SELECT coalesce(max(" + news.column + "), 0) FROM message_seen WHERE case_id = ?1")
                        .setParameter(1, caseId.value())
                        .getSingleResult())
                .longValue();
    }

    /** Throws {@link TooManyToday}. */
    void demandPace(CaseId caseId) {
        if (pending.sentOn(caseId, LocalDate.now(clock)) >= MOST_A_DAY) {
            throw new TooManyToday();
        }
    }

    /** Her therapists are told that something is waiting: once, however often she and others write within a few minutes. */
    void tell(CaseId caseId) {
        people.therapistsOf(caseId)
                .forEach(therapist ->
                        mailer.afterPause(Letter.MESSAGE_WAITING, therapist.id().value(), NEWS));
    }
}
