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
import org.safespaces.access.TypedText;
import org.safespaces.office.TextsDesk;
import org.safespaces.settings.PracticeText;
import org.safespaces.settings.SettingChanged;
import org.safespaces.settings.TextVersion;
import org.safespaces.settings.WordingRefused;
import org.safespaces.web.frame.Exchange;

/** What the practice words for itself: a draft, how it will look, and every version there ever was. */
@Named
@RequestScoped
public class TextsPage {
    private static final String BUNDLE = "office";
    private static final String HERE = "/admin/texts";
    private static final Set<String> NOTICES = Set.of("published", "kept", "dropped", "meanwhile", "risky");

    @Inject
    private TextsDesk desk;

    @Inject
    private Exchange exchange;

    private Optional<PracticeText> chosen = Optional.empty();
    private List<TextVersion> versions = List.of();
    private Optional<TextVersion> draft = Optional.empty();
    private List<String> risks = List.of();
    private String wrong = "";
    private boolean previewed;

    /** A text in the list. */
    public record Line(String name, String label, String help, String said, String since) {}

    /** A version of a text. */
    public record Version(int number, String body, String said, boolean inForce) {}

    /** Shows all, or the one that is asked for; or does what was asked. */
    public void prepare() {
        chosen = exchange.parameter("text").flatMap(name -> Arrays.stream(PracticeText.values())
                .filter(each -> each.name().equals(name))
                .findFirst());
        chosen.ifPresent(text -> {
            versions = desk.versions(text);
            draft = desk.draft(text);
        });
        if (exchange.isPost()) {
            chosen.ifPresentOrElse(text -> act(text, exchange.parameter("do").orElse("")), () -> exchange.goTo(HERE));
        }
    }

    private void act(PracticeText text, String what) {
        try {
            if ("publish".equals(what)) {
                desk.publish(text, typed(), upon());
                go("published");
            } else if ("keep".equals(what)) {
                desk.keep(text, typed());
                go("kept");
            } else if ("drop".equals(what)) {
                desk.drop(text);
                go("dropped");
            } else if (what.matches("restore:\\d{1,6}")) {
                desk.restore(text, Integer.parseInt(what.substring("restore:".length())), upon());
                go("published");
            } else {
                preview(text);
            }
        } catch (WordingRefused refused) {
            refuse(text, refused.words(), what);
        } catch (SettingChanged meanwhile) {
            go("meanwhile");
        }
    }

    private void preview(PracticeText text) {
        if (text.isWhole(typed())) {
            risks = text.risks(typed());
            previewed = true;
        } else {
            complain(text);
        }
    }

    private void refuse(PracticeText text, List<String> words, String what) {
        if (what.startsWith("restore:")) {
            go("risky");
        } else if (words.isEmpty()) {
            complain(text);
        } else {
            risks = words;
            previewed = true;
            wrong = String.format(Locale.UK, said("texts.error.risky"), String.join(", ", words));
            exchange.complainAt("body", wrong);
        }
    }

    private void complain(PracticeText text) {
        wrong = String.format(Locale.UK, said("texts.error.whole"), text.longest());
        exchange.complainAt("body", wrong);
    }

    private void go(String done) {
        exchange.goTo(HERE + "?text=" + getName() + "&done=" + done);
    }

    private String typed() {
        return TypedText.clean(exchange.parameter("body").orElse("")).replaceAll("\\s+", " ");
    }

    private int upon() {
        return exchange.parameter("upon")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(-1);
    }

    public List<Line> getLines() {
        UUID me = desk.me();
        return Arrays.stream(PracticeText.values())
                .map(text -> {
                    Optional<TextVersion> newest = desk.versions(text).stream().findFirst();
                    return new Line(
                            text.name(),
                            said("text." + text),
                            said("text." + text + ".help"),
                            newest.map(TextVersion::body).orElseGet(() -> usual(text)),
                            newest.map(version -> numbered(version, me)).orElseGet(() -> said("texts.usual")));
                })
                .toList();
    }

    private String numbered(TextVersion version, UUID me) {
        return String.format(
                Locale.UK,
                said(me != null && me.equals(version.by()) ? "texts.version.you" : "texts.version.colleague"),
                version.number(),
                OfficeWords.when(version.at()));
    }

    /** The words where the practice has none of its own. */
    private String usual(PracticeText text) {
        return switch (text) {
            case WELCOME -> exchange.text("words", "home.lead");
            case AFTER_SENDING -> exchange.text("form", "sent.lead");
            case AGREEING -> exchange.text("consents", "own.lead");
            case LETTER -> desk.usualLetter();
        };
    }

    public boolean isEditing() {
        return chosen.isPresent();
    }

    public String getName() {
        return chosen.map(Enum::name).orElse("");
    }

    public String getLabel() {
        return chosen.map(text -> said("text." + text)).orElse("");
    }

    public String getHelp() {
        return chosen.map(text -> said("text." + text + ".help") + " "
                        + String.format(Locale.UK, said("texts.bounds"), text.longest()))
                .orElse("");
    }

    /** In the box: what was typed, else the draft, else what is said now. */
    public String getBody() {
        if (exchange.isPost()) {
            return exchange.parameter("body").orElse("");
        }
        return draft.map(TextVersion::body).orElseGet(this::getNow);
    }

    private String getNow() {
        return versions.stream().findFirst().map(TextVersion::body).orElseGet(() -> chosen.map(this::usual)
                .orElse(""));
    }

    public boolean isDrafted() {
        return draft.isPresent();
    }

    /** Since when a draft waits. */
    public String getSince() {
        return draft.map(each -> String.format(Locale.UK, said("texts.drafted"), OfficeWords.when(each.at())))
                .orElse("");
    }

    public boolean isPreviewed() {
        return previewed;
    }

    /** Exactly what would be said: escaped, in one line. */
    public String getPreview() {
        return typed();
    }

    /** What stands over it where it is shown. */
    public String getOver() {
        return chosen.map(text -> switch (text) {
                    case WELCOME -> exchange.text("words", "home.heading");
                    case AFTER_SENDING -> exchange.text("form", "sent.h1");
                    case AGREEING -> exchange.text("consents", "own.h1");
                    case LETTER -> desk.letterSubject();
                })
                .orElse("");
    }

    public boolean isRisky() {
        return !risks.isEmpty();
    }

    public String getRisks() {
        return String.join(", ", risks);
    }

    public String getWrong() {
        return wrong;
    }

    /** The version in force, 0 while there is none; of a form that did not fit the one it was shown with. */
    public String getUpon() {
        int newest = versions.stream().mapToInt(TextVersion::number).max().orElse(0);
        return String.valueOf(exchange.isPost() ? upon() : newest);
    }

    public List<Version> getVersions() {
        UUID me = desk.me();
        int newest = versions.stream().mapToInt(TextVersion::number).max().orElse(0);
        return versions.stream()
                .map(each -> new Version(each.number(), each.body(), numbered(each, me), each.number() == newest))
                .toList();
    }

    public String getNotice() {
        return exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }

    public boolean isGoodNews() {
        return !Set.of("meanwhile", "risky").contains(getNotice());
    }

    private String said(String key) {
        return exchange.text(BUNDLE, key);
    }
}
