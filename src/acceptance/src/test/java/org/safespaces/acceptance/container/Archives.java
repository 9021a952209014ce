package org.safespaces.acceptance.container;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.safespaces.acceptance.container.clock.MovableClock;

/** The built EAR with this package in place of the pages: no list of classes, no second build. */
final class Archives {
    private static final String APPLICATION =
            """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <application-name>safespaces</application-name>
              <module><ejb>practice.jar</ejb></module>
              <module><web><web-uri>container.war</web-uri><context-root>/container</context-root></web></module>
              <library-directory>lib</library-directory>
            </application>
            """;

    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>
            """;

    private Archives() {}

    static EnterpriseArchive practice() {
        EnterpriseArchive ear = ShrinkWrap.create(ZipImporter.class, "container.ear")
                .importFrom(root().resolve("ear/target/safespaces.ear").toFile())
                .as(EnterpriseArchive.class);
        ear.delete("/web.war");
        ear.setApplicationXML(new StringAsset(APPLICATION));
        return ear.addAsModule(tests());
    }

    /** The same, with a clock that a test can move: it stands where the practice sees it. */
    static EnterpriseArchive practiceWithAClockToMove() {
        return practice()
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "clock.jar")
                        .addPackage(MovableClock.class.getPackage())
                        .addAsManifestResource(new StringAsset(BEANS), "beans.xml"));
    }

    /** The same, but Hibernate compares its mapping with the tables first, and refuses to start where they differ. */
    static EnterpriseArchive practiceThatChecksItsTables() {
        EnterpriseArchive ear = practice();
        JavaArchive practice = ear.getAsType(JavaArchive.class, "/practice.jar");
        String persistence = text(practice, "/META-INF/persistence.xml")
                .replace("\"hibernate.hbm2ddl.auto\" value=\"none\"", "\"hibernate.hbm2ddl.auto\" value=\"validate\"")
                .replace(
                        "\"hibernate.boot.allow_jdbc_metadata_access\" value=\"false\"",
                        "\"hibernate.boot.allow_jdbc_metadata_access\" value=\"true\"")
                .replace(
                        "<properties>",
                        "<properties><property name=\"jboss.entity.manager.factory.jndi.name\""
                                + " value=\"java:/practice\"/>");
        practice.delete("/META-INF/persistence.xml");
        practice.addAsManifestResource(new StringAsset(persistence), "persistence.xml");
        ear.delete("/practice.jar");
        return ear.addAsModule(practice);
    }

    private static WebArchive tests() {
        return ShrinkWrap.create(WebArchive.class, "container.war")
                .addPackage(Archives.class.getPackage())
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addAsWebInfResource(new StringAsset(Somebody.descriptor()), "jboss-ejb3.xml")
                // what a test about the server's secrets, and one about the work it does, speak to
                .addAsManifestResource(
                        new StringAsset(
                                "Manifest-Version: 1.0\nDependencies: org.wildfly.security.elytron,jdk.management\n"),
                        "MANIFEST.MF");
    }

    private static String text(JavaArchive archive, String path) {
        try (java.io.InputStream in = archive.get(path).getAsset().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("safespaces.root")).toAbsolutePath().normalize();
    }
}
