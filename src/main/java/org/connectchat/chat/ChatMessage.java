package org.connectchat.chat;

/** A message with its content type, one of {@link ContentTypes}. */
public record ChatMessage(String contentType, String content) {

    /** Without the content, so that it never reaches a log by accident. */
    @Override
    public String toString() {
        return contentType;
    }
}
