package org.connectchat.restjson.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends 100,000 different member names to the emulator, and shows that no parser keeps any of them. A parser that keeps
 * names has them in the symbol tables of its factory.
 */
class MemberNamesTest {

    private static final int NAMES_OF_A_BODY = 1_000;
    private static final int NAMES_OF_A_RECEIPT = 800;
    private static final int NAMES_OF_A_FRAME = 250;

    private static final Emulator EMULATOR =
            Emulator.with("emulator.throttling.enabled=false", "emulator.journal.max-calls=0");

    private final SymbolTables tables = SymbolTables.of(EMULATOR);
    private final int before = tables.size();

    @Test
    @Rule("R15")
    void theControlApiKeepsNone() {
        Control control = new Control(EMULATOR);

        for (int i = 0; i < 25; i++) {
            assertThat(control.call("PATCH", "/settings", names("settings" + i, NAMES_OF_A_BODY))
                            .status())
                    .isEqualTo(400);
        }

        assertThat(tables.size()).isEqualTo(before);
    }

    @Test
    @Rule("R15")
    void operationsKeepNone() {
        for (int i = 0; i < 25; i++) {
            assertThat(EMULATOR.start(names("start" + i, NAMES_OF_A_BODY)).status())
                    .isEqualTo(400);
        }

        assertThat(tables.size()).isEqualTo(before);
    }

    @Test
    @Rule("R15")
    void receiptsKeepNone() {
        Chat chat = Chat.start(EMULATOR);

        for (int i = 0; i < 32; i++) {
            String content = names("r" + i, NAMES_OF_A_RECEIPT).replace("\"", "\\\"");
            assertThat(chat.customer().event("""
                    {"ContentType": "application/vnd.amazonaws.connect.event.message.read", "Content": "%s"}""".formatted(content)).body())
                    .contains("of a receipt must be a JSON text");
        }

        assertThat(tables.size()).isEqualTo(before);
    }

    @Test
    @Rule("R15")
    void framesOfSocketsKeepNone() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket socket = chat.customer().join()) {
            for (int i = 0; i < 100; i++) {
                socket.send(names("frame" + i, NAMES_OF_A_FRAME));
            }
            socket.itemsUpToNow(); // the frames before are read

            assertThat(tables.size()).isEqualTo(before);
        }
    }

    @Test
    void aParserThatKeepsNamesWouldBeSeen() {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.readTree("{\"a text\": 1}");
        mapper.readTree("{\"a body\": 1}".getBytes(UTF_8));

        assertThat(SymbolTables.size(mapper)).isEqualTo(2);
    }

    /** An object whose names no other has. */
    private static String names(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"" + prefix + "-" + i + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
