package org.connectchat.flow.run;

import org.connectchat.chat.session.Chat;
import org.connectchat.flow.routing.Assignment;

/** What the flow of a chat asks for that is not done under the lock of the chat. */
interface FlowDriver {

    /** Rule F38: whether a flow begins when its contact is created, and not when the customer connects. */
    boolean beginsAtTheStart();

    /** Lets the flow of a chat go on soon, on another thread, as a part of its {@link BegunWork}. */
    void wake(Chat chat);

    /** Gives waiting contacts to agents soon, on another thread. */
    void assignAgents();

    /** A contact is offered to a standing agent again, after a load. */
    void offered(Assignment offer);

    /** The moment has come that an action of a chat waits for. The caller holds no lock of a chat. */
    void due(Chat chat, long number);

    /** Rule F44: whispers have taken two minutes. The caller holds no lock of a chat. */
    void whispersTooLong(Chat chat);
}
