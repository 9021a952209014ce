package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Cases;
import org.safespaces.intake.AlreadySent;
import org.safespaces.intake.FormWalk;
import org.safespaces.intake.Intakes;
import org.safespaces.intake.NotComplete;
import org.safespaces.intake.WorkingCopy;
import org.safespaces.keys.BrowserKeyHolder;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.notes.CaseNotes;
import org.safespaces.notes.NoteSummary;
import org.safespaces.notes.OpenNote;
import org.safespaces.people.CaseId;
import org.safespaces.vault.Vault;
import org.safespaces.vault.VaultException;
import org.wildfly.security.auth.server.IdentityCredentials;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.security.credential.store.CredentialStore.CredentialSourceProtectionParameter;
import org.wildfly.security.credential.store.WildFlyElytronCredentialStoreProvider;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.ClearPassword;

/** Sealed text, and the keys to it, where they really live: in requests, sessions, transactions and two databases. */
@InTheServer
class SealingIT {
    @Inject
    private AsRowan rowan;

    @Inject
    private Cases cases;

    @Inject
    private CaseNotes notes;

    @Inject
    private VaultLock lock;

    @Inject
    private BrowserKeyHolder browser;

    @Inject
    private Intakes intakes;

    @Inject
    private FormWalk walk;

    @Inject
    private FilledForms filledForms;

    @Inject
    private Probe.Kept kept;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Rows rows;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @Test
    void aLockedVaultOpensNothing() {
        CaseId id = aCase();
        NoteSummary note = as(rowan, () -> notes.list(id)).get(0);

        assertFalse(as(rowan, () -> lock.isOpen()));
        assertThrows(VaultLocked.class, () -> as(rowan, () -> notes.read(id, note.itemId())));
    }

    @Test
    void whoeverIsSignedInAndKnowsThePhraseReadsHerOwnCaseload() throws Exception {
        CaseId id = aCase();
        NoteSummary note = as(rowan, () -> notes.list(id)).get(0);

        browser.present(as(rowan, () -> lock.unlock(Development.secret("rowan.phrase"))));
        OpenNote opened = as(rowan, () -> notes.read(id, note.itemId()));

        assertTrue(opened.said().length() > 20);
        assertFalse(opened.toString().contains(opened.said()));
    }

    @Test
    void anotherBrowsersKeyOpensNothingInThisSession() throws Exception {
        CaseId id = aCase();
        NoteSummary note = as(rowan, () -> notes.list(id)).get(0);
        String first = as(rowan, () -> lock.unlock(Development.secret("rowan.phrase")));
        as(rowan, () -> lock.unlock(Development.secret("rowan.phrase")));

        browser.present(first);

        assertThrows(VaultLocked.class, () -> as(rowan, () -> notes.read(id, note.itemId())));
    }

    @Test
    void lockingTakesTheKeyOutOfTheSession() throws Exception {
        browser.present(as(rowan, () -> lock.unlock(Development.secret("rowan.phrase"))));
        assertTrue(as(rowan, () -> lock.isOpen()));

        as(rowan, () -> {
            lock.lock();
            return null;
        });

        assertFalse(as(rowan, () -> lock.isOpen()));
    }

    @Test
    void aWrongPhraseOpensNothingAndIsWrittenDown() {
        long before = rows.committed("audit_event WHERE action = 'VAULT_UNLOCK_FAILED'");

        assertThrows(WrongPhrase.class, () -> as(rowan, () -> lock.unlock("six words that nobody ever drew")));

        assertEquals(before + 1, rows.committed("audit_event WHERE action = 'VAULT_UNLOCK_FAILED'"));
    }

    @Test
    void keysAreWipedWhenTheRequestEnds() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + System.getProperty("jboss.http.port")
                                        + "/container/probe"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());

        Vault leftOver = kept.afterItsRequest();

        assertNotNull(leftOver);
        assertThrows(VaultException.class, () -> leftOver.openCase(Probe.aPart()));
    }

    @Test
    void anEnquiryThatCannotBeKeptLeavesItsErasureKeyClaimedAndNothingElse() throws Exception {
        long sent = rows.committed("intake_sending");
        long kept = rows.committed("intake");
        List<String> letters = rows.ofPractice("SELECT id::text FROM outbox");
        long codes = rows.committed("return_code");
        long claimed = rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL");

        transaction.begin();
        try {
            assertNotNull(intakes.send(filledForms.shortest(), List.of()).code());
            assertEquals(sent + 1, rows.underway("intake_sending"), "it had been taken");
        } finally {
            transaction.rollback();
        }

        assertEquals(sent, rows.committed("intake_sending"));
        assertEquals(kept, rows.committed("intake"));
        assertTrue(letters.containsAll(rows.ofPractice("SELECT id::text FROM outbox")), "others may leave");
        assertEquals(codes, rows.committed("return_code"));
        assertEquals(claimed + 1, rows.inKeystore("erasure_key WHERE claimed_on IS NOT NULL"));
    }

    @Test
    void theSameSendingIsTakenOnce() throws Exception {
        WorkingCopy copy = filledForms.shortest();

        transaction.begin();
        try {
            intakes.send(copy, List.of());
            assertThrows(AlreadySent.class, () -> intakes.send(copy, List.of()));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void anEnquiryFromSomebodyUnderAgeOrWithoutConsentIsNotTaken() {
        WorkingCopy empty = walk.begin();

        assertThrows(NotComplete.class, () -> intakes.send(empty, List.of()));
    }

    @Test
    void secretsThatAreNotForDevelopmentAreRefusedInDevelopment() throws Exception {
        Method refuse = Class.forName("org.safespaces.keys.ServerSecrets", true, CaseNotes.class.getClassLoader())
                .getDeclaredMethod("refuseWrongStage", CredentialStore.class);
        refuse.setAccessible(true);

        refuse.invoke(null, store("development"));
        InvocationTargetException refused =
                assertThrows(InvocationTargetException.class, () -> refuse.invoke(null, store(null)));

        assertInstanceOf(IllegalStateException.class, refused.getCause());
    }

    @Test
    void guessesThatCostNextToNothingAreRefusedOutsideOfDevelopment() throws Exception {
        Method refuse = Class.forName("org.safespaces.keys.ServerSecrets", true, CaseNotes.class.getClassLoader())
                .getDeclaredMethod("refuseCheapGuesses", boolean.class);
        refuse.setAccessible(true);

        refuse.invoke(null, true);
        InvocationTargetException refused =
                assertThrows(InvocationTargetException.class, () -> refuse.invoke(null, false));

        assertInstanceOf(IllegalStateException.class, refused.getCause());
    }

    private CaseId aCase() {
        return as(rowan, () -> cases.mine()).get(0).id();
    }

    private static CredentialStore store(String stage) throws Exception {
        CredentialStore store = CredentialStore.getInstance(
                "KeyStoreCredentialStore", WildFlyElytronCredentialStoreProvider.getInstance());
        Path file = Files.createTempDirectory("store").resolve("store.cs");
        store.initialize(
                Map.of("location", file.toString(), "keyStoreType", "PKCS12", "create", "true", "modifiable", "true"),
                new CredentialSourceProtectionParameter(IdentityCredentials.NONE.withCredential(clear("password"))),
                new Provider[] {WildFlyElytronPasswordProvider.getInstance()});
        if (stage != null) {
            store.store("stage", clear(stage));
        }
        store.flush();
        return store;
    }

    private static PasswordCredential clear(String value) {
        return new PasswordCredential(ClearPassword.createRaw(ClearPassword.ALGORITHM_CLEAR, value.toCharArray()));
    }
}
