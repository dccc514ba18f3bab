package org.connectchat.flow.action;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.AccountSettings;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.flow.queue.Queue;
import org.jspecify.annotations.Nullable;

/** What an action can read and change of its chat, under the lock of that chat. */
public interface FlowChat {

    /** The contact that the chat has now. */
    Contact contact();

    /** The moment on the emulator's clock. */
    Instant now();

    /** What flows have set for the contact. */
    ContactFlowData data();

    /** Finds flows and modules by id. */
    FlowSource source();

    /** The AWS account and region of the emulator. */
    AccountSettings account();

    /** Writes a text as the system participant (rule F30). */
    void say(String text);

    /** Writes a message of any content type as the system participant. */
    void say(ChatMessage message);

    /** Writes messages as a bot (rule F31): all of them, or none if there is no memory. */
    void sayAsBot(List<ChatMessage> messages);

    /**
     * Merges attributes into those of the contact; an empty value removes its key.
     *
     * @return why they are refused, or null
     */
    @Nullable
    String updateAttributes(Map<String, String> changes);

    /** Replaces what flows have set of the contact's own data. */
    void setDetails(ContactDetails details);

    /** Whether a participant of a role has connected and not left. */
    boolean isPresent(ParticipantRole role);

    /** A participant of this role, connected or not; null if there is none. */
    @Nullable
    Participant participant(ParticipantRole role);

    /** Whether the contact waits in a queue. */
    boolean isQueued();

    /**
     * Puts the contact into a queue (rule F42).
     *
     * @return false if the queue is at capacity
     */
    boolean enqueue(Queue queue);

    /** Whether the session may have another contact (rule F81). */
    boolean mayHandOver();

    /**
     * Moves the chat from its queue to another one, in a new contact.
     *
     * @return false if the queue is at capacity
     */
    boolean moveTo(Queue queue);

    /** Sets the priority by which queued contacts get agents (rule F73). */
    void setPriority(long priority);

    /** Sets a time that is added to the contact's time in the queue; it may be negative (rule F73). */
    void setAdjustment(Duration adjustment);

    /** A number from 1 to 100, from the seeded source of ids if there is one. */
    int randomPercentage();

    /** The language of the contact, {@code en-US} unless a flow has set it. */
    String languageCode();
}
