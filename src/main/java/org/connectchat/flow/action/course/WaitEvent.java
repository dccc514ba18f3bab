package org.connectchat.flow.action.course;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What can end a {@link Wait} before its time. */
enum WaitEvent {
    CUSTOMER_RETURNED("CustomerReturned"),
    BOT_PARTICIPANT_DISCONNECTED("BotParticipantDisconnected");

    private final String word;

    WaitEvent(String word) {
        this.word = word;
    }

    /** The name in the flow language, which is also the result. */
    String word() {
        return word;
    }

    /** The event of this name, whatever its upper and lower case (rule F4); null if there is none. */
    static @Nullable WaitEvent of(String word) {
        return Arrays.stream(values())
                .filter(event -> event.word.equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }
}
