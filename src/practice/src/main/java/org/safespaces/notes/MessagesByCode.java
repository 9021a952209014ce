package org.safespaces.notes;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.safespaces.keys.CodeMessages;
import org.safespaces.keys.OpenCode;
import org.safespaces.keys.ReturnCodes;
import org.safespaces.people.CaseId;

/** The messages of a case for whoever has its code: what was written to her, and by her. She needs no sign-in; the code lets her. */
@Stateless
@PermitAll
public class MessagesByCode {
    private static final boolean UNASKED = true;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReturnCodes codes;

    @Inject
    private CodeMessages byCode;

    /**
     * All of them, in the order they were written; none while the code leads to no case. That a code was used is recorded before.
     *
     * @param who whatever stands for the one who tries
     * @throws org.safespaces.keys.WrongPhrase when the code is none; {@link org.safespaces.keys.TooManyTries}; {@link
     *     org.safespaces.keys.TooBusy}
     */
    public List<KeptMessage> read(String code, String who) {
        try (OpenCode open = codes.open(code, who)) {
            return open.holder().place().caseId().stream()
                    .flatMap(id -> stored(id).stream())
                    .map(item -> message(item, open))
                    .toList();
        }
    }

    private KeptMessage message(CaseItem item, OpenCode code) {
        return byCode.openItem(code, item.item(), item.address())
                .map(text -> {
                    try (text) {
                        return KeptMessage.read(text, UNASKED);
                    }
                })
                .orElseGet(() -> KeptMessage.closed(item.summary().day()));
    }

    private List<CaseItem> stored(CaseId caseId) {
        return entities.createQuery(
                        "select i from CaseItem i where i.caseId = :case and i.kind = :kind order by i.step",
                        CaseItem.class)
                .setParameter("case", caseId.value())
                .setParameter("kind", ItemKind.MESSAGE)
                .getResultList();
    }
}
