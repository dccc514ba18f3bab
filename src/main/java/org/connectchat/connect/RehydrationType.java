package org.connectchat.connect;

import java.util.List;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;

/** The past contacts that a persistent chat continues (rules B7 and I15). */
public enum RehydrationType {
    ENTIRE_PAST_SESSION {
        @Override
        public Origin from(String sourceContactId) {
            return new Origin.EntirePastSession(sourceContactId);
        }
    },
    FROM_SEGMENT {
        @Override
        public Origin from(String sourceContactId) {
            return new Origin.FromSegment(sourceContactId);
        }
    };

    public static final List<String> NAMES = List.of(ENTIRE_PAST_SESSION.name(), FROM_SEGMENT.name());

    public abstract Origin from(String sourceContactId);
}
