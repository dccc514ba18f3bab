package org.connectchat.kit.junit;

import java.nio.file.Path;
import java.util.List;
import org.connectchat.kit.ConnectChatEmulator;
import org.connectchat.kit.EmulatorServer;
import org.connectchat.kit.EmulatorSettings;
import org.connectchat.kit.container.ConnectChatContainer;

/** What makes emulators of annotations the same. */
record EmulatorKey(ConnectChatTest.Mode mode, List<String> settings, String flows) {

    static EmulatorKey of(ConnectChatTest test) {
        return new EmulatorKey(test.mode(), List.of(test.settings()), test.flows());
    }

    EmulatorServer server() {
        return switch (mode) {
            case PROCESS -> configured(new ConnectChatEmulator());
            case CONTAINER -> Containers.configured(this);
        };
    }

    private <S extends EmulatorSettings<S> & EmulatorServer> S configured(S server) {
        for (String setting : settings) {
            int at = setting.indexOf('=');
            if (at < 1) {
                throw new IllegalArgumentException(
                        "A setting of @ConnectChatTest is written name=value, not: " + setting);
            }
            server.withSetting(setting.substring(0, at), setting.substring(at + 1));
        }
        if (!flows.isEmpty()) {
            server.withFlows(Path.of(flows));
        }
        return server;
    }

    /** A class of its own, which is loaded only where Testcontainers is used. */
    private static final class Containers {

        private Containers() {}

        static EmulatorServer configured(EmulatorKey key) {
            return key.configured(new ConnectChatContainer());
        }
    }
}
