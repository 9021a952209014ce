package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safespaces.office.SignpostDesk;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.signposting.Fact;
import org.safespaces.signposting.NoSuchFact;
import org.safespaces.web.frame.Days;
import org.safespaces.web.frame.Exchange;

/** What is said about places that can help, fact by fact, and when somebody rang or opened each. */
@Named
@RequestScoped
public class SignpostsPage {
    private static final String BUNDLE = "office";
    private static final String HERE = "/admin/signposts";
    private static final Set<String> NOTICES = Set.of("checked", "meanwhile");

    /** The parts of what a button says: what to do, the place, which of its facts, and how it was shown. */
    private static final int PARTS = 4;

    @Inject
    private SignpostDesk desk;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Exchange exchange;

    private List<SignpostDesk.CheckedFact> all = List.of();

    /** A fact of a place as it is listed. */
    public record Row(
            String key, String place, String what, String value, String checked, boolean due, boolean rings) {}

    /** Shows all; or notes that one was checked. */
    public void prepare() {
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse("").split(":", PARTS));
        }
        all = desk.all();
    }

    private void act(String[] parts) {
        if (parts.length != PARTS || !"check".equals(parts[0])) {
            exchange.goTo(HERE);
            return;
        }
        try {
            desk.check(parts[1], parts[2], parts[3]);
            exchange.goTo(HERE + "?done=checked");
        } catch (NoSuchFact meanwhile) {
            exchange.goTo(HERE + "?done=meanwhile");
        }
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(SignpostDesk.CheckedFact checked) {
        Fact fact = checked.fact();
        return new Row(
                "check:" + checked.place().id() + ":" + checked.name() + ":" + fact.value(),
                checked.place().name(),
                said("fact." + checked.name()),
                fact.value(),
                since(checked),
                checked.due(),
                Set.of("phone", "text").contains(checked.name()));
    }

    private String since(SignpostDesk.CheckedFact checked) {
        Fact fact = checked.fact();
        if (fact.verifiedOn() == null) {
            return said("signposts.never");
        }
        return String.format(
                Locale.UK,
                said(checked.mine() ? "signposts.by.you" : "signposts.by.colleague"),
                Days.dated(fact.verifiedOn()));
    }

    /** How many are to be checked, and how long a check counts. */
    public String getLead() {
        long due = all.stream().filter(SignpostDesk.CheckedFact::due).count();
        return String.format(
                Locale.UK,
                said("signposts.lead"),
                due,
                all.size(),
                settings.signpostMaxAge().toDays());
    }

    public String getNotice() {
        return exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }

    private String said(String key) {
        return exchange.text(BUNDLE, key);
    }
}
