package org.connectchat.flow.run;

import java.util.Map;
import org.connectchat.chat.session.SavedFlow;
import org.connectchat.flow.state.SavedContactFlow;
import org.connectchat.flow.state.SavedContent;

/**
 * The flow of a chat as it is saved.
 *
 * @param place where it stands
 * @param contents the flows and modules that it runs, by the keys that stand for them in {@code place}
 */
public record SavedChatFlow(SavedContactFlow place, Map<String, SavedContent> contents) implements SavedFlow {

    public SavedChatFlow {
        contents = Map.copyOf(contents);
    }
}
