package org.safespaces.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safespaces.access.Role;

/** Who may call what. Opening something is a visible change in this file. */
@AnalyzeClasses(packages = OurCode.ALL, importOptions = OurCode.class)
class ServicesTest {
    private static final Set<String> ROLES = Set.of(Role.CLIENT, Role.THERAPIST, Role.ADMIN);

    /** What anybody at all may call, signed in or not: each line is a decision. */
    private static final List<String> OPEN_TO_ALL = List.of(
            // nothing begins an erasure there; what is decided is completed by rounds, which have no caller
            "access.ErasureRound: afterCommit, round",
            "access.ErasureSteps: finish, unfinished",
            // whoever has the code of a case makes her sign-in with it
            "access.SigningUp: signUp",
            // lines are written for whoever acts, strangers among them; only admins read. A stranger's enquiry is
            // sealed to
            // the list of recipients that the log knows to be the newest: number and hash, and nothing else, are told
            "audit.AuditTrail: newestVersion, record, recordFirst, recordRefusal",
            // rounds have no caller; what is due goes on to the next reader and opens nothing
            "followup.Escalation: escalateNext",
            "followup.EscalationRound: round",
            // a stranger's answers may ask to be read today, and she may take them back
            "followup.Raising: goWith, raise",
            // whoever has a code reads what was written to her, and writes
            "intake.Correspondence: look, send",
            // strangers begin a form, are given a code for it, and come back to it
            "intake.Drafts: begin, forget, open, save",
            // rounds have no caller
            "intake.EndOfEnquiries: round",
            // strangers send, and come back with a code
            "intake.Intakes: progress, send, takesEnquiries",
            // whoever has a code may put another in its place
            "intake.OwnCode: choose, confirm, draw",
            // ends what is past its last day, and nothing else; the round has no caller
            "intake.Retention: empty, expire, forget, over",
            // and may take back what she sent
            "intake.TakingBack: takeBack",
            // the first to notice that the list of recipients cannot be believed may be a stranger's enquiry
            "keys.Alarm: listDoesNotVerify, listVerifies",
            // touches no key that has not ended
            "keys.CaseEnding: complete",
            // the sealed half of a stranger's unfinished form: nothing opens it but her code; the round has no caller
            "keys.CodeDrafts: begin, end, forget, open, save",
            // nothing opens or is sealed but with a code that was typed rightly
            "keys.CodeMessages: caseOf, open, openInward, openItem, seal, sealIntoCase",
            // part of that: each step but the last needs a code that opens
            "keys.CodeReplacement: choose, confirm, draw, waiting",
            // rounds have no caller
            "keys.EndOfCodes: round",
            "keys.EndOfDrafts: round",
            // who has ended the use of a key says so; strangers take their enquiry back, and rounds have no caller
            "keys.EndOfKeys: afterCommit, round",
            "keys.EndingKeys: destroy, destroyUnused, end, left",
            // rounds have no caller
            "keys.ErasureKeyPool: fill, look",
            // ids, ciphertext and counts only
            "keys.ErasureKeyStore: claim, destroy, fillUpTo, find, lives, rewrap, state",
            "keys.IntakeKeys: assemble, claimForMessages, conversation, forget, forgetAllBut, isRecipient, readers, recipientsOf, seal, sealedTo, takesEnquiries",
            // rounds have no caller
            "keys.OrphanedClaims: count, round",
            "keys.Replay: replay",
            // a stranger is given a code and comes back with it; codes that are over end without a caller
            "keys.ReturnCodes: draw, drop, expire, isFree, keep, keysOf, open, use",
            // hashes of what is destroyed
            "keys.Tombstones: all, keep, spread",
            // the letter to the readers leaves in the stranger's transaction; the round has no caller
            "mail.Mailer: afterPause, drop, dropReminders, forget, remind, send",
            "mail.PostBag: forgetOld, sendNext",
            // rounds have no caller: whoever has a form to fill in is let know that something waits
            "measures.FormLetters: cases, tell",
            "measures.FormRound: round",
            // whether a form of an id has come back; asked by that round as well
            "notes.FiledForms: isThere",
            // as with messages about an enquiry: her code lets her
            "notes.MessagesByCode: read, send",
            "people.AddressBook: find",
            // answers about the caller herself, whether somebody is suspended, and who belongs to whom. Holding a case
            // opens nothing: a client who
            // changes
            // her
            // code has no role
            "people.Caller: account, actor, client, isSuspended, therapist",
            "people.Designations: draw, keepOrDraw",
            "people.People: forgetErasedClients, holds, hoursOf, isSuspended, joinWith, share, summary, therapist, therapistsOf, zoneOf",
            // the post asks before each letter, and has no caller
            "people.Restrictions: rests",
            // when sessions are, for what goes on before each; the round has no caller
            "scheduling.AgreedSessions: ahead",
            // rounds have no caller: what is over ends, and nothing else
            "scheduling.BookingRound: round",
            // a device of a therapist asks for her busy hours with the secret of its address, and has no sign-in
            "scheduling.CalendarFeeds: read",
            "scheduling.Expiry: due, expire, forgetHolds",
            // times are offered to whoever waits for one; the round has no caller
            "scheduling.OpenOffers: diaries, fill, forgetOver",
            "scheduling.WaitingRound: round",
            // rounds have no caller; what the practice decides and says is told to anybody
            "settings.SettingsBook: decisions",
            "settings.SettingsRound: afterCommit, round",
            "settings.TextsBook: inForce",
            // and so is what it has checked of places that can help
            "signposting.SignpostChecks: all",
            "signposting.SignpostRound: afterCommit, round");

