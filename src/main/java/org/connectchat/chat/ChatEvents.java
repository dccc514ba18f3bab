package org.connectchat.chat;

/**
 * The content types of events.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_SendEvent.html">SendEvent</a>
 */
public final class ChatEvents {

    private static final String PREFIX = "application/vnd.amazonaws.connect.event.";

    public static final String TYPING = PREFIX + "typing";
    public static final String CONNECTION_ACKNOWLEDGED = PREFIX + "connection.acknowledged";
    public static final String MESSAGE_DELIVERED = PREFIX + "message.delivered";
    public static final String MESSAGE_READ = PREFIX + "message.read";
    public static final String MESSAGE_METADATA = PREFIX + "message.metadata";
    public static final String PARTICIPANT_JOINED = PREFIX + "participant.joined";
    public static final String PARTICIPANT_LEFT = PREFIX + "participant.left";
    public static final String PARTICIPANT_IDLE = PREFIX + "participant.idle";
    public static final String PARTICIPANT_RETURNED = PREFIX + "participant.returned";
    public static final String PARTICIPANT_AUTODISCONNECTION = PREFIX + "participant.autodisconnection";
    public static final String TRANSFER_SUCCEEDED = PREFIX + "transfer.succeeded";
    public static final String TRANSFER_FAILED = PREFIX + "transfer.failed";
    public static final String CHAT_ENDED = PREFIX + "chat.ended";
    public static final String CHAT_REHYDRATED = PREFIX + "chat.rehydrated";

    private ChatEvents() {}
}
