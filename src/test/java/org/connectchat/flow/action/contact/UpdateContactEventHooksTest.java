package org.connectchat.flow.action.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.action.contact.ContactChat.assertFailed;
import static org.connectchat.flow.action.contact.ContactChat.assertSucceeded;
import static org.connectchat.flow.action.contact.ContactChat.chat;

import java.util.List;
import java.util.Map;
import org.connectchat.chat.ContentTypes;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateContactEventHooksTest {

    private static final String TYPE = "UpdateContactEventHooks";
    private static final String EMPTY = ActionFlow.of("ResumeContact", "{}");

    private final FlowFixture chat = chat().flow("of-the-queue", FlowType.CUSTOMER_QUEUE, EMPTY)
            .flow("of-the-agent", FlowType.AGENT_WHISPER, EMPTY)
            .flow("of-the-customer", FlowType.CUSTOMER_WHISPER, EMPTY)
            .flow("inbound", EMPTY);

    private FlowFixture ran(String flow) {
        return chat.flow("a-flow", flow)
                .start("a-flow", Map.of("queueFlow", "of-the-queue"), List.of(ContentTypes.PLAIN), null)
                .connect();
    }

    private String hook(Hook hook) {
        return chat.contactFlow().data().hook(hook);
    }

    @ParameterizedTest
    @CsvSource({
        "CustomerQueue, of-the-queue, CUSTOMER_QUEUE",
        "customerqueue, of-the-queue, CUSTOMER_QUEUE",
        "AgentWhisper, arn:aws:connect:eu-west-1:1:instance/i/contact-flow/of-the-agent, AGENT_WHISPER",
        "CustomerWhisper, of-the-customer, CUSTOMER_WHISPER",
        "CustomerRemaining, inbound, CUSTOMER_REMAINING",
        "DefaultAgentUI, inbound, DEFAULT_AGENT_UI",
        "DisconnectAgentUI, inbound, DISCONNECT_AGENT_UI"
    })
    @Rule("F94")
    void aFlowIsSetForAnEvent(String name, String flowId, Hook hook) {
        ran(ActionFlow.of(TYPE, "{'EventHooks': {'%s': '%s'}}".formatted(name, flowId)));

        assertSucceeded(chat);
        assertThat(hook(hook)).isEqualTo(flowId.substring(flowId.lastIndexOf('/') + 1));
    }

    @Test
    @Rule("F94")
    void theFlowMayComeFromAReference() {
        ran(ActionFlow.of(TYPE, "{'EventHooks': {'CustomerQueue': '$.Attributes.queueFlow'}}"));

        assertThat(hook(Hook.CUSTOMER_QUEUE)).isEqualTo("of-the-queue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'EventHooks': {'CustomerQueue': 'unknown'}}|There is no flow unknown for CustomerQueue",
                "{'EventHooks': {'CustomerQueue': '$.Attributes.none'}}|There is no flow $.Attributes.none for CustomerQueue",
                "{'EventHooks': {'CustomerQueue': 'inbound'}}|type CONTACT_FLOW, which CustomerQueue does not take",
                "{'EventHooks': {'CustomerHold': 'inbound'}}|never on hold",
                "{'EventHooks': {'AgentHold': 'inbound'}}|never on hold",
                "{'EventHooks': {'Invented': 'inbound'}}|There is no event Invented",
                "{'EventHooks': {}}|names no event",
                "{'EventHooksConfiguration': {'AgentHold': {'DisableExecution': 'true'}}}|never on hold"
            })
    @Rule("F94")
    void whatCannotBeSetFails(String parameters, String reason) {
        assertFailed(ran(ActionFlow.of(TYPE, parameters)), reason);
    }

    @Test
    @Rule("F94")
    void noEventIsSetIfOneFails() {
        ran(ActionFlow.of(TYPE, "{'EventHooks': {'CustomerQueue': 'of-the-queue', 'AgentWhisper': 'unknown'}}"));

        assertFailed(chat, "There is no flow unknown for AgentWhisper");
        assertThat(hook(Hook.CUSTOMER_QUEUE)).isNull();
    }

    @Test
    @Rule("F94")
    void disableExecutionRemovesTheFlow() {
        ran(ActionFlow.of(
                TYPE,
                "{'EventHooks': {'CustomerQueue': 'of-the-queue'}, 'EventHooksConfiguration': {'CustomerQueue': {'DisableExecution': 'false'}}}",
                TYPE,
                "{'EventHooksConfiguration': {'CustomerQueue': {'DisableExecution': 'true'}}}"));

        assertSucceeded(chat);
        assertThat(chat.log()).hasSize(2);
        assertThat(hook(Hook.CUSTOMER_QUEUE)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ActionMetadata': {'1': {'parameters': {'EventHooks': {'CustomerQueue': {'displayName': 'of-the-queue'}}}}}}",
                "{'ActionMetadata': {'1': {'contactFlow': {'text': 'of-the-queue'}}}}"
            })
    @Rule({"F75", "F94"})
    void theNameThatTheConsoleLeftFindsTheFlow(String metadata) {
        ran(ActionFlow.withMetadata(metadata, TYPE, "{'EventHooks': {'CustomerQueue': 'arn:of/another/account'}}"));

        assertSucceeded(chat);
        assertThat(hook(Hook.CUSTOMER_QUEUE)).isEqualTo("of-the-queue");
    }
}
