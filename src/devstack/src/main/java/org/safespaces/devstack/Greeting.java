package org.safespaces.devstack;

/** What is printed once everything runs. */
final class Greeting {
    private Greeting() {}

    static void print(Stack stack, Progress progress) {
        Settings settings = stack.settings();
        String data = settings.data().getFileName().toString();
        progress.say("");
        progress.say("Ready after " + progress.sinceBeginning() + ".");
        progress.say("");
        progress.say("  Application    " + settings.applicationOrigin() + "/");
        progress.say("  Caught mail    " + settings.mailboxAddress() + "/");
        progress.say("  Keycloak       " + settings.identityOrigin() + "/admin/  (operator, password in " + data
                + "/secrets)");
        progress.say("");
        stack.people().describe().forEach(line -> progress.say("  " + line));
        progress.say("");
        progress.say("Stop with Ctrl-C. The data stays in " + data + "; delete that folder to begin anew.");
    }
}
