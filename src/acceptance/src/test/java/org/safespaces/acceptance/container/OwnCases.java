package org.safespaces.acceptance.container;

import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.access.Cases;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.VaultLock;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.NoteStanding;
import org.safespaces.notes.WrittenNote;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Vault;

/** Cases of a test's own, which stand last in every list and leave the caseload with the test. */
@ApplicationScoped
public class OwnCases {
    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private VaultLock lock;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private BeanManager beans;

    @Inject
    private Rows rows;

    /** Opens somebody's vault for the rest of the test, which is one request: nobody else's opens in it. */
    void unlock(Somebody who, String account) throws IOException {
        String phrase = Development.secret(account + ".phrase");
        browser.present(as(who, () -> lock.unlock(phrase)));
    }

    CaseId opened() {
        return cases.open("Zinc " + UUID.randomUUID());
    }

    CaseId openedBy(Somebody who) {
        return as(who, this::opened);
    }

    UUID note(CaseId id, String said) {
        return notes.write(id, UUID.randomUUID(), said, null);
    }

    /** The next version of a locked note. */
    void revised(CaseId id, UUID note, int upon, String said) {
        notes.revise(
                id, note, upon, WrittenNote.plain(said, null), NoteStanding.LOCKED, Optional.of("something was wrong"));
    }

    UUID note(Somebody who, CaseId id, String said) {
        return as(who, () -> note(id, said));
    }

    /** As in the next request: of what the vault has opened in this one, nothing is remembered. */
    void asInTheNextRequest() {
        AlterableContext request = (AlterableContext) beans.getContext(RequestScoped.class);
        request.destroy(beans.resolve(beans.getBeans(Vault.class)));
    }

    void leave(CaseId id) {
        rows.change("DELETE FROM caseload WHERE case_id = ?", id.value());
        rows.change("DELETE FROM cover WHERE case_id = ?", id.value());
        rows.change("DELETE FROM hand_over WHERE case_id = ?", id.value());
    }
}
