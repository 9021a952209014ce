package org.safespaces.office;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safespaces.audit.AuditAction;
import org.safespaces.audit.AuditTrail;
import org.safespaces.intake.EnquiryTally;
import org.safespaces.people.Caller;
import org.safespaces.settings.Decision;
import org.safespaces.settings.PracticeSettings;
import org.safespaces.settings.Setting;
import org.safespaces.settings.SettingsBook;
import org.safespaces.signposting.SignpostReview;

/** Decides settings. Each change is recorded by the setting's name; its value stands in the table, with who decided and when. */
@Stateless
@RolesAllowed("admin")
public class SettingsDesk {
    @Inject
    private SettingsBook book;

    @Inject
    private PracticeSettings settings;

    @Inject
    private EnquiryTally enquiries;

    @Inject
    private SignpostReview review;

    @Inject
    private Caller caller;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** All settings, in the order in which they are shown. */
    public List<SettingStanding> all() {
        Map<Setting, Decision> decisions = book.decisions();
        UUID me = caller.actor().id();
        return Arrays.stream(Setting.values())
                .map(setting -> standing(setting, Optional.ofNullable(decisions.get(setting)), me))
                .toList();
    }

    /** What counts is asked of the table, not of what this server remembers: a colleague may have decided on another. */
    private SettingStanding standing(Setting setting, Optional<Decision> decision, UUID me) {
        boolean fromOutside = settings.isFromOutside(setting);
        String usual = settings.usual(setting);
        String value = fromOutside
                ? settings.inForce(setting)
                : decision.map(Decision::value).orElse(usual);
        boolean mine = decision.map(Decision::by).filter(by -> by.equals(me)).isPresent();
        return new SettingStanding(setting, value, usual, decision, mine, fromOutside);
    }

    /** What it would bring about; empty where nothing needs to be said. Throws what {@link SettingsBook#check} throws. */
    public Optional<Effect> effectOf(Setting setting, String value) {
        book.check(setting, value);
        return switch (setting) {
            case ENQUIRY_RETENTION -> Optional.of(value)
                    .filter(months -> isLess(setting, months))
                    .map(months -> new Effect(Effect.Kind.KEPT_SHORTER, enquiries.open()));
            case SIGNPOST_MAX_AGE -> Optional.of(value)
                    .filter(days -> isLess(setting, days))
                    .map(days -> new Effect(Effect.Kind.CHECKS_DUE, moreToCheck(Integer.parseInt(days))))
                    .filter(effect -> effect.count() > 0);
            case MINIMUM_AGE -> Optional.of(value)
                    .filter(age -> !age.equals(settings.inForce(setting)))
                    .map(age -> new Effect(
                            isLess(setting, age) ? Effect.Kind.YOUNGER_LET_IN : Effect.Kind.YOUNGER_SHUT_OUT, 0));
            case VIDEO_SERVICE -> Optional.of(value)
                    .filter(address -> !address.equals(settings.inForce(setting)))
                    .map(address -> new Effect(Effect.Kind.ROOMS_MOVE, 0));
            default -> Optional.empty();
        };
    }

    private boolean isLess(Setting setting, String value) {
        return value.matches("\\d{1,7}") && Integer.parseInt(value) < Integer.parseInt(settings.inForce(setting));
    }

    private int moreToCheck(int days) {
        LocalDate today = LocalDate.now(clock);
        return review.openAfter(days, today)
                - review.openAfter((int) settings.signpostMaxAge().toDays(), today);
    }

    /**
     * From now on it has this value; what the file says as well is left to the file.
     *
     * @param upon what counted when she decided. Throws what {@link SettingsBook#decide} throws
     */
    public void decide(Setting setting, String value, String upon) {
        if (value.equals(settings.usual(setting))) {
            book.leaveToTheFile(setting, upon);
        } else {
            book.decide(setting, value, upon, caller.actor().id());
        }
        audit.record(caller.actor(), AuditAction.SETTING_CHANGED, "setting " + setting.key(), null);
    }
}
