package org.connectchat.auth;

import org.connectchat.testkit.Emulator;

/** An emulator that verifies signatures, with a lasting, a temporary and an expired credential of one secret. */
final class VerifyingEmulator {

    static final String SECRET = "a-very/secret+key";

    private VerifyingEmulator() {}

    static Emulator shared() {
        return Emulator.with(
                "emulator.auth.mode=verify",
                "emulator.auth.credentials[0].access-key-id=AKIDLASTING",
                "emulator.auth.credentials[0].secret-access-key=" + SECRET,
                "emulator.auth.credentials[1].access-key-id=ASIATEMPORARY",
                "emulator.auth.credentials[1].secret-access-key=" + SECRET,
                "emulator.auth.credentials[1].session-token=a-session/token==",
                "emulator.auth.credentials[2].access-key-id=ASIAEXPIRED",
                "emulator.auth.credentials[2].secret-access-key=" + SECRET,
                "emulator.auth.credentials[2].expires-at=2020-01-01T00:00:00Z",
                "emulator.throttling.enabled=false");
    }
}
