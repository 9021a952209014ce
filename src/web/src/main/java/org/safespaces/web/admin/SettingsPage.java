package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safespaces.office.Effect;
import org.safespaces.office.SettingStanding;
import org.safespaces.office.SettingsDesk;
import org.safespaces.settings.Setting;
import org.safespaces.settings.SettingChanged;
import org.safespaces.settings.SettingDoesNotFit;
import org.safespaces.web.frame.Exchange;

/** Everything the practice decides for itself; one setting is changed at a time, and what that brings about is said before. */
@Named
@RequestScoped
public class SettingsPage {
    private static final String BUNDLE = "office";
    private static final String HERE = "/admin/settings";
    private static final Set<String> NOTICES = Set.of("changed", "meanwhile");

    @Inject
    private SettingsDesk desk;

    @Inject
    private Exchange exchange;

    private List<SettingStanding> all = List.of();
    private Optional<SettingStanding> chosen = Optional.empty();
    private Optional<Effect> effect = Optional.empty();
    private String wrong = "";

    /** What one card is about. */
    public record Group(String name, String heading, List<Row> rows) {}

    /** A setting as it is listed. */
    public record Row(
            String name, String label, String help, String value, String usual, String decided, String where) {}

    /** Shows all of them, or the one that is asked for; or does what was asked. */
    public void prepare() {
        all = desk.all();
        chosen = exchange.parameter("name")
                .flatMap(Setting::of)
                .flatMap(wanted ->
                        all.stream().filter(each -> each.setting() == wanted).findFirst())
                .filter(SettingStanding::isOpen);
        if (exchange.isPost()) {
            chosen.ifPresentOrElse(this::save, () -> exchange.goTo(HERE));
        }
    }

    private void save(SettingStanding standing) {
        Setting setting = standing.setting();
        String value = OfficeWords.read(setting, typed());
        try {
            effect = desk.effectOf(setting, value);
            if (effect.isPresent() && !exchange.parameter("seen").equals(Optional.of(seal(value)))) {
                return;
            }
            if (!value.equals(upon())) {
                desk.decide(setting, value, upon());
            }
            exchange.goTo(HERE + "?done=changed");
        } catch (SettingDoesNotFit doesNot) {
            wrong = complaint(setting, doesNot.reason());
            exchange.complainAt("value", getLabel() + ": " + wrong);
        } catch (SettingChanged meanwhile) {
            exchange.goTo(HERE + "?done=meanwhile&name=" + setting.key());
        }
    }

    private String complaint(Setting setting, SettingDoesNotFit.Reason reason) {
        String pattern = said("error." + reason);
        return reason == SettingDoesNotFit.Reason.NUMBER
                ? String.format(Locale.UK, pattern, setting.least(), setting.most())
                : pattern;
    }

    /** The value that an effect was shown for: an empty parameter would be none at all. */
    private static String seal(String value) {
        return "=" + value;
    }

    private String typed() {
        return exchange.parameter("value").orElse("");
    }

    private String upon() {
        return exchange.parameter("upon")
                .filter(text -> text.startsWith("="))
                .map(text -> text.substring(1))
                .orElse("");
    }

    public List<Group> getGroups() {
        return Arrays.stream(Setting.Group.values())
                .map(group -> new Group(
                        group.name(),
                        said("group." + group),
                        all.stream()
                                .filter(each -> each.setting().group() == group)
                                .map(this::row)
                                .toList()))
                .toList();
    }

    private Row row(SettingStanding standing) {
        Setting setting = standing.setting();
        return new Row(
                standing.isOpen() ? setting.key() : "",
                said("setting." + setting.key()),
                said("setting." + setting.key() + ".help"),
                shown(setting, standing.value()),
                standing.value().equals(standing.usual()) ? "" : shown(setting, standing.usual()),
                decided(standing),
                standing.fromOutside() ? said("from.outside") : setting.isChangeable() ? "" : said("from.server"));
    }

    private String decided(SettingStanding standing) {
        return standing.decision()
                .filter(decision -> !standing.fromOutside())
                .map(decision -> by(decision.at(), standing.mine()))
                .orElse("");
    }

    private String by(Instant when, boolean mine) {
        return String.format(Locale.UK, said(mine ? "decided.you" : "decided.colleague"), OfficeWords.when(when));
    }

    private String shown(Setting setting, String value) {
        if (value.isEmpty()) {
            return said("value.none");
        }
        return setting.isNumber() || setting.kind() == Setting.Kind.AGE
                ? value + " " + said("setting." + setting.key() + ".unit")
                : OfficeWords.shown(setting, value);
    }

    /** Is one being changed? */
    public boolean isEditing() {
        return chosen.isPresent();
    }

    public String getName() {
        return chosen.map(each -> each.setting().key()).orElse("");
    }

    public String getLabel() {
        return said("setting." + getName());
    }

    public String getHelp() {
        return said("setting." + getName() + ".help");
    }

    /** Within which bounds; empty for what is no number. */
    public String getBounds() {
        return chosen.map(SettingStanding::setting)
                .filter(Setting::isNumber)
                .map(setting -> String.format(
                        Locale.UK,
                        said(setting.kind() == Setting.Kind.NUMBER ? "bounds" : "bounds.none"),
                        setting.least(),
                        setting.most(),
                        said("setting." + setting.key() + ".unit")))
                .orElse("");
    }

    /** What counts now, and what the file says. */
    public String getNow() {
        return chosen.map(each -> String.format(
                        Locale.UK,
                        said("now"),
                        shown(each.setting(), each.value()),
                        shown(each.setting(), each.usual())))
                .orElse("");
    }

    /** In the box: what was typed, or what counts. */
    public String getValue() {
        return exchange.isPost()
                ? typed()
                : chosen.map(each -> OfficeWords.shown(each.setting(), each.value()))
                        .orElse("");
    }

    /** What counted when the form was shown; the same after something that was typed did not fit. */
    public String getUpon() {
        return exchange.isPost()
                ? seal(upon())
                : chosen.map(each -> seal(each.value())).orElse("");
    }

    /** For which value the effect is said. */
    public String getSeen() {
        return effect.isPresent()
                ? chosen.map(each -> seal(OfficeWords.read(each.setting(), typed())))
                        .orElse("")
                : "";
    }

    public String getWrong() {
        return wrong;
    }

    /** What the change would bring about; empty while nothing is to be said. */
    public String getEffect() {
        return effect.map(each -> String.format(Locale.UK, said("effect." + each.kind()), each.count()))
                .orElse("");
    }

    public String getNotice() {
        return exchange.parameter("done").filter(NOTICES::contains).orElse("");
    }

    private String said(String key) {
        return exchange.text(BUNDLE, key);
    }
}
