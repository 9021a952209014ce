package org.safespaces.acceptance.without;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safespaces.acceptance.support.Enquiry;
import org.safespaces.acceptance.support.Visitor;
import org.safespaces.acceptance.support.World;

class WithoutServersIT {
    private static final List<String> HELP = List.of(
            "/",
            "/help/now",
            "/help/places",
            "/help/first-steps",
            "/help/understanding",
            "/help/about",
            "/help/under-18",
            "/help/someone-else",
            "/help/police",
            "/help/this-site",
            "/help/privacy",
            "/help/accessibility",
            "/help/complaints");

    @Test
    void helpIsThereWhenDatabaseAndIdentityServerAreNot() throws Exception {
        World world = World.open();
        world.stack().stopIdentityServer();
        world.stack().stopDatabase();
        try (Visitor visitor = Visitor.onPhoneWithoutScript()) {
            for (String page : HELP) {
                assertEquals(200, visitor.goTo(page).status(), page);
                assertTrue(visitor.page().content().contains("116 123"), page);
            }
            Enquiry enquiry = Enquiry.begunBy(visitor).upTo("places", Enquiry.adult("money"));
            assertTrue(visitor.text().contains("Revenge Porn Helpline"), "where answers lead needs nobody but us");
            enquiry.goOn();
            assertTrue(visitor.text().contains("We cannot take enquiries here just now"));
            assertTrue(visitor.text().contains("116 123"), "the numbers stand in its place");
        }
    }
}
