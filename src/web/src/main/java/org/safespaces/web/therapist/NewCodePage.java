package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Cases;
import org.safespaces.access.ClientCodes;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.CaseId;
import org.safespaces.web.frame.Exchange;

/** A new code for a client. It stands in the answer to the post that drew it, and nowhere again. */
@Named
@RequestScoped
public class NewCodePage {
    @Inject
    private Cases cases;

    @Inject
    private ClientCodes codes;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private ClientsPage.Row client;
    private List<String> groups = List.of();

    /** Whoever covers finds nothing here: giving a code is giving a key. */
    public void load() {
        codes.demandOwn(caseId());
        client = ClientsPage.Row.of(cases.mine(caseId()));
        if (!vaultLock.isOpen() && !exchange.isPost()) {
            throw new VaultLocked();
        }
    }

    public void give() {
        try {
            groups = List.of(codes.renew(caseId()).split(" "));
        } catch (VaultLocked meanwhile) {
            exchange.goTo("/therapist/unlock?then=%2Ftherapist%2Fnew-code%3Fcase%3D" + caseId().value());
        } catch (KeysDoNotFit doNotOpen) {
            exchange.complainAt(null, exchange.text("codes", "error.keys"));
        } catch (TooBusy busy) {
            exchange.complainAt(null, exchange.text("vault", "error.busy"));
        }
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    public boolean isShown() {
        return !groups.isEmpty();
    }

    /** The code, in four groups. */
    public List<String> getGroups() {
        return groups;
    }

    public String getId() {
        return client == null ? "" : client.id();
    }

    public String getDesignation() {
        return client == null ? "" : client.designation();
    }
}
