package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;

/** The past contacts that a persistent chat continues (rules B7 and I15). */
enum RehydrationType {
    ENTIRE_PAST_SESSION {
        @Override
        Origin from(String sourceContactId) {
            return new Origin.EntirePastSession(sourceContactId);
        }
    },
    FROM_SEGMENT {
        @Override
        Origin from(String sourceContactId) {
            return new Origin.FromSegment(sourceContactId);
        }
    };

    static final List<String> NAMES = List.of(ENTIRE_PAST_SESSION.name(), FROM_SEGMENT.name());

    abstract Origin from(String sourceContactId);
}
