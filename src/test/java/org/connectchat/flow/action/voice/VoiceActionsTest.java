package org.connectchat.flow.action.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.flow.action.ActionFlow;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceActionsTest {

    private static List<String> names() {
        return VoiceActions.all().stream().map(ActionType::name).toList();
    }

    private static FlowFixture chat() {
        List<ActionType> types = new ArrayList<>(VoiceActions.all());
        types.add(new ActionFlow.Stay());
        return new FlowFixture(types);
    }

    @ParameterizedTest
    @CsvSource({
        "GetParticipantInput, NoMatchingError",
        "MessageParticipantIteratively, NoMatchingError",
        "TransferParticipantToThirdParty, NoMatchingError",
        "CompleteOutboundCall, NoMatchingError",
        "UpdatePreviousContactParticipantState, NoMatchingError",
        "UpdateContactMediaStreamingBehavior, NoMatchingError",
        "StartVoiceIdStream, NoMatchingError",
        "CheckVoiceId, NoMatchingError",
        "CheckOutboundCallStatus, NoMatchingError",
        "UpdateContactCallbackNumber, InvalidCallbackNumber",
        "CreateCallbackContact, NoMatchingError"
    })
    @Rule("F97")
    void onAChatTheTypesOfCallsFailAndSayNothing(String type, String error) {
        FlowFixture chat = chat().flow("a-flow", ActionFlow.of(type, "{'Text': 'Press 1'}"))
                .startAndConnect("a-flow");

        assertThat(chat.log()).singleElement().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(error);
            assertThat(entry.reason())
                    .contains(type, "this contact is a chat", "POST /_emulator/flows/stubs can set an outcome");
            assertThat(entry.nextAction()).isEqualTo(ActionFlow.FAILED);
        });
        assertThat(chat.said()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    @Rule("F83")
    void theirParametersAreNotChecked(String type) {
        assertThat(ActionFlow.problems(VoiceActions.all(), type, "{'Anything': {'a': ['b']}}", List.of("AnyError")))
                .isEmpty();
    }

    @Test
    @Rule("F97")
    void thereAreElevenOfThem() {
        assertThat(names()).hasSize(11).doesNotHaveDuplicates();
    }
}
