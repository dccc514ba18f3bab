package org.connectchat.connect.start;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.connectchat.ConnectChatEmulator;
import org.connectchat.bench.Samples;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.StartChatCommand;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.BodyReader;
import org.connectchat.restjson.json.JsonBytes;
import org.connectchat.restjson.json.StrictJson;
import org.connectchat.restjson.response.ResponseWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The stages of a StartChatContact between the bytes of its request and those of its response, each by itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class StartStages {

    private final JsonMapper json = StrictJson.mapper();
    private final BodyReader reader = new BodyReader(json);
    private final ResponseWriter writer = new ResponseWriter(json);
    private final byte[] body = Samples.START.getBytes(StandardCharsets.UTF_8);
    private final ParticipantToken token = new IdGenerator(new SecureRandom()).of("my-instance").token();

    private ConfigurableApplicationContext emulator;
    private ChatContactService chats;
    private StartChatContactValidator validator;
    private StartChatContactRequest request;
    private StartChatCommand command;
    private StartedChat started;

    /** Starts an emulator, whose chats live in the heap of the benchmark. */
    @Setup
    public void start() {
        emulator = SpringApplication.run(
                ConnectChatEmulator.class, "--server.port=0", "--emulator.quotas.concurrent-active-chats=10000000");
        chats = emulator.getBean(ChatContactService.class);
        ChatSettings settings = emulator.getBean(ChatSettings.class);
        validator = new StartChatContactValidator(settings.contentLimits(), settings.customDuration());
        request = read();
        command = request.toCommand();
        started = startTheContact();
    }

    /** Forgets the chats of an iteration, so that the heap is the same in each. */
    @TearDown(Level.Iteration)
    public void reset() {
        chats.reset(null);
    }

    /** Stops the emulator. */
    @TearDown
    public void stop() {
        emulator.close();
    }

    /** The record of the JSON of a request. */
    @Benchmark
    public StartChatContactRequest read() {
        return reader.read(body, ConnectRoutes.START_CHAT_CONTACT.dialect(), StartChatContactRequest.class);
    }

    /** The rules of a request. */
    @Benchmark
    public Violations validate() {
        return validator.validate(request);
    }

    /** The command to the domain. */
    @Benchmark
    public StartChatCommand makeTheCommand() {
        return request.toCommand();
    }

    /** A new chat, with its ids, its events and its deadlines. */
    @Benchmark
    public StartedChat startTheContact() {
        return chats.start(command);
    }

    /** The text of a token, as CreateParticipant and the others write it. */
    @Benchmark
    public String makeTheTextOfAToken() {
        return token.text();
    }

    /** The response with its token, and its JSON. */
    @Benchmark
    public int writeTheResponse() throws IOException {
        try (JsonBytes json = writer.json(StartChatContactResponse.of(started))) {
            json.writeTo(OutputStream.nullOutputStream());
            return json.length();
        }
    }
}
