package org.safespaces.acceptance.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safespaces.acceptance.container.Somebody.as;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safespaces.access.Erasure;
import org.safespaces.access.NotYours;
import org.safespaces.access.TooEarly;
import org.safespaces.keys.WrongPhrase;
import org.safespaces.people.CaseId;

/** A practice of one: everybody else's sign-in is suspended at the identity server. */
@InTheServer
class AloneIT {
    private static final List<String> OTHERS = List.of(Somebody.ALDER, Somebody.BIRCH);

    @Inject
    private AsRowan rowan;

    @Inject
    private AsAlder alder;

    @Inject
    private Erasure erasure;

    @Inject
    private OwnCases own;

    @Inject
    private Erasing erasing;

    @Inject
    private Clock clock;

    @Inject
    private Rows rows;

    private final HttpClient http = HttpClient.newHttpClient();
    private CaseId id;

    @Deployment
    static EnterpriseArchive archive() {
        return Archives.practice();
    }

    @BeforeEach
    void aRecordOfRowans() throws IOException {
        own.unlock(rowan, "rowan");
        id = own.openedBy(rowan);
        own.note(rowan, id, "what was said");
    }

    @AfterEach
    void everybodyIsBack() throws Exception {
        for (String other : OTHERS) {
            enable(other, true);
        }
        own.leave(id);
    }

    @Test
    void whoIsAloneWaitsThreeDaysAndThenGivesHerPhraseAgain() throws Exception {
        for (String other : OTHERS) {
            enable(other, false);
        }
        List<String> keys = erasing.keysOf(id);
        UUID asked = erasing.askedByRowan(id);

        Instant notBefore = as(rowan, () -> erasure.waitingFor(id))
                .orElseThrow()
                .notBefore()
                .orElseThrow();
        assertTrue(Duration.between(clock.instant(), notBefore).compareTo(Duration.ofHours(71)) > 0);
        assertThrows(TooEarly.class, () -> confirm(asked, Development.secret("rowan.phrase")));
        assertEquals(4, erasing.living(keys));

        rows.change("UPDATE erasure SET not_before = now() - interval '1 minute' WHERE id = ?", asked);
        assertThrows(WrongPhrase.class, () -> confirm(asked, "six words that nobody ever drew"));
        assertEquals(4, erasing.living(keys));
        confirm(asked, Development.secret("rowan.phrase"));

        assertEquals(0, erasing.living(keys));
        assertEquals(List.of("audit_event.object_ref", "erasure.case_id"), erasing.whereItIsNamed(id.value()));
    }

    @Test
    void whereThereIsAnybodyElseNobodyDecidesAlone() throws Exception {
        enable(Somebody.ALDER, false);
        UUID asked = erasing.askedByRowan(id);

        assertTrue(
                as(rowan, () -> erasure.waitingFor(id))
                        .orElseThrow()
                        .notBefore()
                        .isEmpty(),
                "there is an admin");
        assertThrows(NotYours.class, () -> confirm(asked, Development.secret("rowan.phrase")));
        assertThrows(
                NotYours.class,
                () -> as(alder, () -> {
                    erasure.confirmAlone(asked, "whatever");
                    return null;
                }));
    }

    private void confirm(UUID asked, String phrase) {
        as(rowan, () -> {
            erasure.confirmAlone(asked, phrase);
            return null;
        });
    }

    private void enable(String account, boolean enabled) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(realm().replace("/realms/", "/admin/realms/") + "/users/" + account))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"enabled\":" + enabled + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(204, answer.statusCode(), answer.body());
    }

    private String token() throws Exception {
        String form = "grant_type=client_credentials&client_id=desk&client_secret="
                + URLEncoder.encode(System.getenv("SAFESPACES_DESK_SECRET"), StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Json.createReader(new StringReader(answer.body())).readObject().getString("access_token");
    }

    private static String realm() {
        return System.getenv("SAFESPACES_OIDC_URL");
    }
}
