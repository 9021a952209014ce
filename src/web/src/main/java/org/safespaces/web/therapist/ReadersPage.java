package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.safespaces.keys.Colleague;
import org.safespaces.keys.Colleagues;
import org.safespaces.keys.Comparison;
import org.safespaces.keys.KeyNews;
import org.safespaces.keys.NotVouched;
import org.safespaces.keys.ProposalGone;
import org.safespaces.keys.Recipients;
import org.safespaces.keys.SameRecipients;
import org.safespaces.keys.Standing;
import org.safespaces.keys.TooFewRecipients;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.WordsDoNotMatch;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;

@Named
@RequestScoped
public class ReadersPage {
    private static final String HERE = "/therapist/readers";
    private static final String WORDS = "readers";
    private static final Set<String> DONE = Set.of("vouched", "proposed", "signed", "withdrawn");

    @Inject
    private Colleagues colleagues;

    @Inject
    private Recipients recipients;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private List<Colleague> all;
    private Recipients.Newest newest;
    private Comparison comparison;
    private String wrong = "";
    private List<Offer> offers;
    private List<String> news;

    /** Somebody's keys, in words. */
    public record Row(
            String keyId,
            String name,
            String initials,
            boolean you,
            boolean vouched,
            String standing,
            String words,
            boolean compared,
            boolean comparable) {}

    /** Somebody who can receive enquiries. */
    public record Reader(String id, String name, boolean chosen) {}

    /** A proposal, in words. */
    public record Offer(String id, String hash, String by, String names, String adds, String drops, boolean mine) {}

