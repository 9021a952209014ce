package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.safespaces.access.AlreadyDecided;
import org.safespaces.access.Erasure;
import org.safespaces.access.ErasureCertificate;
import org.safespaces.access.ErasureState;
import org.safespaces.access.ErasureSummary;
import org.safespaces.access.HoldReason;
import org.safespaces.access.HoldSummary;
import org.safespaces.access.Holds;
import org.safespaces.access.OnHold;
import org.safespaces.access.Role;
import org.safespaces.access.TooEarly;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;

/** Erasures as the second person sees them, in a therapist's part of the pages and in an admin's alike. */
@Named
@RequestScoped
public class ErasureDesk {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Inject
    private Erasure erasure;

    @Inject
    private Holds holds;

    @Inject
    private Clock clock;

    @Inject
    private Exchange exchange;

    private List<ErasureSummary> all;

    /** An erasure in a list. */
    public record Row(
            String id,
            String caseId,
            String designation,
            String initials,
            String reason,
            String state,
            String asked,
            String askedBy,
            boolean open,
            boolean own,
            boolean held,
            boolean erased,
            boolean approvable,
            String begins) {}

    /** A hold in a list. */
    public record Hold(String caseId, String designation, String initials, String said) {}

    /** Does what one of the buttons says, and sends the browser on. */
    public void load() {
        if (exchange.isPost()) {
            String[] parts = exchange.parameter("do").orElse("").split(":", 2);
            act(parts[0], parts.length == 2 ? parts[1] : "");
        }
    }

    private void act(String what, String id) {
        try {
            switch (what) {
                case "approve" -> erasure.approve(Ids.parse(id));
                case "refuse" -> erasure.refuse(Ids.parse(id));
                case "withdraw" -> erasure.withdraw(Ids.parse(id));
                case "hold" -> hold(CaseId.parse(id));
                case "lift" -> holds.liftAny(CaseId.parse(id));
                default -> exchange.goTo(here());
            }
            exchange.goTo(here() + ("approve".equals(what) && isBegun(id) ? "?done=" + id : ""));
        } catch (OnHold | AlreadyDecided | TooEarly meanwhile) {
            exchange.goTo(here() + "?changed=1");
        }
    }

    /** One that was kept long enough waits for thirty days once it is approved. */
    private boolean isBegun(String id) {
        all = null;
        return all().stream().filter(each -> each.id().toString().equals(id)).noneMatch(each -> each.state()
                .isToCome());
    }

    private void hold(CaseId id) {
        exchange.parameter("why")
                .flatMap(name -> Arrays.stream(HoldReason.values())
                        .filter(reason -> reason.name().equals(name))
                        .findFirst())
                .ifPresent(reason -> holds.setOnAsked(id, reason));
    }

    public boolean isAdmin() {
        return exchange.request().getServletPath().startsWith("/admin/");
    }

    private String here() {
        return getArea() + "/erasures";
    }

    /** Whose part of the pages this is. */
    public String getArea() {
        return isAdmin() ? "/admin" : "/therapist";
    }

    public List<Row> getOpen() {
        return all().stream()
                .filter(each -> each.state().isToCome())
                .map(this::row)
                .toList();
    }

    public List<Row> getDecided() {
        return all().stream()
                .filter(each -> !each.state().isToCome())
                .map(this::row)
                .toList();
    }

    private List<ErasureSummary> all() {
        if (all == null) {
            all = erasure.all();
        }
        return all;
    }

    /** The one that is looked at more closely before it is decided. */
    public Optional<Row> chosen() {
        return exchange.parameter("id")
                .flatMap(id ->
                        getOpen().stream().filter(row -> row.id().equals(id)).findFirst());
    }

    public boolean isChosen() {
        return chosen().isPresent();
    }

    public Row getRow() {
        return chosen().orElseThrow(NoSuchPerson::new);
    }

    private Row row(ErasureSummary each) {
        return new Row(
                each.id().toString(),
                each.caseId().value().toString(),
                each.designation(),
                Initials.of(each.designation()),
                exchange.text("erasure", "reason." + each.reason().name()),
                each.state().name(),
                Days.dated(LocalDate.ofInstant(each.askedAt(), ZONE)),
                isAdmin() ? "" : each.askedBy().orElse(""),
                each.state().isToCome(),
                each.own(),
                each.held(),
                each.state() == ErasureState.ERASED,
                !each.own()
                        && !each.held()
                        && each.beginsOn()
                                .filter(LocalDate.now(clock)::isBefore)
                                .isEmpty(),
                each.beginsOn()
                        .map(day -> String.format(exchange.text("erasure", "erasures.begins"), Days.dated(day)))
                        .orElse(""));
    }

    /** For admins; a therapist sees the hold on a record of hers. */
    public List<Hold> getHolds() {
        return isAdmin() ? holds.all().stream().map(this::line).toList() : List.of();
    }

    private Hold line(HoldSummary hold) {
        return new Hold(
                hold.caseId().value().toString(),
                hold.designation(),
                Initials.of(hold.designation()),
                exchange.text("erasure", "hold." + hold.reason().name()) + ". "
                        + String.format(exchange.text("erasure", "hold.since"), Days.dated(hold.since())));
    }

    /** An erasure that was just decided is done, or goes on by itself. */
    public boolean isDone() {
        return exchange.parameter("done").isPresent() && isErased();
    }

    public boolean isUnderWay() {
        return exchange.parameter("done").isPresent() && !isErased();
    }

    private boolean isErased() {
        return all().stream()
                .filter(each -> each.state() == ErasureState.ERASED)
                .anyMatch(each -> each.id().toString().equals(getDoneId()));
    }

    public String getDoneId() {
        return exchange.parameter("done").orElse("");
    }

    public boolean isChanged() {
        return exchange.parameter("changed").isPresent();
    }

    // --- the certificate

    private ErasureCertificate certificate() {
        return erasure.certificate(Ids.parse(exchange.parameter("id").orElse(null)));
    }

    public String getDesignation() {
        return certificate().designation();
    }

    public String getReason() {
        return exchange.text("erasure", "reason." + certificate().reason().name());
    }

    public String getErasedOn() {
        return Days.dated(certificate().erasedOn());
    }

    public String getUnreadable() {
        return String.format(
                exchange.text("erasure", "certificate.backups"),
                Days.dated(certificate().unreadableFrom()));
    }

    public String getDecidedBy() {
        boolean admin = Role.ADMIN.equals(certificate().decidedByRole());
        return admin
                ? exchange.text("erasure", "certificate.by.admin")
                : exchange.text("erasure", "certificate.by.therapist");
    }

    public int getKeys() {
        return certificate().tombstones().size();
    }

    /** In groups of four, so that they can be compared, and wrap. */
    public List<String> getTombstones() {
        return certificate().tombstones().stream()
                .map(hash -> hash.replaceAll("(.{4})(?!$)", "$1 "))
                .toList();
    }
}
