package org.connectchat.chat;

import java.util.List;

/** The content types of messages, and those that a chat may negotiate at its start (rules I9 and I13). */
public final class ContentTypes {

    public static final String PLAIN = "text/plain";
    public static final String MARKDOWN = "text/markdown";
    public static final String JSON = "application/json";
    public static final String INTERACTIVE = "application/vnd.amazonaws.connect.message.interactive";
    public static final String INTERACTIVE_RESPONSE = "application/vnd.amazonaws.connect.message.interactive.response";

    /** Rule I13: the content types that SupportedMessagingContentTypes may name. */
    public static final List<String> NEGOTIABLE = List.of(PLAIN, MARKDOWN, JSON, INTERACTIVE, INTERACTIVE_RESPONSE);

    /** Rule I9: the content types that InitialMessage may have. */
    public static final List<String> INITIAL = List.of(PLAIN, MARKDOWN, JSON, INTERACTIVE_RESPONSE);

    private ContentTypes() {}

    /** Whether messages of that type are interactive, or the response to one. */
    public static boolean isInteractive(String contentType) {
        return INTERACTIVE.equals(contentType) || INTERACTIVE_RESPONSE.equals(contentType);
    }
}
