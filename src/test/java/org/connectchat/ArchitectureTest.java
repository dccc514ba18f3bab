package org.connectchat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.lifecycle.ChatDeadlines;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the dependencies between packages and types to what docs/architecture.md says. */
class ArchitectureTest {

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.connectchat");

    @Test
    void noTopPackageDependsOnItselfThroughOthers() {
        check(slices().matching("org.connectchat.(*)..")
                .should()
                .beFreeOfCycles()
                .because("the arrows of the picture point down only"));
    }

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        check(slices().matching("org.connectchat.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package can be understood, tested and moved only after those that it depends on"));
    }

    @Test
    void noTypeDependsOnItselfThroughOthers() {
        check(slices().assignedFrom(new ByTopLevelType())
                .should()
                .beFreeOfCycles()
                .because("types that need each other are one type in several files"));
    }

    /** Types that are declared inside another one belong to it. */
    private static final class ByTopLevelType implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""));
        }

        @Override
        public String getDescription() {
            return "top-level types";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.connectchat.chat.memory", "org.connectchat.chat.event"})
    void theFoundationsOfTheDomainKnowNothingOfIt(String foundation) {
        check(noClasses()
                .that()
                .resideInAPackage(foundation)
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..").and(not(resideInAPackage(foundation))))
                .because("every other package of the domain is built on these"));
    }

    @Test
    void thePackagesOfTheDomainDependOnThoseBelowThemOnly() {
        check(layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("participation")
                .definedBy("org.connectchat.chat.participation")
                .layer("lifecycle")
                .definedBy("org.connectchat.chat.lifecycle")
                .layer("transcript")
                .definedBy("org.connectchat.chat.transcript")
                .layer("access")
                .definedBy("org.connectchat.chat.access")
                .layer("session")
                .definedBy("org.connectchat.chat.session")
                .layer("conversation")
                .definedBy("org.connectchat.chat.conversation")
                .layer("contact")
                .definedBy("org.connectchat.chat.contact")
                .layer("identity")
                .definedBy("org.connectchat.chat.identity")
                .layer("time")
                .definedBy("org.connectchat.chat.time")
                .whereLayer("participation")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lifecycle")
                .mayOnlyBeAccessedByLayers("participation")
                .whereLayer("transcript")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("access")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("access", "lifecycle", "transcript", "participation")
                .whereLayer("conversation")
                .mayOnlyBeAccessedByLayers("session", "lifecycle", "transcript", "participation")
                .whereLayer("identity")
                .mayNotAccessAnyLayer()
                .whereLayer("time")
                .mayNotAccessAnyLayer()
                .because("a chat is one object, and what starts, ends, reads and changes chats is built on it"));
    }

    @Test
    void onlyTheDomainReachesIntoAChat() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.connectchat.chat..", "org.connectchat.flow.run")
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat.chat.session")
                        .and(not(simpleNameStartingWith("Saved"))) // records without a lock
                        .or(belongToAnyOf(
                                Conversation.class, ChatItemFactory.class, ChatEndings.class, ChatDeadlines.class)))
                .because("the lock of a chat is taken by the domain and by the runs of flows alone; other packages ask"
                        + " them to act"));
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
                        "com.fasterxml..")
                .because("the rules of chats must be testable, and readable, without the wire"));
    }

    @Test
    void theQueuesKnowNeitherChatsNorTheWire() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.connectchat.flow.catalogue..",
                        "org.connectchat.flow.hours..",
                        "org.connectchat.flow.queue..",
                        "org.connectchat.flow.routing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.connectchat.chat..",
                        "org.connectchat.restjson..",
                        "org.springframework.web..",
                        "jakarta.servlet..",
                        "tools.jackson..",
                        "com.fasterxml..")
                .because("their lock may be taken under the lock of a chat, so they must not call back"));
    }

    @Test
    void onlyTheProtocolTheFilesAndTheControlApiTouchTheServletApi() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.connectchat.restjson..",
                        "org.connectchat.attachment..",
                        "org.connectchat.control..",
                        "org.connectchat.websocket.frame..")
                // The errors that Spring would send come with a request.
                .and()
                .doNotHaveSimpleName("OutOfMemory")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.apache.catalina..", "org.apache.tomcat..")
                .because("an operation asks its Call, which has been through every check of the protocol"));
    }

    @Test
    void nothingIsWrittenPastTheLog() {
        check(noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("the level and the form of what is written are the user's choice"));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
