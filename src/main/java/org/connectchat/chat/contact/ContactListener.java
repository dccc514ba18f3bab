package org.connectchat.chat.contact;

/**
 * Is told of each contact that comes into being, and of each change. A call holds the lock of the chat, so the calls for one
 * session come in order, and an implementation returns at once and does no I/O.
 */
public interface ContactListener {

    /** Ignores everything. */
    ContactListener NONE = new ContactListener() {

        @Override
        public void initiated(Contact contact) {}

        @Override
        public void changed(Contact before, Contact after) {}
    };

    /** A contact can be found: the first one of a chat, or one that follows in its session. */
    void initiated(Contact contact);

    /** A contact has changed, of which both states are given. */
    void changed(Contact before, Contact after);
}
