package org.connectchat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows between the packages: service rooms use the domain and the protocol, and nothing points back. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.connectchat");

    @ParameterizedTest
    @ValueSource(strings = {"org.connectchat.chat..", "org.connectchat.restjson.."})
    void theDomainAndTheProtocolKnowNoOtherRoom(String room) {
        check(noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..").and(not(resideInAPackage(room)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.connectchat.auth..", "org.connectchat.control..", "org.connectchat.metrics.."})
    void noRoomKnowsThoseThatAreNoPartOfAws(String room) {
        check(noClasses()
                .that(resideInAPackage("org.connectchat..").and(not(resideInAPackage(room))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room));
    }

    @Test
    void theMemoryOfChatsKnowsNoChat() {
        check(noClasses()
                .that()
                .resideInAPackage("org.connectchat.chat.memory..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..")
                        .and(not(resideInAPackage("org.connectchat.chat.memory..")))));
    }

    @Test
    void theCheckOfSignaturesKnowsTheProtocolAlone() {
        check(noClasses()
                .that()
                .resideInAPackage("org.connectchat.auth..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..")
                        .and(not(resideInAnyPackage("org.connectchat.auth..", "org.connectchat.restjson..")))));
    }

    @Test
    void theDomainKnowsNeitherHttpNorJson() {
        check(noClasses()
                .that()
                .resideInAPackage("org.connectchat.chat..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.boot.web..",
                        "org.apache..",
                        "jakarta.servlet..",
                        "java.net.http..",
                        "tools.jackson..",
                        "com.fasterxml.."));
    }

    @Test
    void theEventsOfAChatAreDeclaredWithoutTheRestOfTheDomain() {
        check(noClasses()
                .that()
                .resideInAPackage("org.connectchat.chat.event..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..")
                        .and(not(resideInAPackage("org.connectchat.chat.event..")))));
    }

    @Test
    void onlyTheProtocolTheFilesAndTheControlApiTouchTheServletApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.connectchat.restjson..",
                        "org.connectchat.attachment..",
                        "org.connectchat.control..",
                        "org.connectchat.websocket.frames..")
                // The errors that Spring would answer come with a request.
                .and()
                .doNotHaveSimpleName("OutOfMemory")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.apache.catalina..", "org.apache.tomcat.."));
    }

    @Test
    void noRoomKnowsTheApplicationThatPutsThemTogether() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.connectchat")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.connectchat"));
    }

    @Test
    void thereAreNoCyclesBetweenTheRooms() {
        check(slices().matching("org.connectchat.(*)..").should().beFreeOfCycles());
    }

    @Test
    void nothingIsWrittenPastTheLog() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
