package org.connectchat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.connectchat.kit.client.Contacts;
import org.connectchat.kit.client.DisconnectReason;
import org.connectchat.kit.client.EmulatorClient;
import org.connectchat.kit.client.Flows;
import org.connectchat.kit.client.Stubs.NewStub;
import org.connectchat.kit.junit.ConnectChatTest;
import org.connectchat.kit.junit.ConnectChatTest.Reset;
import org.connectchat.kit.junit.InstanceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.connect.ConnectClient;

/** Tests of a flow from a file; each has its own instance. */
@ConnectChatTest(flows = "src/test/flows", reset = Reset.INSTANCE)
@Execution(ExecutionMode.CONCURRENT)
class FlowTest {

    private final EmulatorClient emulator;

    FlowTest(EmulatorClient emulator) {
        this.emulator = emulator;
    }

    @Test
    void theCustomerIsGreetedByName(ConnectClient connect, @InstanceId String instanceId) {
        emulator.stubs()
                .add(NewStub.success()
                        .flow("hello")
                        .identifier("look-up")
                        .data(Map.of("External", Map.of("name", "Ada"))));
        String contactId = new SupportDesk(connect, instanceId).open("Ada").contactId();

        emulator.contacts().connect(contactId);

        emulator.flows().await(contactId, new Flows.Awaited().identifier("end"));
        Contacts.Contact contact = emulator.contacts().get(contactId);
        assertThat(contact.messages()).containsExactly("Hello Ada!");
        assertThat(contact.disconnectReason()).isEqualTo(DisconnectReason.CONTACT_FLOW_DISCONNECT);
    }

    @Test
    void aChatWithoutItsCustomerDoesNotBeginItsFlow(ConnectClient connect, @InstanceId String instanceId) {
        String contactId = new SupportDesk(connect, instanceId).open("Ada").contactId();

        assertThat(emulator.flows().of(contactId).state()).isEqualTo(Flows.FlowState.NOT_BEGUN);
    }
}
