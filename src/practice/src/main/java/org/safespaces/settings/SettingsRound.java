package org.safespaces.settings;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads what the practice has decided: at once where it was decided, and every half minute for what was decided on another server. What is
 * remembered stays while the database is away; so no page waits for it.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettingsRound {
    private static final Logger LOG = Logger.getLogger(SettingsRound.class.getName());

    @Inject
    private SettingsBook book;

    @Inject
    private TextsBook texts;

    @Inject
    private PracticeSettings settings;

    @Inject
    private PracticeTexts spoken;

    /** Reads all of it anew. What makes no sense, such as after a change of the environment, is left as it was. */
    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void round() {
        try {
            Map<Setting, String> values = new EnumMap<>(Setting.class);
            book.decisions().forEach((setting, decision) -> values.put(setting, decision.value()));
            settings.goBy(values);
            spoken.sayFromNowOn(texts.inForce());
        } catch (RuntimeException later) {
            LOG.log(Level.WARNING, "what the practice has decided was not read: {0}", later.getClass());
        }
    }

    public void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionsChanged changed) {
        round();
    }
}
