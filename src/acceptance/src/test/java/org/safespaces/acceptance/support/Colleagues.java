package org.safespaces.acceptance.support;

/** What an admin does about somebody who works here. */
public final class Colleagues {
    private Colleagues() {}

    /** Looks at somebody, at what a change comes to, and makes it. */
    public static void change(Visitor admin, String name, String what) {
        look(admin, name);
        admin.follow(what);
        admin.press(what);
    }

    /** Opens the page of somebody by the name in the list. */
    public static void look(Visitor admin, String name) {
        admin.goTo("/admin/people");
        admin.follow("Look " + name);
    }
}
