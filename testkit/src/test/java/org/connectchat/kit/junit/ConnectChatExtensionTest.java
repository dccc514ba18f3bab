package org.connectchat.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.connectchat.kit.ConnectChatEmulator;
import org.connectchat.kit.EmulatorServer;
import org.connectchat.kit.client.Contacts;
import org.connectchat.kit.client.EmulatorClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import software.amazon.awssdk.services.connect.ConnectClient;

/** Runs classes of tests as JUnit runs those of a user, and looks at what they were given. */
class ConnectChatExtensionTest {

    private static final Map<String, Object> SEEN = new ConcurrentHashMap<>();
    private static final List<ProcessHandle> PROCESSES = new CopyOnWriteArrayList<>();

    private static TestExecutionSummary summary;

    /** In one run, because each emulator takes seconds to start. */
    @BeforeAll
    static void runThem() {
        summary = run(
                FirstCase.class,
                SecondCase.class,
                InstanceCase.class,
                OwnCase.class,
                OtherOwnCase.class,
                RegisteredCase.class,
                WrongCase.class);
    }

    private static TestExecutionSummary run(Class<?>... classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    @Test
    void allPassButTheOneWithAWrongSetting() {
        assertThat(summary.getFailures())
                .extracting(failure -> failure.getException().getMessage())
                .containsExactly("A setting of @ConnectChatTest is written name=value, not: emulator.region");
        assertThat(summary.getTestsSucceededCount()).isEqualTo(11);
    }

    @Test
    void eachEmulatorEndsWithItsScope() {
        assertThat(PROCESSES).hasSize(6).noneMatch(ProcessHandle::isAlive);
    }

    private static void startChat(ConnectClient connect, String instanceId) {
        connect.startChatContact(chat -> chat.instanceId(instanceId)
                .contactFlowId("my-flow")
                .participantDetails(customer -> customer.displayName("Ada")));
    }

    @Test
    void classesShareTheEmulatorOfTheRun() {
        assertThat(SEEN.get("first")).isNotNull().isEqualTo(SEEN.get("second"));
    }

    /** Its tests would find the chats of each other if they ran at the same time, or without a reset. */
    @ConnectChatTest(settings = "emulator.region=eu-west-1")
    static class FirstCase {

        @Test
        void one(ConnectClient connect, EmulatorClient emulator, URI endpoint, EmulatorServer server) {
            SEEN.put("first", endpoint);
            PROCESSES.add(((ConnectChatEmulator) server).process());
            onlyOneChat(connect, emulator);
        }

        @Test
        void two(ConnectClient connect, EmulatorClient emulator, ConnectChatEmulator server) {
            PROCESSES.add(server.process());
            onlyOneChat(connect, emulator);
        }

        @Nested
        class Inner {

            @Test
            void three(ConnectClient connect, EmulatorClient emulator) {
                onlyOneChat(connect, emulator);
            }
        }
    }

    @ConnectChatTest(settings = "emulator.region=eu-west-1")
    static class SecondCase {

        private final EmulatorClient emulator;

        SecondCase(EmulatorClient emulator) {
            this.emulator = emulator;
        }

        @Test
        void one(ConnectClient connect) {
            SEEN.put("second", emulator.endpoint());
            onlyOneChat(connect, emulator);
        }

        @Test
        void two(ConnectClient connect) {
            onlyOneChat(connect, emulator);
        }
    }

    private static void onlyOneChat(ConnectClient connect, EmulatorClient emulator) {
        startChat(connect, "my-instance");
        assertThat(emulator.contacts().list().contacts()).hasSize(1);
    }

    @Test
    void anEmulatorOfAClassIsItsOwn() {
        assertThat(SEEN.get("own")).isNotNull().isNotEqualTo(SEEN.get("other own"));
    }

    @ConnectChatTest(scope = ConnectChatTest.Scope.CLASS)
    static class OwnCase {

        @Test
        void one(URI endpoint, ConnectChatEmulator server) {
            SEEN.put("own", endpoint);
            PROCESSES.add(server.process());
        }
    }

    @ConnectChatTest(scope = ConnectChatTest.Scope.CLASS)
    static class OtherOwnCase {

        @Test
        void one(URI endpoint, ConnectChatEmulator server) {
            SEEN.put("other own", endpoint);
            PROCESSES.add(server.process());
        }
    }

    @Test
    void eachTestHasItsInstance() {
        assertThat(SEEN.get("one")).isNotNull().isNotEqualTo(SEEN.get("two"));
    }

    @ConnectChatTest(reset = ConnectChatTest.Reset.INSTANCE, settings = "emulator.region=eu-west-1")
    static class InstanceCase {

        private final String instanceOfTheConstructor;

        InstanceCase(@InstanceId String instanceId) {
            this.instanceOfTheConstructor = instanceId;
        }

        @Test
        void one(ConnectClient connect, EmulatorClient emulator, @InstanceId String instanceId) {
            SEEN.put("one", instanceId);
            oneChatOfTheInstance(connect, emulator, instanceId);
        }

        @Test
        void two(ConnectClient connect, EmulatorClient emulator, @InstanceId String instanceId) {
            SEEN.put("two", instanceId);
            oneChatOfTheInstance(connect, emulator, instanceId);
        }

        private void oneChatOfTheInstance(ConnectClient connect, EmulatorClient emulator, String instanceId) {
            assertThat(instanceOfTheConstructor).isEqualTo(instanceId);
            startChat(connect, instanceId);
            assertThat(emulator.contacts()
                            .list(new Contacts.Filter().instanceId(instanceId))
                            .contacts())
                    .hasSize(1);
        }
    }

    static class RegisteredCase {

        @RegisterExtension
        static final ConnectChatExtension EMULATOR =
                ConnectChatExtension.of(new ConnectChatEmulator().withRegion("eu-west-2"));

        @Test
        void one(ConnectClient connect, ConnectChatEmulator server) {
            PROCESSES.add(server.process());
            onlyOneChat(connect, EMULATOR.client());
        }

        @Test
        void two(ConnectClient connect, ConnectChatEmulator server) {
            PROCESSES.add(server.process());
            onlyOneChat(connect, EMULATOR.client());
        }
    }

    @ConnectChatTest(settings = "emulator.region")
    static class WrongCase {

        @Test
        void one() {}
    }
}
