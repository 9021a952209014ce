package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.safespaces.access.Cases;
import org.safespaces.people.ClientSummary;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

/**
 * The shortest way to a client or a page: a list that gets shorter with each letter. Works with the vault locked, and without script; with it
 * the same list opens over any page. What is typed is in no address.
 */
@Named
@RequestScoped
public class GoPage {
    private static final int LONGEST = 60;

    /** So few clients are found that there is room for what is done most often with each. */
    private static final int FEW = 8;

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("menu.today", "/therapist/today"),
            Map.entry("menu.intakes", "/therapist/intakes"),
            Map.entry("menu.clients", "/therapist/clients"),
            Map.entry("menu.diary", "/therapist/diary"),
            Map.entry("menu.search", "/therapist/search"),
            Map.entry("menu.availability", "/therapist/availability"),
            Map.entry("menu.keys", "/therapist/keys"),
            Map.entry("menu.erasures", "/therapist/erasures"));

    @Inject
    private Cases cases;

    @Inject
    private Exchange exchange;

    private List<Goal> clients = List.of();
    private List<Goal> pages = List.of();

    /** Somewhere to go. */
    public record Goal(String id, String address, String word, String initials) {}

    /** Finds. */
    public void load() {
        clients = cases.mine().stream().map(GoPage::goal).filter(this::isMeant).toList();
        pages = pages().filter(this::isMeant).toList();
    }

    private static Goal goal(ClientSummary client) {
        String id = client.id().value().toString();
        return new Goal(id, "/therapist/client?id=" + id, client.designation(), Initials.of(client.designation()));
    }

    private Stream<Goal> pages() {
        return PAGES.entrySet().stream()
                .map(page -> new Goal("", page.getValue(), exchange.text("staff", page.getKey()), ""))
                .sorted((one, other) -> one.word().compareTo(other.word()));
    }

    private boolean isMeant(Goal goal) {
        String word = goal.word().toLowerCase(Locale.UK);
        return Arrays.stream(getAsked().toLowerCase(Locale.UK).split("\\s+")).allMatch(word::contains);
    }

    public String getAsked() {
        return exchange.isPost()
                ? exchange.parameter("q")
                        .filter(word -> word.length() <= LONGEST)
                        .orElse("")
                : "";
    }

    public List<Goal> getClients() {
        return clients;
    }

    public List<Goal> getPages() {
        return pages;
    }

    public boolean isFew() {
        return clients.size() <= FEW;
    }

    public boolean isNothing() {
        return clients.isEmpty() && pages.isEmpty();
    }
}
