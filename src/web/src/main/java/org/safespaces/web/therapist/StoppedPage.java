package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.Colleagues;
import org.safespaces.keys.Difference;
import org.safespaces.keys.StoppedWork;
import org.safespaces.keys.WordsDoNotMatch;
import org.safespaces.people.Ids;
import org.safespaces.people.People;
import org.safespaces.people.TherapistSummary;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class StoppedPage {
    private static final String HERE = "/therapist/stopped";
    private static final String WORDS = "readers";

    @Inject
    private StoppedWork stoppedWork;

    @Inject
    private Colleagues colleagues;

    @Inject
    private People people;

    @Inject
    private Exchange exchange;

    private Optional<StoppedWork.Stop> stop;
    private String wrong = "";

    /** Shows what differs, or does what one of the buttons says. Whoever has not been stopped is sent to the door. */
    public void prepare() {
        if (!stoppedWork.isStopped()) {
            exchange.goTo("/therapist/unlock");
            return;
        }
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
            stop = null;
        }
    }

    /** Read when first asked for: a post asks before the page is made. Empty once nothing is stopped any more. */
    private Optional<StoppedWork.Stop> stop() {
        if (stop == null) {
            stop = stoppedWork.isStopped() ? Optional.of(stoppedWork.look()) : Optional.empty();
        }
        return stop;
    }

    private List<Difference> all() {
        return stop().map(StoppedWork.Stop::differences).orElse(List.of());
    }

    private void act(String what) {
        if ("compare".equals(what)) {
            compare();
        } else {
            exchange.goTo(stoppedWork.goOn() ? "/therapist/today" : HERE);
        }
    }

    private void compare() {
        UUID keyId = Ids.parse(exchange.parameter("key").orElse(null));
        String fourth = getFourth();
        String sixth = getSixth();
        if (fourth.isEmpty() || sixth.isEmpty()) {
            complainAt(fourth.isEmpty() ? "fourth" : "sixth", "compare.error.blank");
            return;
        }
        try {
            stoppedWork.compare(keyId, fourth, sixth);
            exchange.goTo(HERE);
        } catch (WordsDoNotMatch others) {
            complainAt("fourth", "compare.error.words");
        }
    }

    private void complainAt(String field, String key) {
        wrong = exchange.text(WORDS, key);
        exchange.complainAt(field, wrong);
    }

    /** What is the matter with what was typed; empty when nothing is. */
    public String getWrong() {
        return wrong;
    }

    public long getLine() {
        return stop().map(StoppedWork.Stop::line).orElse(0L);
    }

    /** What differs, one line each; what only has to be compared again is counted, not listed. */
    public List<String> getDifferences() {
        return all().stream()
                .filter(each -> each.kind() != Difference.Kind.KEYS_TO_COMPARE)
                .map(this::said)
                .toList();
    }

    private String said(Difference difference) {
        String key = "stopped." + difference.kind();
        if (difference.version() > 0) {
            return String.format(exchange.text(WORDS, key), difference.version());
        }
        if (difference.personId().isEmpty()) {
            return exchange.text(WORDS, key);
        }
        return isHerself(difference)
                ? exchange.text(WORDS, key + ".you")
                : String.format(exchange.text(WORDS, key), name(difference));
    }

    private boolean isHerself(Difference difference) {
        return difference.personId().filter(stoppedWork.self()::equals).isPresent();
    }

    private String name(Difference difference) {
        String unnamed = isPaper(difference) ? "keys.paper" : "stopped.someone";
        return difference.personId().map(this::therapist).orElseGet(() -> exchange.text(WORDS, unnamed));
    }

    /** By id, whether or not there are keys of hers any more; {@code null} where nobody is called that. */
    private String therapist(UUID person) {
        return people.colleagues().stream()
                .filter(each -> each.id().value().equals(person))
                .map(TherapistSummary::shownName)
                .findFirst()
                .orElse(null);
    }

    /** The one to compare next, if comparing is the way on. */
    private Optional<Difference> next() {
        return isMendable()
                ? all().stream()
                        .filter(each -> each.kind().isSettledByComparing())
                        .findFirst()
                : Optional.empty();
    }

    /** Nothing differs but what comparing settles, and the vault's own notes, which begin anew after it. */
    private boolean isMendable() {
        return all().stream()
                .allMatch(each ->
                        each.kind().isSettledByComparing() || each.kind().isOfTheSheet());
    }

    public boolean isComparing() {
        return next().isPresent();
    }

    public boolean isReady() {
        return stop().filter(StoppedWork.Stop::mayGoOn).isPresent();
    }

    public boolean isBeyondComparing() {
        return !isMendable();
    }

    public String getKey() {
        return next().flatMap(Difference::keyId).map(UUID::toString).orElse("");
    }

    public List<String> getCompareWords() {
        return next().flatMap(Difference::keyId).map(stoppedWork::wordsOf).orElse(List.of());
    }

    public String getCompareTitle() {
        Difference next = next().orElseThrow();
        if (isHerself(next)) {
            return exchange.text(WORDS, "stopped.compare.h2.you");
        }
        return isPaper(next)
                ? exchange.text(WORDS, "stopped.compare.h2.paper")
                : String.format(exchange.text(WORDS, "stopped.compare.h2"), name(next));
    }

    public String getCompareLead() {
        Difference next = next().orElseThrow();
        return isHerself(next)
                ? exchange.text(WORDS, "stopped.compare.lead.you")
                : String.format(exchange.text(WORDS, "stopped.compare.lead"), name(next));
    }

    public boolean isComparingPaper() {
        return next().filter(each -> isPaper(each) || isHerself(each)).isPresent();
    }

    private boolean isPaper(Difference difference) {
        return colleagues.all().stream()
                .filter(each ->
                        difference.personId().filter(each.personId()::equals).isPresent())
                .anyMatch(each -> each.name().isEmpty());
    }

    /** How many are to be compared, where it is more than one. */
    public String getLeft() {
        long left = all().stream()
                .filter(each -> each.kind().isSettledByComparing())
                .count();
        return left > 1 ? String.format(exchange.text(WORDS, "stopped.left"), left) : "";
    }

    public String getFourth() {
        return exchange.parameter("fourth").orElse("");
    }

    public String getSixth() {
        return exchange.parameter("sixth").orElse("");
    }
}
