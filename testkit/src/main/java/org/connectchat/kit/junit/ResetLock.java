package org.connectchat.kit.junit;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Keeps tests apart that reset everything: JUnit runs those of one lock one after the other. */
final class ResetLock implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> type) {
        ConnectChatTest test = type.getAnnotation(ConnectChatTest.class);
        if (test == null || test.reset() == ConnectChatTest.Reset.NONE) {
            return Set.of();
        }
        String emulator = test.scope() == ConnectChatTest.Scope.CLASS
                ? type.getName()
                : String.valueOf(EmulatorKey.of(test).hashCode());
        // Tests that confine themselves to their instances share the emulator with each other, not with a reset of all.
        return Set.of(new Lock(
                "connect-chat-emulator " + emulator,
                test.reset() == ConnectChatTest.Reset.ALL ? ResourceAccessMode.READ_WRITE : ResourceAccessMode.READ));
    }
}
