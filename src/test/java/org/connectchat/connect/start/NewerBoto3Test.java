package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.topic.Streamed;
import org.connectchat.testkit.topic.TopicServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shows that a boto3 whose model has the newest members starts chats with a connection, streamed ones, and assistants. */
@SameOnEveryJdk
class NewerBoto3Test {

    private static final String ERROR = """
            def error(call, **arguments):
                try:
                    call(**arguments)
                except connect.exceptions.ClientError as problem:
                    return [type(problem).__name__, problem.response["Error"]["Message"]]
            """;

    private final Emulator emulator = Emulator.unthrottled();

    @TempDir
    private Path folder;

    @Test
    @Rule({"S1", "S2", "S3"})
    void aStartBringsAUrlThatIsDialledAndAToken() throws Exception {
        JsonNode printed = NewerBoto3.at(emulator.endpoint(), folder).run(ERROR + """
                smallest = dict(InstanceId="i", ContactFlowId="f", ParticipantDetails={"DisplayName": "Ada"})
                both = dict(ConnectionTypes=["WEBSOCKET", "CONNECTION_CREDENTIALS"], ClientToken="newer", **smallest)
                started = connect.start_chat_contact(**both)
                again = connect.start_chat_contact(**both)
                plain = connect.start_chat_contact(**smallest)
                print(json.dumps({"url": started["Websocket"]["Url"],
                                  "expiry": started["Websocket"]["ConnectionExpiry"],
                                  "token": started["ConnectionCredentials"]["ConnectionToken"],
                                  "until": started["ConnectionCredentials"]["Expiry"],
                                  "same": started["ContactId"] == again["ContactId"],
                                  "fresh": again["Websocket"]["Url"],
                                  "plain": "Websocket" in plain or "ConnectionCredentials" in plain,
                                  "error": error(connect.start_chat_contact, ConnectionTypes=["CARRIER_PIGEON"],
                                                 **smallest)}))
                """);

        ClientSocket.dial(URI.create(printed.path("url").asString())).close();
        assertThat(printed.path("token").asString()).isNotEmpty();
        assertThat(printed.path("expiry").asString())
                .isLessThan(printed.path("until").asString());
        assertThat(printed.path("same").asBoolean()).isTrue();
        assertThat(printed.path("fresh")).isNotEqualTo(printed.path("url"));
        assertThat(printed.path("plain").asBoolean()).isFalse();
        assertThat(printed.at("/error/0").asString()).isEqualTo("InvalidParameterException");
        assertThat(printed.at("/error/1").asString()).contains("ConnectionTypes[0]", "CARRIER_PIGEON");
    }

    @Test
    @Rule("S4")
    void aStartIsStreamedFromItsInitialMessageOn() throws Exception {
        JsonNode printed =
                NewerBoto3.at(Streamed.EMULATOR.endpoint(), folder).run(ERROR + """
                smallest = dict(InstanceId="an-instance", ContactFlowId="f", ParticipantDetails={"DisplayName": "Ada"})
                streamed = dict(ChatStreamingConfiguration={"StreamingEndpointArn": "%s"}, ClientToken="streamed-newer",
                                InitialMessage={"ContentType": "text/plain", "Content": "Hello"}, **smallest)
                started = connect.start_chat_contact(**streamed)
                again = connect.start_chat_contact(**streamed)
                plain = connect.start_chat_contact(**smallest)
                print(json.dumps({"contact": started["ContactId"], "streaming": started["StreamingId"],
                                  "connection": "Websocket" in started or "ConnectionCredentials" in started,
                                  "same": started["StreamingId"] == again["StreamingId"],
                                  "plain": "StreamingId" in plain,
                                  "error": error(connect.start_chat_contact,
                                      ChatStreamingConfiguration={"StreamingEndpointArn": "no-arn"}, **smallest)}))
                """.formatted(Streamed.TOPIC));

        assertThat(Streamed.messages(
                        printed.path("contact").asString(),
                        printed.path("streaming").asString(),
                        1))
                .extracting(TopicServer.Notification::item)
                .extracting(item -> item.path("Content").asString())
                .containsExactly("Hello");
        assertThat(printed.path("connection").asBoolean()).isFalse();
        assertThat(printed.path("same").asBoolean()).isTrue();
        assertThat(printed.path("plain").asBoolean()).isFalse();
        assertThat(printed.at("/error/0").asString()).isEqualTo("InvalidParameterException");
        assertThat(printed.at("/error/1").asString()).contains("StreamingEndpointArn");
    }

    @Test
    @Rule("U10")
    void anAssistantIsStartedAndWrongInputRaisesTheModelledExceptions() throws Exception {
        assertThat(NewerBoto3.at(emulator.endpoint(), folder).run(ERROR + """
                smallest = dict(InstanceId="i", ParticipantDetails={"DisplayName": "Ada"})
                agent = {"AiAgentId": "3f2a"}
                past = connect.start_assistant_contact(AiAgent=agent, Attributes={"language": "en"},
                    InitialMessage={"ContentType": "text/plain", "Content": "Hello"}, **smallest)
                related = connect.start_assistant_contact(AiAgent=agent, RelatedContactId=past["ContactId"], **smallest)
                connect.stop_contact(InstanceId="i", ContactId=past["ContactId"])
                continued = connect.start_assistant_contact(AiAgent=agent, PersistentChat={
                    "RehydrationType": "ENTIRE_PAST_SESSION", "SourceContactId": past["ContactId"]}, **smallest)
                def members(response):
                    return sorted(name for name in response if name != "ResponseMetadata")
                print(json.dumps([members(past), members(related),
                    continued["ContinuedFromContactId"] == past["ContactId"],
                    [error(connect.start_assistant_contact, **wrong)[0] for wrong in [
                        dict(AiAgent={"AiAgentId": "a" * 501}, **smallest),
                        dict(AiAgent=agent, InstanceId="i", ParticipantDetails={"DisplayName": "a" * 257}),
                        dict(AiAgent=agent, RelatedContactId="gone", **smallest)]]]))
                """)).isEqualTo(JsonText.of("""
                [["ContactId", "ParticipantId", "ParticipantToken"], ["ContactId", "ParticipantId", "ParticipantToken"],
                 true, ["InvalidParameterException", "InvalidParameterException", "ResourceNotFoundException"]]"""));
    }
}
