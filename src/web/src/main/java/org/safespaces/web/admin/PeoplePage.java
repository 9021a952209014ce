package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Account;
import org.safespaces.access.Accounts;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.Role;
import org.safespaces.web.frame.Initials;
import org.safespaces.web.frame.SignedIn;

@Named
@RequestScoped
public class PeoplePage {
    @Inject
    private Accounts accounts;

    @Inject
    private SignedIn signedIn;

    private List<Row> rows = List.of();
    private boolean down;

    /** A colleague in the list. */
    public record Row(
            String id,
            String name,
            String initials,
            boolean you,
            boolean suspended,
            boolean invited,
            boolean secondFactor,
            boolean therapist,
            boolean admin) {
        public boolean noRole() {
            return !therapist && !admin;
        }

        static Row of(Account account, String own) {
            String shown = shown(account.name());
            return new Row(
                    account.id(),
                    shown,
                    Initials.of(shown),
                    account.name().equals(own),
                    !account.enabled(),
                    account.invited(),
                    account.secondFactor(),
                    account.has(Role.THERAPIST),
                    account.has(Role.ADMIN));
        }

        private static String shown(String name) {
            return name.substring(0, 1).toUpperCase(java.util.Locale.UK) + name.substring(1);
        }
    }

    /** Reads who there is. */
    public void load() {
        try {
            rows = accounts.colleagues().stream()
                    .map(account -> Row.of(account, signedIn.getAccount()))
                    .toList();
        } catch (AccountsUnavailable noAnswer) {
            down = true;
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isDown() {
        return down;
    }
}
