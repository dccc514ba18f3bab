package org.connectchat.flow.action.message;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.flow.lex.BotInput;
import org.connectchat.flow.state.SavedDialogue;
import org.jspecify.annotations.Nullable;

/** What the customer has sent while the bot was busy, in order. The lock of the chat guards it. */
final class BotInputs {

    private final Deque<BotInput> waiting = new ArrayDeque<>(2);

    /** The input that an item of the customer is, or null. */
    static @Nullable BotInput of(ChatItem item) {
        String contentType = item.contentType();
        String content = item.content();
        BotInput input = item.type() != ChatItem.Type.MESSAGE || contentType == null || content == null
                ? new BotInput.None()
                : BotInput.of(contentType, content);
        return input instanceof BotInput.None ? null : input;
    }

    void add(ChatItem item) {
        BotInput input = of(item);
        if (input != null) {
            waiting.add(input);
        }
    }

    void addAll(Collection<BotInput> inputs) {
        waiting.addAll(inputs);
    }

    /** Takes the next one; null if there is none. */
    @Nullable
    BotInput poll() {
        return waiting.poll();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<SavedDialogue.Input> save() {
        return SavedDialogues.save(waiting);
    }
}
