package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows what ConnectionTypes of StartChatContact brings. */
class ConnectionTypesTest {

    private static final String BOTH = "[\"WEBSOCKET\", \"CONNECTION_CREDENTIALS\"]";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final Emulator emulator = Emulator.unthrottled();

    @Test
    @Rule({"S1", "S2"})
    void bothTypesBringAUrlAndAToken() {
        JsonNode started = start(BOTH, "").json();

        assertThat(started.at("/Websocket/Url").asString()).startsWith("ws://");
        assertThat(started.at("/Websocket/ConnectionExpiry").asString()).matches(TIME);
        assertThat(started.at("/ConnectionCredentials/ConnectionToken").asString())
                .hasSizeBetween(1, 1000);
        assertThat(started.at("/ConnectionCredentials/Expiry").asString()).matches(TIME);
        assertThat(Instant.parse(started.at("/ConnectionCredentials/Expiry").asString()))
                .isAfter(Instant.parse(started.at("/Websocket/ConnectionExpiry").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['WEBSOCKET'] | true | false",
                "['CONNECTION_CREDENTIALS'] | false | true",
                "['WEBSOCKET', 'WEBSOCKET'] | true | false",
                "['AUTHENTICATION_SESSION', 'WEBRTC_CONNECTION'] | false | false",
                "['WEBRTC_CONNECTION', 'CONNECTION_CREDENTIALS'] | false | true",
                "[] | false | false",
                "null | false | false"
            },
            quoteCharacter = '`')
    @Rule({"S1", "S2"})
    void eachTypeBringsWhatItNames(String types, boolean url, boolean token) {
        JsonNode started = start(types.replace('\'', '"'), "").json();

        assertThat(started.has("Websocket")).isEqualTo(url);
        assertThat(started.has("ConnectionCredentials")).isEqualTo(token);
        assertThat(started.path("ContactId").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['websocket'] | 400 InvalidParameterException | ConnectionTypes[0]",
                "['WEBSOCKET', ''] | 400 InvalidParameterException | ConnectionTypes[1]",
                "['WEBSOCKET', null] | 400 InvalidRequestException | ConnectionTypes",
                "'WEBSOCKET' | 400 InvalidRequestException | ConnectionTypes",
            },
            quoteCharacter = '`')
    @Rule("S1")
    void anyOtherValueIsRefused(String types, String outcome, String named) {
        Answer refused = start(types.replace('\'', '"'), "");

        assertThat(refused.outcome()).isEqualTo(outcome);
        assertThat(refused.message()).contains(named);
    }

    @Test
    @Rule("S2")
    void theUrlIsDialledAtOnceAndTheTokenSends() {
        JsonNode started = start(BOTH, "").json();

        try (ClientSocket socket = ClientSocket.dial(
                        URI.create(started.at("/Websocket/Url").asString()))
                .subscribed()) {
            Answer sent = Chat.call(
                    emulator,
                    "/participant/message",
                    started.at("/ConnectionCredentials/ConnectionToken").asString(),
                    """
                    {"ContentType": "text/plain", "Content": "Hello"}""");

            assertThat(sent.status()).as(sent.body()).isEqualTo(200);
            assertThat(socket.nextItem("text/plain").path("Content").asString()).isEqualTo("Hello");
        }
        assertThat(emulator.describe("an-instance", started.path("ContactId").asString())
                        .json()
                        .at("/Contact/ConnectedToSystemTimestamp")
                        .isNumber())
                .isTrue();
    }

    @Test
    @Rule("S3")
    void aRepeatBringsTheSameContactAndAnotherConnection() {
        String token = ", \"ClientToken\": \"fresh\"";
        JsonNode first = start(BOTH, token).json();
        JsonNode second = start(BOTH, token).json();
        JsonNode third = start("[]", token).json();

        assertThat(second.path("ContactId")).isEqualTo(first.path("ContactId"));
        assertThat(second.path("ParticipantToken")).isEqualTo(first.path("ParticipantToken"));
        assertThat(second.path("Websocket")).isNotEqualTo(first.path("Websocket"));
        assertThat(second.path("ConnectionCredentials")).isNotEqualTo(first.path("ConnectionCredentials"));
        assertThat(third.has("Websocket")).isFalse();
        ClientSocket.dial(URI.create(second.at("/Websocket/Url").asString())).close();
    }

    @Test
    @Rule("S3")
    void aRepeatForAnEndedChatHasNoUrl() {
        String token = ", \"ClientToken\": \"ended\"";
        JsonNode first = start(BOTH, token).json();
        emulator.stop("an-instance", first.path("ContactId").asString());

        JsonNode repeat = start(BOTH, token).json();

        assertThat(repeat.path("ContactId")).isEqualTo(first.path("ContactId"));
        assertThat(repeat.has("Websocket")).isFalse();
        String opensNothing =
                repeat.at("/ConnectionCredentials/ConnectionToken").asString();
        assertThat(Chat.call(emulator, "/participant/transcript", opensNothing, "{}")
                        .outcome())
                .isEqualTo("403 AccessDeniedException");
    }

    @Test
    @Rule("S3")
    void aRepeatForAChatThatIsNoLongerKeptHasNoConnection() {
        Emulator forgetful = Emulator.with("emulator.throttling.enabled=false", "emulator.chat.retained-contacts=0");
        String json = withTypes(BOTH, ", \"ClientToken\": \"forgotten\"");
        JsonNode first = forgetful.start(json).json();
        forgetful.stop("an-instance", first.path("ContactId").asString());

        JsonNode repeat = forgetful.start(json).json();

        assertThat(repeat.path("ParticipantToken")).isEqualTo(first.path("ParticipantToken"));
        assertThat(repeat.has("Websocket") || repeat.has("ConnectionCredentials"))
                .isFalse();
    }

    @Test
    @Rule("S2")
    void theWidgetsWayBringsItToo() {
        Answer started = emulator.send("POST", "/start-chat", withTypes("[\"WEBSOCKET\"]", ""));

        assertThat(started.json().at("/data/startChatResult/Websocket/Url").asString())
                .startsWith("ws://");
    }

    @Test
    @Rule("S5")
    void theAgentHasTheRegionOfTheInstance() {
        Chat chat = Chat.start(emulator);
        emulator.send("POST", "/_emulator/contacts/" + chat.contactId() + "/agents", """
                {"displayName": "Bob", "agentId": "bob", "connect": true}""");

        assertThat(chat.description().at("/AgentInfo/ActiveRegion").asString()).isEqualTo("us-east-1");
    }

    private Answer start(String types, String more) {
        return emulator.start(withTypes(types, more));
    }

    private static String withTypes(String types, String more) {
        return Emulator.SMALLEST_START.replaceFirst("\\{", "{\"ConnectionTypes\": " + types + more + ", ");
    }
}
