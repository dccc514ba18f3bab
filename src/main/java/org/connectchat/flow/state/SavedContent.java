package org.connectchat.flow.state;

import org.connectchat.flow.language.FlowType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A flow or a module as chats run it. Chats name it by a key, so content that many chats share is written once.
 *
 * @param declaration what a module declares, if it is not what the text declares
 */
public record SavedContent(
        String id,
        String name,
        FlowType type,
        String text,
        @Nullable Declaration declaration) {

    /**
     * What a module declares.
     *
     * @param settings null if it declares nothing
     */
    public record Declaration(@Nullable JsonNode settings) {}

    /** Without the text. */
    @Override
    public String toString() {
        return "SavedContent[" + id + "]";
    }
}
