package org.safespaces.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.safespaces.access.Role;

/** Who is signed in, as the frame of a page shows it. */
@Named
@RequestScoped
public class SignedIn {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Exchange exchange;

    /** The name a therapist chose to show, or the account's. */
    public String getName() {
        return isTherapist() ? TherapistFilter.shownName(request.getSession()) : getAccount();
    }

    /** The account's name, as it was typed to sign in. */
    public String getAccount() {
        return Token.claim(request, "preferred_username").orElse("");
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    public String getRoleName() {
        return exchange.text("staff", isTherapist() ? "role.therapist" : "role.admin");
    }

    /** In this session somebody has signed in. */
    public boolean isKnown() {
        return request.getUserPrincipal() != null;
    }

    public boolean isTherapist() {
        return request.isUserInRole(Role.THERAPIST);
    }

    public boolean isAdmin() {
        return request.isUserInRole(Role.ADMIN);
    }

    public boolean isClient() {
        return request.isUserInRole(Role.CLIENT);
    }

    /** For the sign-out form, which is no Faces form. */
    public String getFormToken() {
        return FormToken.of(request.getSession());
    }
}
