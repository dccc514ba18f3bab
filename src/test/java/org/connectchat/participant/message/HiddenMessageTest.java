package org.connectchat.participant.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.chat.ContentTypes.INTERACTIVE;
import static org.connectchat.chat.ContentTypes.INTERACTIVE_RESPONSE;
import static org.connectchat.chat.ContentTypes.PLAIN;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.flow.action.message.MessageActions;
import org.connectchat.flow.lex.Bots;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallRecord;
import org.connectchat.restjson.call.CallRecorder;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** What observers of calls, such as the journal, see of a message that is for the flow alone. */
class HiddenMessageTest {

    private static final String FLOW = """
            {"Version": "2019-10-30", "StartAction": "form", "Metadata": {}, "Actions": [
              {"Identifier": "form", "Type": "ShowView",
               "Parameters": {"ViewResource": {"Id": "form"}, "InvocationTimeLimitSeconds": "60",
                              "SensitiveDataConfiguration": {"HideResponseOn": ["TRANSCRIPT"]}},
               "Transitions": {"NextAction": "form"}}]}""";
    private static final String RESPONSE =
            "{\"templateType\": \"ViewResource\", \"version\": \"1.0\", \"action\": \"Submit\", \"data\": {\"card\": \"4711\"}}";

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext("org.connectchat.flow.lex");
    private final FlowFixture chat = new FlowFixture(
                    MessageActions.all(context.getBean(Bots.class)::recognize, Set::of))
            .flow("flow", FLOW)
            .start("flow", Map.of(), List.of(PLAIN, INTERACTIVE, INTERACTIVE_RESPONSE), null)
            .connect();
    private final List<CallRecord> records = new ArrayList<>();

    @AfterEach
    void close() {
        context.close();
    }

    private String recordedBody(String contentType, String content) {
        CallRecorder recorder = new CallRecorder("a-request", List.of(records::add));
        Call call = Call.begin(new MockHttpServletRequest(), recorder);
        call.routeTo(ParticipantRoutes.SEND_MESSAGE, Map.of(), null);
        recorder.start(Instant.EPOCH);
        call.collect(CompletableFuture.completedFuture(content.getBytes(StandardCharsets.UTF_8)));

        new SendMessage(null, chat.bean(ChatParticipants.class), null)
                .execute(chat.customer(), new SendMessage.Request(contentType, content, "a-token"), call);
        call.complete(200);

        return StandardCharsets.UTF_8
                .decode(records.get(records.size() - 1).body().duplicate())
                .toString();
    }

    @Rule("F36")
    @Test
    void itsContentIsNotRecordedHoweverOftenItIsSent() {
        String shown =
                "{\"ContentType\":\"" + INTERACTIVE_RESPONSE + "\",\"Content\":\"***\",\"ClientToken\":\"a-token\"}";

        assertThat(recordedBody(INTERACTIVE_RESPONSE, RESPONSE)).isEqualTo(shown);
        chat.settle();
        assertThat(recordedBody(INTERACTIVE_RESPONSE, RESPONSE)).isEqualTo(shown);
    }

    @Rule("C5")
    @Test
    void otherMessagesAreRecordedAsTheyWereSent() {
        assertThat(recordedBody(PLAIN, "Hello")).isEqualTo("Hello");
    }
}
