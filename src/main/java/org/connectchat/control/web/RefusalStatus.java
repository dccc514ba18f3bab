package org.connectchat.control.web;

import org.connectchat.chat.ChatRefused;
import org.springframework.http.HttpStatus;

/** The HTTP status of each refusal of the domain. It names every reason, so the compiler reports a new one. */
final class RefusalStatus {

    private RefusalStatus() {}

    /** 404 if something does not exist; in nearly all other cases 409, because the state does not allow the call. */
    static HttpStatus of(ChatRefused.Reason reason) {
        return switch (reason) {
            case INSTANCE_UNKNOWN, CONTACT_FLOW_UNKNOWN, CONTACT_UNKNOWN, PARTICIPANT_UNKNOWN, STREAMING_UNKNOWN ->
                HttpStatus.NOT_FOUND;
            case MEMORY_FULL -> HttpStatus.SERVICE_UNAVAILABLE;
            case SOURCE_STILL_ACTIVE,
                    SOURCE_NOT_INITIAL,
                    ALREADY_PERSISTENT,
                    ATTRIBUTES_TOO_LARGE,
                    REFERENCES_TOO_LARGE,
                    TOO_MANY_TAGS,
                    ACCESS_DENIED,
                    CHAT_ENDED,
                    TIMERS_TOO_LATE,
                    STREAMING_TOO_LATE,
                    STREAMING_QUOTA_REACHED,
                    PARTICIPANT_QUOTA_REACHED,
                    AGENT_CONNECTED,
                    TOO_MANY_FOR_RECEIPTS,
                    ATTACHMENT_QUOTA_REACHED,
                    ATTACHMENT_UNUSABLE,
                    ATTACHMENT_COMPLETED_ALREADY,
                    TRANSCRIPT_POSITION_UNKNOWN,
                    ACTIVE_CHAT_QUOTA_REACHED,
                    MEMORY_FULL_FOR_CHATS -> HttpStatus.CONFLICT;
        };
    }
}
