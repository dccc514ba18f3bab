package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connect.ConnectError;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallRecorder;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.RawHttp;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Shows that a new chat whose connection cannot be given fails, and that nothing that was asked for is left out. */
class NewChatWithoutAConnectionTest {

    private static final List<String> BOTH = List.of("WEBSOCKET", "CONNECTION_CREDENTIALS");

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule("S3")
    void withoutAHostForTheUrlNoChatIsStarted() {
        String json = withTypes(Emulator.SMALLEST_START.replace("an-instance", "hostless"), "[\"WEBSOCKET\"]");
        List<String> headers = List.of("Host: localhost", "X-Forwarded-Host: a..b");

        RawHttp.Answer refused = RawHttp.post(emulator, "/contact/chat", json, headers);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(emulator.send("GET", "/_emulator/contacts?instanceId=hostless", null)
                        .json()
                        .path("contacts"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEBSOCKET", "CONNECTION_CREDENTIALS"})
    @Rule("S3")
    void aNewChatThatHasEndedAlreadyIsRefusedAndItsRepeatIsNot(String type) {
        String token = "ended at once " + type;
        ChatContactService chats = emulator.bean(ChatContactService.class);
        FirstConnection connection = emulator.bean(FirstConnection.class);
        StartChatContactRequest request = request(token);
        StartedChat chat = chats.start(request.toCommand());
        chats.stop("an-instance", chat.contactId());

        assertThatThrownBy(() -> connection.of(chat, List.of(type), call()))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining(chat.contactId())
                .extracting(problem -> ((AwsException) problem).type())
                .isEqualTo(ConnectError.INVALID_REQUEST);
        assertThat(connection.of(chat, List.of("WEBRTC_CONNECTION"), call()).contactId())
                .isEqualTo(chat.contactId());
        assertThat(connection
                        .of(chats.start(request.toCommand()), List.of(type), call())
                        .websocket())
                .isNull();
    }

    @Test
    @Rule("S3")
    void howeverSoonItsFlowEndsAChatTheResponseHasAllOrIsARefusal() {
        Emulator immediate = Emulator.with(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=1000000",
                "emulator.flows.start=on-start");
        String flow = Flows.created(immediate, "ends at once", Flows.SMALLEST);
        String json = withTypes(
                Emulator.SMALLEST_START.replace("a-flow", flow), "[\"WEBSOCKET\", \"CONNECTION_CREDENTIALS\"]");

        List<Answer> answers = Simultaneously.call(100, number -> immediate.start(json));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                answer.status() == 200
                                        ? answer.json().has("Websocket")
                                                && answer.json().has("ConnectionCredentials")
                                        : answer.outcome().equals("400 InvalidRequestException"))
                        .as(answer.body())
                        .isTrue());
    }

    private static StartChatContactRequest request(String token) {
        return new StartChatContactRequest(
                "an-instance",
                "a-flow",
                new StartChatContactRequest.ParticipantDetails("Ada"),
                null,
                null,
                null,
                token,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BOTH,
                null);
    }

    private static Call call() {
        return Call.begin(new MockHttpServletRequest(), new CallRecorder("a-request", List.of()));
    }

    private static String withTypes(String start, String types) {
        return start.replaceFirst("\\{", "{\"ConnectionTypes\": " + types + ", ");
    }
}