    /** Beans without roles at all, because no container checks them: none of them reaches a person's record. */
    private static final List<String> WITHOUT_ROLES = List.of(
            "intake.FormCatalogue",
            "intake.FormWalk",
            "intake.HeldCodes",
            "intake.Routing",
            "intake.SendingPace",
            "intake.WorkingCopies",
            "keys.BrowserKeyHolder",
            "keys.KeyDirectory",
            "keys.NoteMarks",
            "measures.Definitions",
            "settings.PracticeSettings",
            "settings.PracticeTexts",
            "signposting.SignpostReview",
            "signposting.SupportDirectory");

    @ArchTest
    static final ArchRule everyServiceMethodSaysWhoMayCallIt = classes()
            .that(OurCode.SESSION_BEANS)
            .should(sayWhoMay())
            .because("what nobody has thought about is closed, and the build says so before a person finds out");

    @ArchTest
    static void whatIsOpenToAllIsListedHere(JavaClasses all) {
        List<String> open = all.stream()
                .filter(OurCode::isSessionBean)
                .map(ServicesTest::openMethods)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
        assertEquals(String.join("\n", OPEN_TO_ALL), String.join("\n", open), "methods anybody may call");
    }

    @ArchTest
    static void beansThatNoContainerGuardsAreListedHere(JavaClasses all) {
        List<String> beans = all.stream()
                .filter(OurCode::isScoped)
                .filter(bean -> bean.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(bean -> !OurCode.area(bean).equals("web"))
                .map(ServicesTest::shortName)
                .sorted()
                .toList();
        assertEquals(String.join("\n", WITHOUT_ROLES), String.join("\n", beans), "public beans without role checks");
    }

    @ArchTest
    static final ArchRule onlyTheThreeRolesAreNamed = classes()
            .that(OurCode.SESSION_BEANS)
            .should(nameRolesThatExist())
            .because("a mistyped role is a door that opens to nobody, or to the wrong people");

    @ArchTest
    static final ArchRule nobodyActsAsSomebodyElse = noClasses()
            .should()
            .beAnnotatedWith(RunAs.class)
            .because("whoever calls is who the log names; only tests pretend");

    @ArchTest
    static final ArchRule servicesLiveInThePractice = noClasses()
            .that()
            .resideInAnyPackage("org.safespaces.web..", "org.safespaces.vault..")
            .should()
            .beAnnotatedWith(jakarta.ejb.Stateless.class)
            .orShould()
            .beAnnotatedWith(jakarta.ejb.Stateful.class)
            .orShould()
            .beAnnotatedWith(jakarta.ejb.Singleton.class)
            .because("roles, transactions and timers work in the EJB jar and nowhere else");

    private static ArchCondition<JavaClass> sayWhoMay() {
        return new ArchCondition<>("say of each public method who may call it") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                OurCode.businessMethods(bean)
                        .forEach(method -> events.add(new SimpleConditionEvent(
                                method,
                                OurCode.saysWhoMay(method),
                                method.getFullName() + " has neither @RolesAllowed nor @PermitAll")));
            }
        };
    }

    private static ArchCondition<JavaClass> nameRolesThatExist() {
        return new ArchCondition<>("name roles of access.Role only") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                Stream.concat(
                                bean.tryGetAnnotationOfType(RolesAllowed.class.getName()).stream(),
                                bean.getMethods().stream()
                                        .flatMap(method ->
                                                method.tryGetAnnotationOfType(RolesAllowed.class.getName()).stream()))
                        .map(OurCode::roles)
                        .forEach(roles -> events.add(new SimpleConditionEvent(
                                bean,
                                roles.length > 0 && ROLES.containsAll(Arrays.asList(roles)),
                                bean.getName() + " lets in " + Arrays.toString(roles))));
            }
        };
    }

    private static String openMethods(JavaClass bean) {
        TreeSet<String> open = OurCode.businessMethods(bean)
                .filter(OurCode::isOpenToAll)
                .map(JavaMethod::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        return open.isEmpty() ? null : shortName(bean) + ": " + String.join(", ", open);
    }

    private static String shortName(JavaClass bean) {
        return bean.getName().substring(OurCode.ALL.length() + 1);
    }
}
