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
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.lifecycle.ChatDeadlines;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the dependencies between the rooms to the picture of docs/architecture.md. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.connectchat");

    private static final List<String> ROOMS = List.of(
            "settings",
            "control",
            "state",
            "metrics",
            "websocket",
            "connect",
            "participant",
            "connection",
            "contactevent",
            "auth",
            "attachment",
            "flow",
            "stream",
            "item",
            "delivery",
            "chat",
            "restjson",
            "outbound");

    @Test
    void theRoomsDependOnThoseBelowThemOnly() {
        LayeredArchitecture rooms = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("application")
                .definedBy("org.connectchat");
        for (String room : ROOMS) {
            rooms = rooms.layer(room).definedBy("org.connectchat." + room + "..");
        }
        for (String room : List.of("application", "settings", "control", "metrics", "auth")) {
            rooms = rooms.whereLayer(room).mayNotBeAccessedByAnyLayer();
        }
        check(rooms.whereLayer("state")
                .mayOnlyBeAccessedByLayers("control")
                .whereLayer("state")
                .mayOnlyAccessLayers("attachment", "flow", "chat", "restjson")
                .whereLayer("websocket")
                .mayOnlyBeAccessedByLayers("control", "metrics")
                .whereLayer("connect")
                .mayOnlyBeAccessedByLayers("control")
                .whereLayer("participant")
                .mayOnlyBeAccessedByLayers("websocket")
                .whereLayer("contactevent")
                .mayOnlyBeAccessedByLayers("control")
                .whereLayer("contactevent")
                .mayOnlyAccessLayers("delivery", "chat", "restjson", "outbound")
                .whereLayer("connection")
                .mayOnlyBeAccessedByLayers("connect", "participant", "websocket")
                .whereLayer("connection")
                .mayOnlyAccessLayers("chat", "restjson")
                .whereLayer("attachment")
                .mayOnlyBeAccessedByLayers("connect", "participant", "state", "control")
                .whereLayer("flow")
                .mayOnlyBeAccessedByLayers("connect", "participant", "state", "control")
                // Content of flows is JSON that callers chose: it is read by the mappers that keep nothing of it.
                .whereLayer("flow")
                .mayOnlyAccessLayers("chat", "restjson", "outbound")
                .whereLayer("stream")
                .mayOnlyBeAccessedByLayers("connect", "control")
                .whereLayer("stream")
                .mayOnlyAccessLayers("delivery", "outbound", "item", "chat", "restjson")
                .whereLayer("item")
                .mayOnlyBeAccessedByLayers("participant", "websocket", "stream")
                .whereLayer("item")
                .mayOnlyAccessLayers("chat", "restjson")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("stream", "contactevent", "control")
                .whereLayer("delivery")
                .mayNotAccessAnyLayer()
                .whereLayer("chat")
                .mayOnlyBeAccessedByLayers(
                        "stream",
                        "item",
                        "attachment",
                        "connect",
                        "participant",
                        "connection",
                        "contactevent",
                        "websocket",
                        "control",
                        "metrics",
                        "state",
                        "flow")
                .whereLayer("restjson")
                .mayNotAccessAnyLayer()
                .whereLayer("outbound")
                .mayNotAccessAnyLayer()
                .whereLayer("chat")
                .mayNotAccessAnyLayer()
                .because("this is the picture of docs/architecture.md: connect and participant are two services that"
                        + " know nothing of each other, and the domain and the protocol know no other room"));
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
    void theFoundationsOfTheDomainKnowNothingOfIt(String room) {
        check(noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage("org.connectchat..").and(not(resideInAPackage(room))))
                .because("every other room of the domain is built on these"));
    }

    @Test
    void theRoomsOfTheDomainDependOnThoseBelowThemOnly() {
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
                .because("the lock of a chat is taken by the domain and by the runs of flows alone; other rooms ask"
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
                        "org.connectchat.websocket.ping..")
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
