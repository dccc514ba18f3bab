package org.connectchat.flow.action.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceActionsTest {

    private static List<String> names() {
        return ServiceActions.all().stream().map(ActionType::name).toList();
    }

    private static FlowFixture ran(String type) {
        List<ActionType> types = new ArrayList<>(ServiceActions.all());
        types.add(new ActionFlow.Stay());
        return new FlowFixture(types)
                .flow("a-flow", ActionFlow.of(type, "{'Name': 'Call back'}"))
                .startAndConnect("a-flow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateTask",
                "CreateCase",
                "GetCase",
                "UpdateCase",
                "GetCustomerProfile",
                "CreateCustomerProfile",
                "UpdateCustomerProfile",
                "GetCustomerProfileObject",
                "GetCalculatedAttributesForCustomerProfile",
                "AssociateContactToCustomerProfile",
                "CheckSegmentMembership",
                "StartOutboundChatContact",
                "LoadContactContent",
                "RouteContactToAgent",
                "AuthenticateParticipant"
            })
    @Rule("F98")
    void theTypesOfOtherServicesFailWithAReason(String type) {
        FlowFixture chat = ran(type);

        assertThat(chat.log()).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo("NoMatchingError");
            assertThat(entry.reason())
                    .startsWith(type + " needs ")
                    .endsWith("which the emulator does not have. POST /_emulator/flows/stubs can set an outcome.");
            assertThat(entry.nextAction()).isEqualTo(ActionFlow.FAILED);
        });
    }

    @Test
    @Rule("F98")
    void aSessionOfAnAssistantSucceedsWithoutAnEffect() {
        assertThat(ran("CreateWisdomSession").log())
                .singleElement()
                .satisfies(entry -> assertThat(entry.nextAction()).isEqualTo(ActionFlow.DONE));
    }

    @ParameterizedTest
    @MethodSource("names")
    @Rule("F83")
    void theirParametersAreNotChecked(String type) {
        assertThat(ActionFlow.problems(ServiceActions.all(), type, "{'Anything': {'a': ['b']}}", List.of("AnyError")))
                .isEmpty();
    }

    @Test
    @Rule("F98")
    void thereAreSixteenOfThem() {
        assertThat(names()).hasSize(16).doesNotHaveDuplicates();
    }
}
