package org.safespaces.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.regex.Pattern;
import org.safespaces.access.AccountsUnavailable;
import org.safespaces.access.NameTaken;
import org.safespaces.access.NotYetAccepted;
import org.safespaces.access.PasswordRefused;
import org.safespaces.access.SigningUp;
import org.safespaces.keys.TooBusy;
import org.safespaces.keys.TooManyTries;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.AlreadyJoined;
import org.safespaces.web.frame.Exchange;

/** A client makes her sign-in with her code. What she types is kept nowhere here, and a password is never shown again. */
@Named
@RequestScoped
public class SignUpPage {
    private static final String BUNDLE = "signup";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,38}[a-z0-9]");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int LONGEST_CODE = 120;

    @Inject
    private SigningUp signingUp;

    @Inject
    private Exchange exchange;

    private String code;
    private String name;
    private String password;
    private String again;

    public void make() {
        String typedCode = code == null ? "" : code.strip();
        String typedName = name == null ? "" : name.strip();
        String typedPassword = password == null ? "" : password;
        boolean same = typedPassword.equals(again == null ? "" : again);
        password = null;
        again = null;
        if (isComplete(typedCode, typedName, typedPassword, same)) {
            signUp(typedCode, typedName, typedPassword);
        }
    }

    private boolean isComplete(String typedCode, String typedName, String typedPassword, boolean same) {
        boolean coded = !typedCode.isEmpty() && typedCode.length() <= LONGEST_CODE;
        boolean named = NAME.matcher(typedName).matches();
        boolean safe = typedPassword.length() >= SHORTEST
                && typedPassword.length() <= LONGEST
                && !typedPassword.equals(typedName);
        if (!coded) {
            exchange.complain("up:code", "form", "code.error.missing");
        }
        if (!named) {
            exchange.complain("up:name", BUNDLE, "error.name");
        }
        if (!safe) {
            exchange.complain("up:chosen", BUNDLE, "error.short");
        } else if (!same) {
            exchange.complain("up:again", BUNDLE, "error.differ");
        }
        return coded && named && safe && same;
    }

    private void signUp(String typedCode, String typedName, String typedPassword) {
        try {
            signingUp.signUp(typedCode, exchange.visitor(), typedName, typedPassword);
            exchange.goTo("/sign-up?done=1");
        } catch (WrongPhrase wrong) {
            exchange.complain("up:code", "form", "code.error.wrong");
        } catch (TooManyTries wait) {
            exchange.complain("up:code", "form", "code.error.wait", wait.minutes());
        } catch (NotYetAccepted tooEarly) {
            exchange.complain("up:code", BUNDLE, "error.early");
        } catch (AlreadyJoined other) {
            exchange.complain("up:code", BUNDLE, "error.joined");
        } catch (NameTaken somebody) {
            exchange.complain("up:name", BUNDLE, "error.taken");
        } catch (PasswordRefused guessed) {
            exchange.complain("up:chosen", BUNDLE, "error.refused");
        } catch (TooBusy busy) {
            exchange.complain("up:code", "form", "error.busy");
        } catch (AccountsUnavailable noAnswer) {
            exchange.complain(null, BUNDLE, "error.down");
        }
    }

    public boolean isDone() {
        return exchange.parameter("done").isPresent();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
