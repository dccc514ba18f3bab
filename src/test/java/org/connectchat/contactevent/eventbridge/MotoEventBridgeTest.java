package org.connectchat.contactevent.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.topic.Moto;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that a rule of an EventBridge matches contact events: that of moto, where it is installed. */
@SameOnEveryJdk
class MotoEventBridgeTest {

    private static final String RULE_AND_CHAT = """
            aws = dict(endpoint_url="%s", aws_access_key_id="any", aws_secret_access_key="thing")
            sqs = boto3.client("sqs", **aws)
            queue = sqs.create_queue(QueueName="events")["QueueUrl"]
            arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
            events = boto3.client("events", **aws)
            events.put_rule(Name="ends", EventPattern=json.dumps({
                "source": ["aws.connect"], "detail-type": ["Amazon Connect Contact Event"],
                "detail": {"eventType": ["COMPLETED"]}}))
            events.put_targets(Rule="ends", Targets=[{"Id": "1", "Arn": arn}])
            contact = connect.start_chat_contact(InstanceId="i", ContactFlowId="f",
                                                 ParticipantDetails={"DisplayName": "Ada"})["ContactId"]
            connect.stop_contact(InstanceId="i", ContactId=contact)
            messages = []
            for attempt in range(20):
                messages += sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1).get("Messages", [])
                if messages:
                    break
            event = json.loads(messages[0]["Body"])
            print(json.dumps({"source": event["source"], "detail-type": event["detail-type"],
                "contact": event["detail"]["contactId"] == contact, "type": event["detail"]["eventType"],
                "resources": event["resources"] == ["arn:aws:connect:us-east-1:000000000000:instance/i",
                    "arn:aws:connect:us-east-1:000000000000:instance/i/contact/" + contact]}))
            """;

    @Test
    @Rule({"E1", "E2"})
    void aRuleSendsTheEndOfAChatToAQueue() throws Exception {
        try (Moto moto = Moto.start();
                Emulator emulator = Emulator.own("emulator.eventbridge.endpoint=" + moto.endpoint())) {
            JsonNode event = Boto3.at(emulator.endpoint()).run(RULE_AND_CHAT.formatted(moto.endpoint()));

            assertThat(event).isEqualTo(JsonText.of("""
                    {"source": "aws.connect", "detail-type": "Amazon Connect Contact Event", "contact": true,
                     "type": "COMPLETED", "resources": true}"""));
        }
    }
}
