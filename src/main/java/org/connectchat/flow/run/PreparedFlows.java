package org.connectchat.flow.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.FlowRestorer;
import org.connectchat.chat.session.SavedFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.state.SavedPlace;
import org.connectchat.flow.state.StatePath;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What was saved of flows, checked and built aside. One thread loads it: it restores the flows of all chats, installs what
 * belongs to no chat, lets each chat resume, and then calls {@link #resumed}.
 */
public final class PreparedFlows implements FlowRestorer {

    private final SavedContents contents;
    private final ObjectProvider<FlowEngine> engine;
    private final Runnable install;
    private final List<Chat> chats = new ArrayList<>();
    private final Set<Long> sequences = new HashSet<>();

    /**
     * Prepared flows.
     *
     * @param engine made when a first chat has a flow
     * @param install replaces what belongs to no chat; must not fail
     */
    PreparedFlows(SavedContents contents, ObjectProvider<FlowEngine> engine, Runnable install) {
        this.contents = contents;
        this.engine = engine;
        this.install = install;
    }

    /**
     * The flow of a chat, which waits, in no line and without deadlines, until it resumes.
     *
     * @throws StateRefused with the path of the first value that is wrong
     */
    @Override
    public ChatFlow restore(Chat chat, SavedFlow saved) {
        if (!(saved instanceof SavedChatFlow flow)) {
            throw new IllegalArgumentException("This is no flow of a chat: " + saved.getClass());
        }
        SavedPlace.Line line = flow.place().place().line();
        StatePath path = StatePath.ROOT.member("place").member("line").member("sequence");
        path.require(line == null || sequences.add(line.sequence()), "is that of another chat");
        FlowEngine running = engine.getObject();
        LoadedFlow loaded = LoadedFlow.of(chat, flow.place(), contents, running.services(), running);
        ContactFlow restored = new ContactFlow(loaded);
        chats.add(chat);
        return restored;
    }

    /** Replaces what belongs to no chat, and empties all lines. */
    public void install() {
        install.run();
    }

    /** All chats have resumed: their runs go on, and waiting contacts get agents. The caller holds no lock of a chat. */
    public void resumed() {
        for (Chat chat : chats) {
            chat.locked(state -> {
                if (state.flow() instanceof ContactFlow flow) {
                    flow.goOn();
                }
                return chat;
            });
        }
        if (!chats.isEmpty()) {
            engine.getObject().resumeAgents();
        }
    }
}
