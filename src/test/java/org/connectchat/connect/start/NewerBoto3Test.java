package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shows that a boto3 whose model has ConnectionTypes starts chats with a connection. */
class NewerBoto3Test {

    /** Adds the members of StartChatContact to the installed model, and makes a client of that. */
    private static final String NEWER_CLIENT = """
            import botocore.session, os
            folder = "%s"
            model = botocore.session.get_session().get_component("data_loader").load_service_model("connect", "service-2")
            shapes = model["shapes"]
            text = {"shape": "String"}
            shapes["NewConnectionType"] = {"type": "string"}
            shapes["NewConnectionTypes"] = {"type": "list", "member": {"shape": "NewConnectionType"}}
            shapes["NewWebsocket"] = {"type": "structure", "members": {"Url": text, "ConnectionExpiry": text}}
            shapes["NewCredentials"] = {"type": "structure", "members": {"ConnectionToken": text, "Expiry": text}}
            shapes["StartChatContactRequest"]["members"]["ConnectionTypes"] = {"shape": "NewConnectionTypes"}
            shapes["StartChatContactResponse"]["members"]["Websocket"] = {"shape": "NewWebsocket"}
            shapes["StartChatContactResponse"]["members"]["ConnectionCredentials"] = {"shape": "NewCredentials"}
            path = os.path.join(folder, "connect", "2017-08-08")
            os.makedirs(path)
            with open(os.path.join(path, "service-2.json"), "w") as file:
                json.dump(model, file)
            session = botocore.session.get_session()
            session.set_config_variable("data_path", folder)
            connect = boto3.Session(botocore_session=session).client("connect")
            """;

    private final Emulator emulator = Emulator.unthrottled();

    @TempDir
    private Path folder;

    @Test
    @Rule({"S1", "S2"})
    void aStartBringsAUrlThatIsDialledAndAToken() throws Exception {
        JsonNode started = Boto3.at(emulator.endpoint()).run(NEWER_CLIENT.formatted(folder) + """
                started = connect.start_chat_contact(
                    InstanceId="i", ContactFlowId="f", ParticipantDetails={"DisplayName": "Ada"},
                    ConnectionTypes=["WEBSOCKET", "CONNECTION_CREDENTIALS"])
                try:
                    connect.start_chat_contact(InstanceId="i", ContactFlowId="f",
                        ParticipantDetails={"DisplayName": "Ada"}, ConnectionTypes=["CARRIER_PIGEON"])
                except connect.exceptions.InvalidParameterException as problem:
                    message = problem.response["Error"]["Message"]
                print(json.dumps({"url": started["Websocket"]["Url"], "message": message,
                                  "expiry": started["Websocket"]["ConnectionExpiry"],
                                  "token": started["ConnectionCredentials"]["ConnectionToken"],
                                  "until": started["ConnectionCredentials"]["Expiry"]}))
                """);

        ClientSocket.dial(URI.create(started.path("url").asString())).close();
        assertThat(started.path("token").asString()).isNotEmpty();
        assertThat(started.path("expiry").asString())
                .isLessThan(started.path("until").asString());
        assertThat(started.path("message").asString()).contains("ConnectionTypes[0]", "CARRIER_PIGEON");
    }
}
