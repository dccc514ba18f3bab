package org.connectchat.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Shows that the AWS CLI and boto3 of this machine work with only the endpoint changed, where they are installed. */
@SameOnEveryJdk
class AwsCliAndBoto3Test {

    private static final String PYTHON_START = """
            import boto3, json
            connect = boto3.client("connect")
            def start(**more):
                return connect.start_chat_contact(InstanceId="i", ContactFlowId="f",
                                                  ParticipantDetails={"DisplayName": "Ada"}, **more)
            """;

    private final Emulator emulator = Emulator.unthrottled();

    @TempDir
    private Path directory;

    @Test
    @Rule({"O1", "B10"})
    void theAwsCliStartsDescribesAndStopsAChat() throws Exception {
        requireAwsCli();

        JsonNode started = aws(
                "start-chat-contact",
                "--instance-id",
                "i",
                "--contact-flow-id",
                "f",
                "--participant-details",
                "DisplayName=Ada",
                "--attributes",
                "language=en");
        String id = started.path("ContactId").asString();
        assertThat(started.path("ParticipantToken").asString()).hasSize(612);
        JsonNode active = aws("describe-contact", "--instance-id", "i", "--contact-id", id);
        assertThat(active.at("/Contact/Attributes/language").asString()).isEqualTo("en");
        assertThat(active.at("/Contact/InitiationTimestamp").isMissingNode()).isFalse();
        assertThat(active.at("/Contact/DisconnectTimestamp").isMissingNode()).isTrue();

        run(0, "aws", "connect", "stop-contact", "--instance-id", "i", "--contact-id", id);

        assertThat(aws("describe-contact", "--instance-id", "i", "--contact-id", id)
                        .at("/Contact/DisconnectReason")
                        .asString())
                .isEqualTo("API");
    }

    @Test
    @Rule("T8")
    void theAwsCliNamesTheErrorAndSaysItsMessage() throws Exception {
        requireAwsCli();

        String output = run(-1, "aws", "connect", "describe-contact", "--instance-id", "i", "--contact-id", "nobody");

        assertThat(output).contains("ResourceNotFoundException").contains("nobody");
    }

    @Test
    @Rule({"O1", "B10"})
    void boto3StartsDescribesChangesAndStopsAChat() throws Exception {
        requireBoto3();

        JsonNode result = python(PYTHON_START + """
                started = start(Attributes={"language": "en"}, CustomerId="customer-7", ChatDurationInMinutes=60,
                                InitialMessage={"ContentType": "text/plain", "Content": "Hello"},
                                SupportedMessagingContentTypes=["text/plain", "text/markdown"],
                                SegmentAttributes={"score": {"ValueInteger": 7}})
                contact = dict(InstanceId="i", ContactId=started["ContactId"])
                initial = dict(InstanceId="i", InitialContactId=started["ContactId"])
                connect.update_contact_attributes(Attributes={"language": "", "tier": "gold"}, **initial)
                attributes = connect.get_contact_attributes(**initial)["Attributes"]
                connect.stop_contact(**contact)
                described = connect.describe_contact(**contact)["Contact"]
                print(json.dumps({
                    "members": sorted(started),
                    "requestId": started["ResponseMetadata"]["RequestId"],
                    "attributes": attributes,
                    "customer": described["CustomerId"],
                    "segment": described["SegmentAttributes"],
                    "reason": described["DisconnectReason"],
                    "ordered": described["InitiationTimestamp"] <= described["DisconnectTimestamp"]}))
                """);

        assertThat(result.path("members")).isEqualTo(JsonText.of("""
                ["ContactId", "ParticipantId", "ParticipantToken", "ResponseMetadata"]"""));
        assertThat(result.path("requestId").asString()).matches("[0-9a-f-]{36}");
        assertThat(result.path("attributes")).isEqualTo(JsonText.of("""
                {"tier": "gold"}"""));
        assertThat(result.path("customer").asString()).isEqualTo("customer-7");
        assertThat(result.path("segment")).isEqualTo(JsonText.of("""
                {"score": {"ValueInteger": 7}, "connect:Subtype": {"ValueString": "connect:Chat"}}"""));
        assertThat(result.path("reason").asString()).isEqualTo("API");
        assertThat(result.path("ordered").asBoolean()).isTrue();
    }

    @Test
    @Rule("T8")
    void boto3RaisesTheModelledExceptions() throws Exception {
        requireBoto3();

        JsonNode result = python(PYTHON_START + """
                def error(call):
                    try:
                        call()
                    except Exception as problem:
                        response = getattr(problem, "response", {})
                        return [type(problem).__name__, response["Error"]["Code"],
                                response["ResponseMetadata"]["HTTPStatusCode"],
                                len(response["ResponseMetadata"]["RequestId"]),
                                response.get("Message") == response["Error"]["Message"] != ""]
                print(json.dumps([
                    error(lambda: start(ChatDurationInMinutes=10081)),
                    error(lambda: start(SupportedMessagingContentTypes=["text/plain"], PersistentChat={})),
                    error(lambda: start(RelatedContactId="nobody")),
                    error(lambda: connect.stop_contact(InstanceId="i", ContactId="nobody"))]))
                """);

        assertThat(result).isEqualTo(JsonText.of("""
                [["InvalidParameterException", "InvalidParameterException", 400, 36, true],
                 ["InvalidRequestException", "InvalidRequestException", 400, 36, true],
                 ["ResourceNotFoundException", "ResourceNotFoundException", 404, 36, true],
                 ["ResourceNotFoundException", "ResourceNotFoundException", 404, 36, true]]"""));
    }

    private void requireAwsCli() {
        assumeTrue(works("aws", "--version"), "The AWS CLI is not installed here");
    }

    private void requireBoto3() {
        assumeTrue(works("python3", "-c", "import boto3"), "python3 with boto3 is not installed here");
    }

    private boolean works(String... command) {
        try {
            run(0, command);
            return true;
        } catch (IOException | AssertionError e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonNode aws(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws", "connect"));
        command.addAll(List.of(arguments));
        return JsonText.of(run(0, command.toArray(String[]::new)));
    }

    private JsonNode python(String script) throws IOException, InterruptedException {
        return JsonText.of(run(0, "python3", "-c", script));
    }

    /** Runs a command to its end; an exit code of -1 stands for any that is no success. */
    private String run(int exitCode, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment
                .keySet()
                .removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("AWS_")
                        || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        environment.put("AWS_ENDPOINT_URL_CONNECT", emulator.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", "any");
        environment.put("AWS_SECRET_ACCESS_KEY", "thing");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_OUTPUT", "json");
        environment.put("AWS_PAGER", "");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        // What the developer has configured for the real service must not reach these calls.
        environment.put("AWS_CONFIG_FILE", directory.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE",
                directory.resolve("no-credentials").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ended by itself", command[0]).isTrue();
        String text = Files.readString(output, UTF_8);
        assertThat(exitCode == -1 ? process.exitValue() != 0 : process.exitValue() == exitCode)
                .as("exit code %d, output: %s", process.exitValue(), text)
                .isTrue();
        return text;
    }
}
