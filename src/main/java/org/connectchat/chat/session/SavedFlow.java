package org.connectchat.chat.session;

/** A flow as it is saved with its chat. The room {@code flow} has the only one. */
public interface SavedFlow {}
