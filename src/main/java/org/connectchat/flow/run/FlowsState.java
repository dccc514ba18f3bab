package org.connectchat.flow.run;

import java.util.Map;
import org.connectchat.chat.StateRefused;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.RoutingStates;
import org.connectchat.flow.state.SavedContent;
import org.connectchat.flow.state.SavedFlows;
import org.connectchat.flow.state.StatePath;
import org.springframework.beans.factory.ObjectProvider;

/** Saves what flows keep that belongs to no single chat, and prepares what was saved. */
public final class FlowsState {

    private final ObjectProvider<FlowEngine> engine;
    private final Routing routing;

    FlowsState(ObjectProvider<FlowEngine> engine, Routing routing) {
        this.engine = engine;
        this.routing = routing;
    }

    /**
     * Saves it. The caller holds no lock of a chat.
     *
     * @param contentsOfChats the contents of all chats that were saved before
     */
    public SavedFlows save(Map<String, SavedContent> contentsOfChats) {
        return new SavedFlows(contentsOfChats, routing.states().save());
    }

    /**
     * Checks and builds aside what was saved; changes nothing that others can see.
     *
     * @throws StateRefused with the path of the first value that is wrong
     */
    public PreparedFlows prepare(SavedFlows saved) {
        StatePath root = StatePath.ROOT;
        RoutingStates.check(saved.routing(), root.member("routing"));
        return new PreparedFlows(
                SavedContents.read(saved.contents(), root.member("contents")),
                engine,
                () -> routing.states().install(saved.routing()));
    }
}
