package org.safespaces.acceptance.support;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safespaces.devstack.DevelopmentPeople.Person;

/**
 * Somebody with a browser of her own. Whatever she does, her browser may speak to the application and the identity server
 * only, and nothing may answer with a 500: both are checked when she leaves.
 */
public final class Visitor implements AutoCloseable {
    /** Where the way out leads unless a practice has chosen another page. */
    public static final String EXIT = "https://www.bbc.co.uk/weather";

    /**
     * Marks a page before something on it is clicked, and says whether the click may lead to another. A script may keep it here; then the
     * mark says so afterwards.
     */
    private static final String BEFORE =
            """
            each => {
              window.stays = true;
              addEventListener(each.href ? 'click' : 'submit', event => { window.stays = event.defaultPrevented; });
              return each.href
                  ? !each.target && each.href.split('#')[0] !== location.href.split('#')[0]
                  : !!each.form && each.type === 'submit';
            }""";

    private final World world;
    private final BrowserContext context;
    private final Page page;
    private final List<String> strangers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final boolean runsScript;
    private boolean leaves;

    private Visitor(World world, Browser.NewContextOptions options) {
        this.world = world;
        this.runsScript = !Boolean.FALSE.equals(options.javaScriptEnabled);
        this.context = Browsers.fresh(options);
        this.page = context.newPage();
        page.onRequest(request -> {
            if (!isOurs(request.url())) {
                strangers.add(request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                failures.add(response.status() + " " + response.url());
            }
        });
    }

    /** At a desk, with script. */
    public static Visitor atDesk() {
        return new Visitor(World.open(), new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    /** On a phone, with script. */
    public static Visitor onPhone() {
        return new Visitor(
                World.open(),
                new Browser.NewContextOptions().setViewportSize(390, 844).setHasTouch(true));
    }

    /** On a phone whose browser runs no script. */
    public static Visitor onPhoneWithoutScript() {
        return new Visitor(
                World.open(),
                new Browser.NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(false));
    }

    /**
     * Somebody who will leave: the page that the way out leads to is there, and her browser may ask for it. A browser under test
     * lets nobody stand in where a redirect leads; so what {@code /exit} really answers is passed on, and leads there by itself.
     */
    public Visitor whoWillLeave() {
        context.route("**/exit", Visitor::leave);
        context.route(
                EXIT,
                route -> route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody("<title>Weather</title>Rain")));
        leaves = true;
        return this;
    }

    private static void leave(Route route) {
        APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
        if (answer.status() != 303 || !EXIT.equals(answer.headers().get("location"))) {
            throw new AssertionError("the way out leads elsewhere: " + answer.status());
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.remove("location");
        headers.put("content-type", "text/html");
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setHeaders(headers)
                .setBody("<meta http-equiv=\"refresh\" content=\"0;url=" + EXIT + "\">"));
    }

    private boolean isOurs(String url) {
        return leaves && url.equals(EXIT)
                || url.startsWith(world.address())
                || url.startsWith(world.stack().settings().identityOrigin())
                || url.startsWith("data:")
                || url.startsWith("about:");
    }

    public Page page() {
        return page;
    }

    public World world() {
        return world;
    }

    /** Goes to an address of ours. */
    public Response goTo(String address) {
        return page.navigate(world.address() + address);
    }

    /** Goes to a page that asks for a sign-in, and signs in there. */
    public Visitor signInAt(String address, String account) {
        goTo(address);
        identify(page, account);
        return this;
    }

    /** Types what the identity server's page asks for: a name and a password, and then a code from whoever works here. */
    public void identify(Page where, String account) {
        Person person = world.person(account);
        where.fill("#username", person.account());
        where.fill("#password", person.password());
        click(where, where.locator("#kc-login"));
        if (where.locator("#otp").count() > 0) {
            where.fill("#otp", person.oneTimeCode());
            click(where, where.locator("#kc-login"));
        }
    }

    /** Unlocks the vault of whoever is signed in. */
    public Visitor unlock(String account) {
        goTo("/therapist/unlock");
        page.fill("#unlock\\:phrase", world.person(account).phrase());
        press("Unlock");
        page.waitForURL("**/therapist/today");
        return this;
    }

    /** Presses a visible button by its words; where a form is sent with it, the next page is there afterwards. */
    public void press(String words) {
        click(
                page,
                page.locator("button:visible, input[type=submit]:visible")
                        .and(page.getByRole(
                                com.microsoft.playwright.options.AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(words)))
                        .first());
    }

    /** Follows a link by its words; where it leads is there afterwards. */
    public void follow(String words) {
        click(
                page,
                page.getByRole(
                                com.microsoft.playwright.options.AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(words))
                        .first());
    }

    /** A click is over before the browser has asked for the next page: whoever looks at once would see the page before. */
    private void click(Page where, Locator wanted) {
        boolean mayLead = (Boolean) wanted.evaluate(BEFORE);
        wanted.click();
        if (mayLead && !(runsScript && Boolean.TRUE.equals(mark(where)))) {
            Eventually.holds(() -> mark(where) == null);
        }
        where.waitForLoadState();
    }

    /** Null on a page that was not there when something was clicked. */
    private static Object mark(Page where) {
        try {
            return where.evaluate("() => window.stays");
        } catch (PlaywrightException betweenTwoPages) {
            return false;
        }
    }

    /** Waits until words stand on the page; fails when they never do. */
    public void waitForWords(String words) {
        page.getByText(words).first().waitFor();
    }

    public String text() {
        return page.locator("main").innerText();
    }

    /** What follows a label in the text of the page. */
    public String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.content());
        if (!matcher.find()) {
            throw new AssertionError("not on the page: " + pattern);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        context.close();
        if (!strangers.isEmpty()) {
            throw new AssertionError("a page asked somebody else: " + strangers);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a page failed: " + failures);
        }
    }
}