    /** Shows, or does what one of the buttons says. */
    public void prepare() {
        exchange.parameter("compare").map(Ids::parse).ifPresent(key -> comparison = colleagues.comparison(key));
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse("").split(":", 3));
        }
    }

    private void act(String[] what) {
        try {
            switch (what[0]) {
                case "vouch" -> vouch();
                case "propose" -> propose();
                case "sign" -> sign(what);
                case "withdraw" -> withdraw(what);
                default -> exchange.goTo(HERE);
            }
        } catch (ProposalGone gone) {
            exchange.complain(null, WORDS, "propose.error.gone");
        }
    }

    private void vouch() {
        String fourth = exchange.parameter("fourth").orElse("");
        String sixth = exchange.parameter("sixth").orElse("");
        if (comparison == null) {
            throw new NoSuchPerson();
        }
        if (fourth.isEmpty() || sixth.isEmpty()) {
            complainAt(fourth.isEmpty() ? "fourth" : "sixth", "compare.error.blank");
            return;
        }
        try {
            colleagues.vouch(comparison.keyId(), fourth, sixth);
            exchange.goTo(HERE + "?done=vouched");
        } catch (WordsDoNotMatch others) {
            complainAt("fourth", "compare.error.words");
        } catch (NotVouched herself) {
            exchange.complain(null, WORDS, "compare.error.unvouched");
        }
    }

    private void propose() {
        List<UUID> chosen =
                Arrays.stream(exchange.parameters("reader")).map(Ids::parse).toList();
        try {
            recipients.propose(chosen);
            exchange.goTo(HERE + "?done=proposed");
        } catch (TooFewRecipients few) {
            complainAt("readers", "propose.error.few");
        } catch (SameRecipients already) {
            complainAt("readers", "propose.error.same");
        } catch (NotVouched somebody) {
            complainAt("readers", "propose.error.unvouched");
        }
    }

    private void sign(String[] what) {
        if (what.length < 3) {
            throw new NoSuchPerson();
        }
        try {
            recipients.sign(Ids.parse(what[1]), what[2]);
            exchange.goTo(HERE + "?done=signed");
        } catch (NotVouched herself) {
            exchange.complain(null, WORDS, "propose.error.unvouched");
        }
    }

    private void withdraw(String[] what) {
        if (what.length < 2) {
            throw new NoSuchPerson();
        }
        recipients.withdraw(Ids.parse(what[1]));
        exchange.goTo(HERE + "?done=withdrawn");
    }

    private void complainAt(String field, String key) {
        wrong = exchange.text(WORDS, key);
        exchange.complainAt(field, wrong);
    }

    /** What is the matter with what was typed; empty when nothing is. */
    public String getWrong() {
        return wrong;
    }

    public String getDone() {
        return exchange.parameter("done")
                .filter(DONE::contains)
                .map(done -> exchange.text(WORDS, "readers.done." + done))
                .orElse("");
    }

    public boolean isLocked() {
        return !vaultLock.isOpen();
    }

    public boolean isUnvouched() {
        return vaultLock.standing() != Standing.VOUCHED;
    }

    /** May she compare, propose and sign now? */
    public boolean isAble() {
        return !isLocked() && !isUnvouched();
    }

    public boolean isComparing() {
        return comparison != null;
    }

    public String getCompareKey() {
        return comparison.keyId().toString();
    }

    public String getCompareTitle() {
        return comparison
                .name()
                .map(name -> String.format(exchange.text(WORDS, "compare.h1"), name))
                .orElseGet(() -> exchange.text(WORDS, "compare.h1.paper"));
    }

    public boolean isComparingPaper() {
        return comparison.name().isEmpty();
    }

    /** Six, of which two are empty. */
    public List<String> getCompareWords() {
        return comparison.words();
    }

    public String getFourth() {
        return exchange.parameter("fourth").orElse("");
    }

    public String getSixth() {
        return exchange.parameter("sixth").orElse("");
    }

    private List<Colleague> all() {
        if (all == null) {
            all = colleagues.all();
        }
        return all;
    }

    public List<Row> getRows() {
        boolean able = isAble();
        return all().stream().map(each -> row(each, able)).toList();
    }

    private Row row(Colleague of, boolean able) {
        return new Row(
                of.keyId().toString(),
                name(of),
                Initials.of(name(of)),
                of.you(),
                of.vouched(),
                standing(of),
                of.words(),
                of.compared(),
                able && !of.you() && !of.compared());
    }

    private String standing(Colleague of) {
        if (!of.vouched()) {
            return exchange.text(WORDS, "keys.waiting");
        }
        if (of.anchored() && of.vouchers().isEmpty()) {
            return exchange.text(WORDS, "keys.anchored");
        }
        String vouched = String.format(
                exchange.text(WORDS, "keys.vouched"),
                Spoken.all(of.vouchers()),
                of.since().map(Days::dated).orElse(""));
        return of.anchored() ? exchange.text(WORDS, "keys.anchored") + " " + vouched : vouched;
    }

    private String name(Colleague of) {
        return of.name().orElseGet(() -> exchange.text(WORDS, "keys.paper"));
    }

    private Recipients.Newest newest() {
        if (newest == null) {
            newest = recipients.newest();
        }
        return newest;
    }

    public boolean isListed() {
        return newest().version() > 0;
    }

    public boolean isBelieved() {
        return newest().believed();
    }

    public String getListNumber() {
        return String.format(exchange.text(WORDS, "list.number"), newest().version());
    }

    public String getSigners() {
        return String.format(exchange.text(WORDS, "list.signed"), Spoken.all(names(newest().signers())));
    }

    public List<Reader> getReaders() {
        return chosen(newest().people()).stream().filter(Reader::chosen).toList();
    }

    /** Everybody who can be chosen, with those who are. */
    public List<Reader> getCandidates() {
        Collection<UUID> chosen = exchange.isPost()
                ? Arrays.stream(exchange.parameters("reader")).map(Ids::parse).toList()
                : newest().people();
        return chosen(chosen);
    }

    private List<Reader> chosen(Collection<UUID> people) {
        return all().stream()
                .filter(Colleague::vouched)
                .map(each -> new Reader(each.personId().toString(), name(each), people.contains(each.personId())))
                .toList();
    }

    public List<Offer> getOffers() {
        if (offers == null) {
            offers = recipients.proposals().stream().map(this::offer).toList();
        }
        return offers;
    }

    private Offer offer(Recipients.Proposal of) {
        Set<UUID> now = newest().people();
        return new Offer(
                of.id().toString(),
                of.hash(),
                String.format(
                        exchange.text(WORDS, "offers.by"),
                        Spoken.all(names(Set.of(of.by()))),
                        Days.dated(of.proposedOn())),
                String.format(exchange.text(WORDS, "offers.names"), Spoken.all(names(of.people()))),
                changed("offers.adds", of.people(), now),
                changed("offers.drops", now, of.people()),
                of.mine());
    }

    private String changed(String key, Set<UUID> among, Set<UUID> butNot) {
        List<String> names =
                names(among.stream().filter(each -> !butNot.contains(each)).collect(Collectors.toSet()));
        return names.isEmpty() ? "" : String.format(exchange.text(WORDS, key), Spoken.all(names));
    }

    private List<String> names(Set<UUID> people) {
        Map<UUID, String> byPerson =
                all().stream().collect(Collectors.toMap(Colleague::personId, this::name, (first, second) -> first));
        String unknown = exchange.text(WORDS, "stopped.someone");
        return people.stream()
                .map(each -> byPerson.getOrDefault(each, unknown))
                .sorted()
                .toList();
    }

    /** What is new about keys, for her first page after unlocking. */
    public List<String> getNews() {
        if (news == null) {
            news = vaultLock.isOpen()
                    ? colleagues.news().stream().map(this::said).distinct().toList()
                    : List.of();
        }
        return news;
    }

    private String said(KeyNews news) {
        Function<String, String> words = ending -> exchange.text(WORDS, "news." + news.kind() + ending);
        if (news.kind() == KeyNews.Kind.LIST_CHANGED) {
            return String.format(words.apply(""), news.version());
        }
        return news.you()
                ? words.apply(".you")
                : String.format(words.apply(""), news.name().orElseGet(() -> exchange.text(WORDS, "keys.paper")));
    }

    /** She knows. */
    public void readNews() {
        colleagues.readNews();
        exchange.goTo("/therapist/today");
    }
}
