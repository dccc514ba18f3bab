package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/**
 * Shows that a ClientToken starts one chat. Each instance has room for a single one here, so a second contact could not
 * come into being unseen.
 */
class IdempotencyTest {

    private final Emulator emulator =
            Emulator.with("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=1");
    private final String instance = UUID.randomUUID().toString();

    @Test
    @Rule("B1")
    void twoHundredSimultaneousRequestsMakeOneContact() {
        List<Answer> answers = Simultaneously.call(200, number -> start("once", "customer " + number));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(start("another", "Ada").outcome()).isEqualTo("429 LimitExceededException");
        emulator.stop(instance, answers.get(0).text("ContactId"));
        assertThat(start("another", "Ada").outcome()).isEqualTo("200");
    }

    @Test
    @Rule("B1")
    void theFirstResultComesAgainWhenParametersDiffer() {
        Answer first = emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "once", "Attributes": {"language": "en"}}""".formatted(instance));

        Answer second = emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "another-flow", "ParticipantDetails": {"DisplayName": "Bob"},
                 "ClientToken": "once", "Attributes": {"language": "fr"}, "ChatDurationInMinutes": 60}""".formatted(instance));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(emulator.attributes(instance, first.text("ContactId")).json())
                .isEqualTo(JsonText.of("""
                {"Attributes": {"language": "en"}}"""));
    }

    @Test
    @Rule("B1")
    void theFirstResultComesAgainWhenTheQuotaIsFull() {
        Answer first = start("once", "Ada");
        assertThat(start("other", "Ada").outcome()).isEqualTo("429 LimitExceededException");

        assertThat(start("once", "Ada").body()).isEqualTo(first.body());
    }

    @Test
    @Rule("B1")
    void theFirstResultComesAgainWhenItsChatHasEnded() {
        Answer first = start("once", "Ada");
        emulator.stop(instance, first.text("ContactId"));

        assertThat(start("once", "Ada").body()).isEqualTo(first.body());
        assertThat(start("other", "Ada").outcome()).isEqualTo("200");
    }

    @Test
    @Rule("B1")
    void anInvalidRequestIsRefusedEvenWithAKnownToken() {
        start("once", "Ada");

        assertThat(start("once", "").outcome()).isEqualTo("400 InvalidParameterException");
    }

    @Test
    @Rule({"B1", "T1"})
    void theTokenIsKnownHoweverTheOperationIsCalled() {
        Answer first = start("once", "Ada");
        String same = """
                {"InstanceId": "arn:aws:connect:us-east-1:000000000000:instance/%s", "ContactFlowId": "a-flow",
                 "ParticipantDetails": {"DisplayName": "Ada"}, "ClientToken": "once"}""".formatted(instance);

        assertThat(emulator.send("POST", "/contact/chat", same).body()).isEqualTo(first.body());
        assertThat(emulator.send("POST", "/start-chat", same).json().at("/data/startChatResult"))
                .isEqualTo(first.json());
    }

    @Test
    @Rule("B1")
    void anotherInstanceDoesNotKnowTheToken() {
        Answer first = start("once", "Ada");

        Answer elsewhere = emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "ClientToken": "once"}""".formatted(UUID.randomUUID()));

        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.text("ContactId")).isNotEqualTo(first.text("ContactId"));
    }

    @Test
    @Rule({"B1", "I11"})
    void aTokenInAnotherCaseIsAnotherToken() {
        Answer first = start("token", "Ada");
        emulator.stop(instance, first.text("ContactId"));

        Answer second = start("Token", "Ada");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("ContactId")).isNotEqualTo(first.text("ContactId"));
    }

    @Test
    @Rule("B1")
    void aTokenWhoseFirstRequestWasRefusedCanStillStartAChat() {
        String other = start("other", "Ada").text("ContactId");
        assertThat(start("once", "Ada").outcome()).isEqualTo("429 LimitExceededException");
        emulator.stop(instance, other);

        Answer first = start("once", "Ada");

        assertThat(first.outcome()).isEqualTo("200");
        assertThat(start("once", "Ada").body()).isEqualTo(first.body());
    }

    @Test
    @Rule("B1")
    void withoutATokenEveryRequestIsANewOne() {
        String smallest = """
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instance);
        String first = emulator.started(smallest);
        emulator.stop(instance, first);

        assertThat(emulator.started(smallest)).isNotEqualTo(first);
    }

    private Answer start(String clientToken, String displayName) {
        return emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "%s"},
                 "ClientToken": "%s"}""".formatted(instance, displayName, clientToken));
    }
}
