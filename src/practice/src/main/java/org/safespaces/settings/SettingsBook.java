package org.safespaces.settings;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what the practice has decided on its page. Who writes here writes the log in the same transaction. */
@Stateless
@RolesAllowed("admin")
public class SettingsBook {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PracticeSettings settings;

    @Inject
    private Event<DecisionsChanged> news;

    @Inject
    private Clock clock;

    /** All decisions; a setting that is not among them is as the file says. */
    @PermitAll
    public Map<Setting, Decision> decisions() {
        Map<Setting, Decision> decisions = new EnumMap<>(Setting.class);
        entities.createQuery("select s from StoredSetting s", StoredSetting.class)
                .getResultStream()
                .forEach(row -> Setting.of(row.name()).ifPresent(setting -> decisions.put(setting, row.decision())));
        return decisions;
    }

    /** Throws {@link SettingDoesNotFit} for a value that makes no sense, by itself or with what is decided besides. */
    public void check(Setting setting, String value) {
        Map<Setting, String> values = values();
        values.put(setting, value);
        demandSense(setting, values);
    }

    /**
     * From now on the setting has this value.
     *
     * @param upon what counted when she decided; {@link SettingChanged} when it is another by now
     * @throws SettingDoesNotFit as {@link #check}
     */
    @TransactionAttribute(MANDATORY)
    public void decide(Setting setting, String value, String upon, UUID who) {
        Map<Setting, String> values = held(setting, upon);
        values.put(setting, value);
        demandSense(setting, values);
        StoredSetting row = Optional.ofNullable(entities.find(StoredSetting.class, setting.key()))
                .orElseGet(() -> new StoredSetting(setting));
        row.decide(value, clock.instant(), who);
        entities.persist(row);
        entities.flush();
        news.fire(new DecisionsChanged());
    }

    /** From now on it is as the file says; the same is thrown. */
    @TransactionAttribute(MANDATORY)
    public void leaveToTheFile(Setting setting, String upon) {
        Map<Setting, String> values = held(setting, upon);
        values.remove(setting);
        demandSense(setting, values);
        entities.createQuery("delete from StoredSetting s where s.name = :name")
                .setParameter("name", setting.key())
                .executeUpdate();
        news.fire(new DecisionsChanged());
    }

    /** What is decided, with nobody else deciding meanwhile: some settings make sense only together. */
    private Map<Setting, String> held(Setting setting, String upon) {
        if (!setting.isChangeable() || settings.isFromOutside(setting)) {
            throw new SettingChanged();
        }
        entities.createNativeQuery("SELECT pg_advisory_xact_lock(hashtext('practice_setting'))")
                .getSingleResult();
        Map<Setting, String> values = values();
        if (!settings.inForce(setting, values).equals(upon)) {
            throw new SettingChanged();
        }
        return values;
    }

    private Map<Setting, String> values() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        entities.createQuery("select s from StoredSetting s", StoredSetting.class)
                .getResultStream()
                .forEach(row -> Setting.of(row.name())
                        .ifPresent(setting -> values.put(setting, row.decision().value())));
        return values;
    }

    private void demandSense(Setting setting, Map<Setting, String> values) {
        Map<Setting, SettingDoesNotFit.Reason> wrong = SettingRules.wrong(each -> settings.inForce(each, values));
        if (wrong.containsKey(setting)) {
            throw new SettingDoesNotFit(wrong.get(setting));
        }
        wrong.values().stream().findFirst().ifPresent(reason -> {
            throw new SettingDoesNotFit(reason);
        });
    }
}
