package org.connectchat.chat.session;

/** A flow as it is saved with its chat. The package {@code flow} has the only one. */
public interface SavedFlow {}
