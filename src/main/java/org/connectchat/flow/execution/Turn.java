package org.connectchat.flow.execution;

import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.flow.action.Outcome.Work;

/** What is to be done, without a lock, after one action of a chat has run or has been waited for. */
public sealed interface Turn {

    /** The flow waits, or is over. */
    record Idle() implements Turn {}

    /** The next action can run. */
    record Again() implements Turn {}

    /** An action waits for work. */
    record ToDo(Work work, long number) implements Turn {}

    /** An action needs memory; it runs again when there is some. */
    record NeedsMemory(long bytes) implements Turn {}

    /** The run is over. */
    record Over(boolean disconnects, DisconnectReason reason) implements Turn {}

    /** The contact is in a queue. */
    record Queued() implements Turn {}

    /** The chat ends. */
    record End(DisconnectReason reason) implements Turn {}

    /** The whispers are over, and the agent joins. */
    record Join(Participant agent) implements Turn {}
}
