package org.safespaces.web.therapist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.keys.VaultLock;
import org.safespaces.keys.VaultLocked;
import org.safespaces.notes.Copies;
import org.safespaces.notes.CopyChoice;
import org.safespaces.notes.CopyItem;
import org.safespaces.notes.DoesNotOpen;
import org.safespaces.people.CaseId;
import org.safespaces.people.Ids;
import org.safespaces.web.frame.Exchange;

/** One entry of a record, and what becomes of it in a copy: shared, shared without some words, or left out. The entry itself stays as it is. */
@Named
@RequestScoped
public class CopyItemPage {
    private static final String BUNDLE = "rights";

    @Inject
    private Copies copies;

    @Inject
    private CopyWords words;

    @Inject
    private VaultLock vaultLock;

    @Inject
    private Exchange exchange;

    private Optional<CopyItem> item = Optional.empty();
    private SealedForm form;
    private boolean closed;

    /** Opens it for this one answer; or keeps what was decided. */
    public void load() {
        if (exchange.isPost()) {
            form().keep(this::keep);
            if (exchange.isAnswered() || !vaultLock.isOpen()) {
                return;
            }
        }
        if (!vaultLock.isOpen()) {
            throw new VaultLocked();
        }
        open();
    }

    private void open() {
        try {
            CopyItem opened = copies.read(caseId(), request(), id());
            item = Optional.of(opened);
            if (!exchange.isPost()) {
                form = new SealedForm(exchange, shown(opened));
            }
        } catch (DoesNotOpen tamperedWith) {
            closed = true;
        }
    }

    private Map<String, String> shown(CopyItem opened) {
        return Map.of(
                "choice", opened.decision().map(Enum::name).orElse(""),
                "reason", opened.choice().map(CopyChoice::reason).orElse(""),
                "text",
                        opened.choice()
                                .map(CopyChoice::text)
                                .filter(text -> !text.isEmpty())
                                .orElseGet(() -> words.text(opened)));
    }

    private void keep() {
        CopyChoice.Decision decision = form().one("choice", CopyChoice.Decision.values());
        String reason = decision == CopyChoice.Decision.SHARE ? "" : typed("reason", CopyChoice.LONGEST_REASON);
        String text = decision == CopyChoice.Decision.REDACT ? typed("text", CopyChoice.LONGEST_TEXT) : "";
        if (form().isFine()) {
            CopyChoice choice = new CopyChoice(decision, reason, text);
            copies.choose(caseId(), request(), id(), getAbout(), getUpon(), choice);
            exchange.goTo("/therapist/copy?case=" + caseId().value() + "&done=chosen");
        }
    }

    private String typed(String field, int longest) {
        String text = form().text(field, longest).strip();
        if (text.isEmpty()) {
            form().complainOf(field, exchange.text(BUNDLE, "copy.error." + field));
        }
        return text;
    }

    private SealedForm form() {
        if (form == null) {
            form = new SealedForm(exchange, Map.of());
        }
        return form;
    }

    private CaseId caseId() {
        return CaseId.parse(exchange.parameter("case").orElse(null));
    }

    private UUID request() {
        return Ids.parse(exchange.parameter("request").orElse(null));
    }

    private UUID id() {
        return Ids.parse(exchange.parameter("id").orElse(null));
    }

    public String getRequestId() {
        return request().toString();
    }

    public String getId() {
        return id().toString();
    }

    /** The version of the entry that is shown. */
    public int getAbout() {
        return exchange.isPost()
                ? number("about")
                : item.map(each -> each.versions().get(0).number()).orElse(0);
    }

    /** The version of the decision that is shown; 0 for none. */
    public int getUpon() {
        return exchange.isPost() ? number("upon") : item.map(CopyItem::upon).orElse(0);
    }

    private int number(String name) {
        return exchange.parameter(name)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    public String getTitle() {
        return item.map(words::title).orElseGet(() -> exchange.text(BUNDLE, "copy.h2"));
    }

    public String getDisclosure() {
        return item.map(each -> exchange.text("notes", "class." + each.disclosure()))
                .orElse("");
    }

    /** What stands in the record, all versions of it. */
    public String getText() {
        return item.map(words::text).orElse("");
    }

    public List<SealedForm.Choice> getChoices() {
        return List.of(CopyChoice.Decision.values()).stream()
                .map(each -> new SealedForm.Choice(
                        each.name(),
                        exchange.text(BUNDLE, "copy.choice." + each),
                        each.name().equals(form().in("choice"))))
                .toList();
    }

    public String typed(String field) {
        return form().in(field);
    }

    public String wrong(String field) {
        return form().wrong(field);
    }

    public boolean isLockedNow() {
        return form().isLocked();
    }

    public boolean isChanged() {
        return form().isChanged();
    }

    public boolean isClosed() {
        return closed;
    }
}
