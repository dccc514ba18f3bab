package org.connectchat.kit.client;

/** All chats as one document. */
public final class State {

    private final Transport transport;

    State(Transport transport) {
        this.transport = transport;
    }

    /** A JSON document with all chats, their tokens and files; it holds what gives access to them. */
    public String save() {
        return transport.getText("/state");
    }

    /** Replaces all chats by those of a document; returns how many it has. */
    public int load(String document) {
        return transport.putText(Loaded.class, "/state", document).chats();
    }

    /** Replaces all chats by those of a document, with a clock that stands at the moment of the save. */
    public int loadFrozen(String document) {
        return transport.putText(Loaded.class, "/state?freeze=true", document).chats();
    }

    record Loaded(int chats) {}
}
