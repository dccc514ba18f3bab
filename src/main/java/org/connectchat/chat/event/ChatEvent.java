package org.connectchat.chat.event;

import static org.connectchat.chat.event.Audience.AUTHOR;
import static org.connectchat.chat.event.Audience.CUSTOMER;
import static org.connectchat.chat.event.Audience.EVERY_PARTICIPANT;
import static org.connectchat.chat.event.Audience.NO_PARTICIPANT;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of a chat. Only this enum says which participants receive an event and whether the transcript keeps it:
 * the
 * conversation reads it, and the table "Who hears what" of {@code docs/fidelity.md} is generated from it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_Item.html">Item</a>
 */
public enum ChatEvent {
    /** A participant types. */
    TYPING("typing", EVERY_PARTICIPANT, false),
    /** The legacy acknowledgement by which agents and bots connect with SendEvent. */
    CONNECTION_ACKNOWLEDGED("connection.acknowledged", NO_PARTICIPANT, false),
    /** The receipt for a delivered message in SendEvent; sockets get {@link #MESSAGE_METADATA}. */
    MESSAGE_DELIVERED("message.delivered", NO_PARTICIPANT, false),
    /** The receipt for a read message in SendEvent; sockets get {@link #MESSAGE_METADATA}. */
    MESSAGE_READ("message.read", NO_PARTICIPANT, false),
    /** A receipt: which participant got or read which message. In the transcript it is part of the message. */
    MESSAGE_METADATA("message.metadata", EVERY_PARTICIPANT, false),
    /** An agent is offered the chat and has not connected (rule A13). */
    PARTICIPANT_INVITED("participant.invited", EVERY_PARTICIPANT, true),
    /** A participant has connected. */
    PARTICIPANT_JOINED("participant.joined", EVERY_PARTICIPANT, true),
    /** A participant has left. */
    PARTICIPANT_LEFT("participant.left", EVERY_PARTICIPANT, true),
    /** A chat timer: the participant has sent nothing for too long (rule K1). */
    PARTICIPANT_IDLE("participant.idle", EVERY_PARTICIPANT, false),
    /** A chat timer: the idle participant has sent something (rule K1). */
    PARTICIPANT_RETURNED("participant.returned", EVERY_PARTICIPANT, false),
    /** A chat timer: the silence of the participant ends the chat (rule K1). */
    PARTICIPANT_AUTODISCONNECTION("participant.autodisconnection", EVERY_PARTICIPANT, false),
    /** The agent has handed the chat over. A ChatJS session of an agent that hears this closes itself (rule A12). */
    TRANSFER_SUCCEEDED("transfer.succeeded", AUTHOR, true),
    /** The agent could not hand the chat over (rule A12). */
    TRANSFER_FAILED("transfer.failed", AUTHOR, true),
    /** The chat is over. */
    CHAT_ENDED("chat.ended", EVERY_PARTICIPANT, true),
    /** The chat continues an ended one, so a client can page back into the past (rule W17). */
    CHAT_REHYDRATED("chat.rehydrated", CUSTOMER, false);

    private static final String PREFIX = "application/vnd.amazonaws.connect.event.";
    private static final Map<String, ChatEvent> BY_CONTENT_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(ChatEvent::contentType, Function.identity()));

    private final String contentType;
    private final Audience audience;
    private final boolean kept;

    ChatEvent(String suffix, Audience audience, boolean kept) {
        this.contentType = PREFIX + suffix;
        this.audience = audience;
        this.kept = kept;
    }

    /** The event of a content type, or null if there is none. */
    public static @Nullable ChatEvent of(@Nullable String contentType) {
        return contentType == null ? null : BY_CONTENT_TYPE.get(contentType);
    }

    /** The content type of the event on the wire. */
    public String contentType() {
        return contentType;
    }

    /** The participants whose sockets receive the event. */
    public Audience audience() {
        return audience;
    }

    /** Whether the event is an item of the transcript. */
    public boolean isKept() {
        return kept;
    }
}
