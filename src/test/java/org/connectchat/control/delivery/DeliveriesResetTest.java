package org.connectchat.control.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.testkit.topic.Streamed.CONTROL;
import static org.connectchat.testkit.topic.Streamed.EMULATOR;
import static org.connectchat.testkit.topic.Streamed.TOPIC;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.topic.Streamed;
import org.junit.jupiter.api.Test;

class DeliveriesResetTest {

    @Test
    @Rule({"C2", "S12"})
    void whatWaitsForAChatThatBeginsDuringAResetIsKept() {
        Chat chat = Chat.start(EMULATOR);
        String streamingId = Streamed.started(chat.contactId(), TOPIC);
        CONTROL.post("/faults", """
                {"contactId": "%s", "effect": {"type": "FAIL_STREAMING"}}""".formatted(chat.contactId()));
        chat.customer().say("Later");

        EMULATOR.bean(DeliveriesReset.class).reset(); // other chats are removed before, so this one has come since

        CONTROL.call("DELETE", "/faults", null);
        assertThat(Streamed.awaited(chat.contactId(), streamingId, "{\"delivered\": 1}")
                        .path("failed")
                        .asLong())
                .isZero();
    }
}
