package org.connectchat.restjson.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/**
 * Shows that no parser keeps the member names that callers choose. A parser that keeps them drops them all when they are
 * a few thousand, so this sends few names that are as long as each place allows: 16 MB that would stay in the heap.
 */
class MemberNamesTest {

    private static final Emulator EMULATOR =
            Emulator.with("emulator.throttling.enabled=false", "emulator.journal.max-calls=0");

    @Test
    @Rule("R15")
    void theControlApiKeepsNone() {
        Control control = new Control(EMULATOR);

        assertHeapStays(() -> {
            for (int i = 0; i < 18; i++) {
                assertThat(control.call("PATCH", "/settings", names(i, 20, 45_000))
                                .status())
                        .isEqualTo(400);
            }
        });
    }

    @Test
    @Rule("R15")
    void receiptsKeepNone() {
        Chat chat = Chat.start(EMULATOR);
        chat.customer().connectionToken();

        assertHeapStays(() -> {
            for (int i = 0; i < 1_000; i++) {
                String content = names(i, 1, 16_300).replace("\"", "\\\"");
                assertThat(chat.customer().event("""
                        {"ContentType": "application/vnd.amazonaws.connect.event.message.read", "Content": "%s"}""".formatted(content)).status())
                        .isEqualTo(400);
            }
        });
    }

    @Test
    @Rule("R15")
    void framesOfSocketsKeepNone() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket socket = chat.customer().join()) {
            assertHeapStays(() -> {
                for (int i = 0; i < 2_000; i++) {
                    socket.send(names(i, 1, 8_000));
                }
                chat.customer().say("the frames before are read");
                socket.send("{\"topic\": \"aws/ping\"}");
            });
        }
    }

    /** An object whose names no other has. */
    private static String names(int number, int count, int length) {
        IntFunction<String> member = i ->
                "\"" + ("n" + number + "-" + i + "-").repeat(length / 4 + 1).substring(0, length - 10) + "\": 1";
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            object.append(i == 0 ? "" : ", ").append(member.apply(i));
        }
        return object.append('}').toString();
    }

    private static void assertHeapStays(Runnable calls) {
        long before = used();
        calls.run();

        assertThat(used() - before).as("bytes more in the heap").isLessThan(8L << 20);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
