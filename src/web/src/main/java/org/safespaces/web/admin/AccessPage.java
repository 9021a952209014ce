package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.safespaces.access.AccessOverview;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.CaseOpeners;
import org.safespaces.access.Opener;
import org.safespaces.access.Reach;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class AccessPage {
    @Inject
    private AccessOverview overview;

    @Inject
    private ReachWords words;

    @Inject
    private Exchange exchange;

    private List<Person> people = List.of();
    private List<Client> clients = List.of();
    private boolean down;

    /** A therapist, and what she can open. */
    public record Person(String name, String initials, boolean suspended, List<String> lines) {}

    /** A client by designation, and who can open her record. */
    public record Client(String designation, String state, boolean unattended, List<String> lines) {}

    /** Reads both sides of it. */
    public void load() {
        try {
            people = overview.therapists().stream().map(this::person).toList();
            clients = overview.cases().stream().map(this::client).toList();
        } catch (AccountsUnavailable noAnswer) {
            down = true;
        }
    }

    private Person person(Reach reach) {
        return new Person(reach.name(), Initials.of(reach.name()), reach.suspended(), words.of(reach));
    }

    private Client client(CaseOpeners record) {
        List<String> lines = record.who().stream().map(this::said).toList();
        return new Client(
                record.designation(),
                exchange.text("casefile", "case." + record.state()),
                record.isUnattended(),
                lines);
    }

    private String said(CaseOpeners.Who who) {
        Opener opener = who.opener();
        String sentence = String.format(
                Locale.UK,
                exchange.text("people", "opener." + opener.kind()),
                opener.name(),
                opener.first().map(Days::dated).orElse(""),
                opener.last().map(Days::dated).orElse(""));
        if (who.suspended()) {
            return sentence + " " + exchange.text("people", "opener.suspended");
        }
        return who.atWork() ? sentence : sentence + " " + exchange.text("people", "opener.out");
    }

    /** Who is a therapist still cannot be said while the sign-in server does not answer. */
    public boolean isDown() {
        return down;
    }

    public List<Person> getPeople() {
        return people;
    }

    public List<Client> getClients() {
        return clients;
    }
}
