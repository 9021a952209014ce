package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.safespaces.access.Account;
import org.safespaces.access.Accounts;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.LastAdmin;
import org.safespaces.access.Role;
import org.safespaces.web.frame.Exchange;
import org.safespaces.web.frame.Initials;
import org.safespaces.web.frame.SignedIn;

@Named
@RequestScoped
public class PeoplePage {
    @Inject
    private Accounts accounts;

    @Inject
    private SignedIn signedIn;

    @Inject
    private Exchange exchange;

    private List<Row> rows = List.of();
    private boolean down;

    /** A colleague in the list. */
    public record Row(
            String id, String name, String initials, boolean you, boolean enabled, boolean therapist, boolean admin) {
        public boolean noRole() {
            return !therapist && !admin;
        }
    }

    /** Reads who there is, or does what one of the buttons says. */
    public void load() {
        try {
            if (exchange.isPost()) {
                change(exchange.parameter("do").orElse(""));
            } else {
                rows = accounts.colleagues().stream().map(this::row).toList();
            }
        } catch (AccountsUnavailable noAnswer) {
            down = true;
        } catch (LastAdmin nobodyLeft) {
            exchange.goTo("/admin/people?last=1");
        }
    }

    private void change(String what) {
        String[] parts = what.split(":", 3);
        if (parts.length == 3) {
            if ("give".equals(parts[0])) {
                accounts.give(parts[2], parts[1]);
            } else {
                accounts.take(parts[2], parts[1]);
            }
        }
        exchange.goTo("/admin/people?done=1");
    }

    private Row row(Account account) {
        String shown = account.name().substring(0, 1).toUpperCase(java.util.Locale.UK)
                + account.name().substring(1);
        return new Row(
                account.id(),
                shown,
                Initials.of(shown),
                account.name().equals(signedIn.getName()),
                account.enabled(),
                account.has(Role.THERAPIST),
                account.has(Role.ADMIN));
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isDown() {
        return down;
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }

    public boolean isLast() {
        return exchange.parameter("last").isPresent();
    }
}
