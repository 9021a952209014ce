package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safespaces.people.Ids;
import org.safespaces.people.NoSuchPerson;
import org.safespaces.scheduling.Mode;
import org.safespaces.scheduling.SessionTypeSummary;
import org.safespaces.scheduling.SessionTypeTerms;
import org.safespaces.scheduling.SessionTypes;
import org.safespaces.scheduling.TermsChanged;
import org.safespaces.scheduling.TermsDoNotFit;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class SessionTypesPage {
    private static final String ADDRESS = "/admin/session-types";
    private static final Set<String> NOTICES = Set.of("made", "changed", "withdrawn", "offered", "meanwhile", "name");

    @Inject
    private SessionTypes types;

    @Inject
    private Exchange exchange;

    private List<SessionTypeSummary> all = List.of();
    private Optional<SessionTypeSummary> chosen = Optional.empty();
    private SessionTypeForm form;

    /** A kind of session in the list. */
    public record Row(String id, String name, String said, boolean offered, String who) {}

    /** A box for a number, and what is wrong with what is in it. */
    public record Box(String name, String label, String help, String value, String wrong) {}

    /** One of two or three ways. */
    public record Way(String value, String label, boolean chosen) {}

    /** Reads what is asked for, and does it. */
    public void prepare() {
        all = types.all();
        chosen = exchange.parameter("id").map(Ids::parse).map(this::find);
        if (exchange.isPost()) {
            act(exchange.parameter("do").orElse(""));
        } else if (chosen.isPresent()) {
            form = SessionTypeForm.of(chosen.get().terms());
        } else if (exchange.parameter("new").isPresent()) {
            form = SessionTypeForm.empty();
        }
    }

    private SessionTypeSummary find(UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(NoSuchPerson::new);
    }

    private void act(String what) {
        if ("save".equals(what)) {
            form = SessionTypeForm.typedIn(exchange);
            save(form.terms());
            form.wrong()
                    .forEach((box, part) ->
                            exchange.complainAt(box, said("types." + box) + ": " + said("types.error." + part)));
        } else if (what.startsWith("withdraw:")) {
            types.withdraw(Ids.parse(what.substring("withdraw:".length())));
            exchange.goTo(ADDRESS + "?notice=withdrawn");
        } else if (what.startsWith("offer:")) {
            offer(Ids.parse(what.substring("offer:".length())));
        } else {
            exchange.goTo(ADDRESS);
        }
    }

    private void save(SessionTypeTerms terms) {
        try {
            if (chosen.isPresent()) {
                types.change(chosen.get().id(), version(), terms);
                exchange.goTo(ADDRESS + "?notice=changed");
            } else {
                types.make(terms);
                exchange.goTo(ADDRESS + "?notice=made");
            }
        } catch (TermsDoNotFit wrong) {
            form.refuse(wrong.parts());
        } catch (TermsChanged meanwhile) {
            exchange.goTo(ADDRESS + "?notice=meanwhile&id=" + chosen.get().id());
        }
    }

    private int version() {
        return exchange.parameter("version")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }

    private void offer(UUID id) {
        try {
            types.offer(id);
            exchange.goTo(ADDRESS + "?notice=offered");
        } catch (TermsDoNotFit nameTaken) {
            exchange.goTo(ADDRESS + "?notice=name");
        }
    }

    public String getNotice() {
        return exchange.parameter("notice").filter(NOTICES::contains).orElse("");
    }

    public boolean isGoodNews() {
        return !Set.of("meanwhile", "name").contains(getNotice());
    }

    public List<Row> getRows() {
        return all.stream().map(this::row).toList();
    }

    private Row row(SessionTypeSummary type) {
        SessionTypeTerms terms = type.terms();
        String fee = terms.feePence().isEmpty()
                ? ""
                : ", £" + SessionTypeForm.of(terms).value("fee");
        return new Row(
                type.id().toString(),
                terms.name(),
                String.format(
                        Locale.UK,
                        said("types.said"),
                        terms.lengthMinutes(),
                        said("types.mode." + terms.mode()).toLowerCase(Locale.UK),
                        fee,
                        terms.cancellationHours()),
                type.offered(),
                said(terms.bookedByClients() ? "types.by.clients" : "types.by.therapists"));
    }

    /** Is one being made or changed? */
    public boolean isEditing() {
        return form != null;
    }

    public boolean isNew() {
        return chosen.isEmpty();
    }

    public String getId() {
        return chosen.map(type -> type.id().toString()).orElse("");
    }

    public String getVersion() {
        return exchange.isPost()
                ? String.valueOf(version())
                : chosen.map(type -> String.valueOf(type.version())).orElse("");
    }

    public Box getName() {
        return box("name");
    }

    public Box getFee() {
        return box("fee");
    }

    public List<Box> getNumbers() {
        return SessionTypeForm.numbers().stream().map(this::box).toList();
    }

    private Box box(String name) {
        return new Box(
                name,
                said("types." + name),
                said("types." + name + ".help"),
                form.value(name),
                Optional.ofNullable(form.wrong().get(name))
                        .map(part -> said("types.error." + part))
                        .orElse(""));
    }

    public boolean isFeeShown() {
        return !form.value("shown").isEmpty();
    }

    public List<Way> getModes() {
        return Arrays.stream(Mode.values())
                .map(mode -> new Way(
                        mode.name(), said("types.mode." + mode), mode.name().equals(form.value("mode"))))
                .toList();
    }

    public List<Way> getWays() {
        return List.of("clients", "therapists").stream()
                .map(who -> new Way(who, said("types.by." + who), who.equals(form.value("by"))))
                .toList();
    }

    private String said(String key) {
        return exchange.text("types", key);
    }
}
