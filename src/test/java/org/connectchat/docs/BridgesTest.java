package org.connectchat.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.SERVER;
import static org.connectchat.testkit.topic.Streamed.TOPIC;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Terminal;
import org.connectchat.testkit.topic.Moto;
import org.connectchat.testkit.topic.Streamed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs the bridges of docs/streaming.md as they are printed. */
@SameOnEveryJdk
class BridgesTest {

    @Test
    @Rule({"D1", "S15"})
    void theBridgeInPythonCarriesWhatAnAgentSays() throws Exception {
        String program = CodeBlock.of("docs/streaming.md", "A bridge in Python", 1, "python")
                .text();
        try (Moto moto = Moto.start();
                Emulator emulator = Emulator.own("emulator.streaming.endpoint=" + moto.endpoint())) {
            String topic = moto.topic("bridge");
            String queue = moto.queue("bridge", topic, "{}");

            JsonNode heard = Boto3.at(
                            emulator.endpoint(),
                            Map.of(
                                    "AWS_ACCESS_KEY_ID", "any",
                                    "AWS_SECRET_ACCESS_KEY", "thing",
                                    "AWS_ENDPOINT_URL_SQS", moto.endpoint().toString()))
                    .run(program + """
                            import urllib.request
                            contact, token = open_chat('an-instance', 'a-flow', 'Ada', '%s')
                            from_messenger(token, 'Hello')
                            def control(path, body):
                                return json.load(urllib.request.urlopen(urllib.request.Request(
                                    connect.meta.endpoint_url + '/_emulator/contacts/' + contact + '/agents' + path,
                                    json.dumps(body).encode(), {'Content-Type': 'application/json'})))
                            agent = control('', {'displayName': 'Grace', 'agentId': 'grace'})
                            control('/' + agent['participantId'] + '/messages', {'content': 'How can I help?'})
                            heard = []
                            while not heard:
                                heard = list(to_messenger('%s'))
                            print(json.dumps(heard))
                            """.formatted(topic, queue));

            assertThat(heard.at("/0/1").asString()).isEqualTo("How can I help?");
        }
    }

    @Test
    @Rule({"D1", "S15"})
    void theBridgeInJavaScriptCarriesWhatAnAgentSaysAndNotWhatTheCustomerSays(@TempDir Path folder) throws Exception {
        assumeTrue(Terminal.has("node", "-e", "fetch"), "Node.js with fetch is not installed here");
        Files.writeString(
                folder.resolve("bridge.mjs"),
                CodeBlock.of("docs/streaming.md", "A bridge in JavaScript", 1, "javascript")
                        .text());
        Files.writeString(folder.resolve("main.mjs"), """
                import { bridge } from './bridge.mjs';
                const server = bridge((contact, text) => console.log(contact + ': ' + text));
                server.listen(0, async () => {
                  for (const body of process.argv.slice(2)) {
                    await fetch('http://localhost:' + server.address().port, { method: 'POST', body });
                  }
                  process.exit(0);
                });
                """);
        Chat chat = Chat.start(Streamed.EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        chat.customer().say("Hello");
        CONTROL.join(chat.contactId(), "Grace").say("How can I help?");
        Streamed.awaited(chat.contactId(), streamingId, "{\"delivered\": 3}");

        ProcessBuilder node = new ProcessBuilder("node", "main.mjs").directory(folder.toFile());
        SERVER.taken("/sns", chat.contactId())
                .forEach(notification -> node.command().add(notification.body().toString()));
        Process process = node.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(printed.strip()).isEqualTo(chat.contactId() + ": How can I help?");
    }
}
