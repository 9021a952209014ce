package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.safespaces.access.HandOvers;
import org.safespaces.access.Offer;
import org.safespaces.access.OfferGone;
import org.safespaces.keys.KeysDoNotFit;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.people.Ids;
import org.safespaces.scheduling.Diary;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class OfferPage {
    @Inject
    private HandOvers handOvers;

    @Inject
    private Diary diary;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private Offer offer;
    private List<String> ahead = List.of();
    private boolean gone;

    /** Shows the offer; or takes the answer. */
    public void load() {
        try {
            offer = handOvers.toMe(id());
            if (!vaultLock.isOpen()) {
                unlockFirst();
            } else if (exchange.isPost()) {
                answer();
            } else {
                ahead = diary.ahead(offer.caseId()).stream()
                        .map(entry -> Spoken.when(entry, diary.zone()))
                        .toList();
            }
        } catch (OfferGone answeredOrTakenBack) {
            gone = true;
        }
    }

    private void unlockFirst() {
        if (!exchange.isPost()) {
            throw new VaultLocked();
        }
        exchange.goTo("/therapist/unlock?then=%2Ftherapist%2Foffer%3Fid%3D" + id());
    }

    private void answer() {
        if ("accept".equals(exchange.parameter("do").orElse(""))) {
            accept();
        } else {
            handOvers.decline(id());
            exchange.goTo("/therapist/offer?id=" + id());
        }
    }

    private void accept() {
        try {
            exchange.goTo("/therapist/client?id=" + handOvers.accept(id()).value() + "&taken=1");
        } catch (VaultLocked meanwhile) {
            unlockFirst();
        } catch (KeysDoNotFit cannotOpen) {
            exchange.goTo("/therapist/offer?id=" + id() + "&keys=no");
        }
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    public String getId() {
        return id().toString();
    }

    public boolean isGone() {
        return gone;
    }

    public boolean isOpen() {
        return offer != null && !gone;
    }

    public boolean isWithoutKeys() {
        return exchange.parameter("keys").isPresent();
    }

    public String getDesignation() {
        return offer.designation();
    }

    public String getInitials() {
        return Initials.of(offer.designation());
    }

    public String getLine() {
        return String.format(exchange.text("handover", "offer.line"), offer.from(), Days.dated(offer.offeredOn()));
    }

    public String getLockLine() {
        return String.format(exchange.text("handover", "offer.mean.lock"), offer.from());
    }

    public String getAheadLine() {
        return String.format(
                exchange.text("handover", ahead.isEmpty() ? "offer.ahead.none" : "offer.ahead"), offer.from());
    }

    public List<String> getAhead() {
        return ahead;
    }
}
