package org.connectchat.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.connectchat.kit.ConnectChatEmulator;
import org.connectchat.kit.junit.ConnectChatExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredEmulatorTest {

    @RegisterExtension
    static final ConnectChatExtension EMULATOR = ConnectChatExtension.of(
            new ConnectChatEmulator().withRegion("eu-west-1").withConcurrentActiveChats(3));

    @Test
    void theQuotaIsThree() {
        assertEquals(3, EMULATOR.client().settings().read().quotas().concurrentActiveChats());
    }
}
