package org.safespaces.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.Invitations;
import org.safespaces.access.NameTaken;
import org.safespaces.access.Role;
import org.safespaces.web.frame.Exchange;

@Named
@RequestScoped
public class InvitePage {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,38}[a-z0-9]");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9.-]{1,180}\\.[A-Za-z]{2,20}");

    @Inject
    private Invitations invitations;

    @Inject
    private Exchange exchange;

    private final Map<String, String> wrong = new LinkedHashMap<>();
    private boolean down;

    /** Nothing is read; what was typed is looked at, and somebody invited. */
    public void load() {
        if (!exchange.isPost()) {
            return;
        }
        look();
        if (wrong.isEmpty()) {
            invite();
        }
        wrong.forEach(exchange::complainAt);
    }

    private void look() {
        if (!NAME.matcher(getName()).matches()) {
            wrong.put("name", exchange.text("people", "invite.name.wrong"));
        }
        if (!MAIL.matcher(getMail()).matches()) {
            wrong.put("mail", exchange.text("people", "invite.mail.wrong"));
        }
        if (roles().isEmpty()) {
            wrong.put("therapist", exchange.text("people", "invite.roles.wrong"));
        }
    }

    private void invite() {
        try {
            String id = invitations.invite(getName(), getMail(), roles());
            exchange.goTo("/admin/person?id=" + id + (isWritten(id) ? "&done=INVITED" : "&no=letter"));
        } catch (NameTaken somebody) {
            wrong.put("name", exchange.text("people", "invite.name.taken"));
        } catch (AccountsUnavailable noAnswer) {
            down = true;
        }
    }

    private boolean isWritten(String id) {
        try {
            invitations.write(id);
            return true;
        } catch (AccountsUnavailable noLetter) {
            return false;
        }
    }

    private Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>();
        if (isTherapist()) {
            roles.add(Role.THERAPIST);
        }
        if (isAdmin()) {
            roles.add(Role.ADMIN);
        }
        return roles;
    }

    public String getName() {
        return exchange.parameter("name").orElse("");
    }

    public String getMail() {
        return exchange.parameter("mail").orElse("");
    }

    public boolean isTherapist() {
        return exchange.parameter("therapist").isPresent();
    }

    public boolean isAdmin() {
        return exchange.parameter("admin").isPresent();
    }

    public Map<String, String> getWrong() {
        return wrong;
    }

    public boolean isDown() {
        return down;
    }
}
