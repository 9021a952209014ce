package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safespaces.access.AccessOverview;
import org.safespaces.access.Account;
import org.safespaces.access.Accounts;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.Invitations;
import org.safespaces.access.LastAdmin;
import org.safespaces.access.OwnSelf;
import org.safespaces.access.Reach;
import org.safespaces.access.Role;
import org.safespaces.access.Suspensions;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.SignedIn;

@Named
@RequestScoped
public class PersonPage {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final Set<String> REFUSALS = Set.of("last", "self", "letter");

    @Inject
    private Accounts accounts;

    @Inject
    private Suspensions suspensions;

    @Inject
    private Invitations invitations;

    @Inject
    private AccessOverview overview;

    @Inject
    private ReachWords words;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    private Account account;
    private Optional<Instant> lastSeen = Optional.empty();
    private Optional<Reach> reach = Optional.empty();
    private boolean suspended;
    private boolean down;

    /** Something that can be done about her. */
    public record Way(String name, String label, boolean chosen) {}

    /** Reads who she is, or does what was confirmed. */
    public void load() {
        String id = Ids.parse(exchange.parameter("id").orElse("")).toString();
        try {
            if (exchange.isPost()) {
                PersonChange.named(exchange.parameter("do").orElse("")).ifPresent(change -> make(change, id));
                if (!exchange.isAnswered()) {
                    exchange.goTo("/admin/person?id=" + id);
                }
                return;
            }
            account = accounts.find(id);
            suspended = suspensions.isSuspended(id);
            lastSeen = accounts.lastSeen(id);
            reach = overview.of(id);
        } catch (AccountsUnavailable noAnswer) {
            down = true;
        }
    }

    private void make(PersonChange change, String id) {
        try {
            switch (change) {
                case SUSPEND -> suspensions.suspend(id);
                case BRING_BACK -> suspensions.bringBack(id);
                case GIVE_THERAPIST -> accounts.give(id, Role.THERAPIST);
                case TAKE_THERAPIST -> accounts.take(id, Role.THERAPIST);
                case GIVE_ADMIN -> accounts.give(id, Role.ADMIN);
                case TAKE_ADMIN -> accounts.take(id, Role.ADMIN);
                case END_SIGN_INS -> suspensions.endSignIns(id);
                case NEW_CODE -> suspensions.askForNewCode(id);
                case WRITE_AGAIN -> invitations.write(id);
            }
            exchange.goTo("/admin/person?id=" + id + "&done=" + change);
        } catch (LastAdmin nobodyLeft) {
            exchange.goTo("/admin/person?id=" + id + "&no=last");
        } catch (OwnSelf herself) {
            exchange.goTo("/admin/person?id=" + id + "&no=self");
        }
    }

    public String getId() {
        return account.id();
    }

    /** Her as the list shows her. */
    public PeoplePage.Row getPerson() {
        return PeoplePage.Row.of(account, signedIn.getAccount());
    }

    public String getSeen() {
        return lastSeen.map(at -> String.format(Locale.UK, said("person.seen.at"), WHEN.format(at)))
                .orElseGet(() -> said("person.seen.not"));
    }

    public List<Way> getWays() {
        return PersonChange.of(account, suspended, getPerson().you()).stream()
                .map(each -> new Way(
                        each.name(),
                        exchange.text("people", "change." + each),
                        chosen().filter(each::equals).isPresent()))
                .toList();
    }

    private Optional<PersonChange> chosen() {
        return exchange.parameter("change").flatMap(PersonChange::named).filter(each -> PersonChange.of(
                        account, suspended, getPerson().you())
                .contains(each));
    }

    public boolean isChosen() {
        return chosen().isPresent();
    }

    public String getChange() {
        return chosen().map(Enum::name).orElse("");
    }

    /** What it comes to, before it is done. */
    public List<String> getEffects() {
        List<String> lines = new ArrayList<>();
        chosen().ifPresent(change -> {
            lines.add(exchange.text("people", "effect." + change));
            if (change.takesFromATherapist()) {
                reach.ifPresent(all -> lines.addAll(words.lost(all)));
            }
        });
        return lines;
    }

    /** What she can open now; nothing for somebody who has not been here as a therapist. */
    public List<String> getReach() {
        return reach.map(words::of).orElse(List.of());
    }

    public String getDone() {
        return exchange.parameter("done")
                .filter(name -> PersonChange.named(name).isPresent() || "INVITED".equals(name))
                .map(name -> exchange.text("people", "done." + name))
                .orElse("");
    }

    public String getRefusal() {
        return exchange.parameter("no")
                .filter(REFUSALS::contains)
                .map(why -> exchange.text("people", "no." + why))
                .orElse("");
    }

    /** Is there somebody to show? Not while a change is being made. */
    public boolean isShown() {
        return account != null;
    }

    public boolean isDown() {
        return down;
    }

    private String said(String key) {
        return exchange.text("people", key);
    }
}
