package org.connectchat.flow.run;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.session.Chat;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.execution.FlowRun;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.log.FlowLog;
import org.connectchat.flow.state.SavedContactFlow;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** The flow of a chat as it was saved, being read. */
record LoadedFlow(SavedContactFlow saved, SavedContents contents, RunnableFlow first, FlowLog log, ContactParts parts) {

    private static final StatePath ROOT = StatePath.ROOT;

    /** Reads what does not need the parts of the flow. */
    static LoadedFlow of(
            Chat chat, SavedContactFlow saved, SavedContents contents, FlowServices services, FlowDriver driver) {
        Contact contact = chat.contact();
        ROOT.member("ended").require(saved.ended() != contact.isActive(), "must be whether the chat has ended");
        QueuePlace place = new QueuePlace(services);
        place.restore(saved.place(), contact, ROOT.member("place"));
        ContactParts parts = new ContactParts(
                chat,
                services,
                driver,
                ContactFlowData.of(saved.data(), ROOT.member("data")),
                place,
                new BegunWork(),
                saved.author());
        return new LoadedFlow(
                saved,
                contents,
                contents.flow(saved.flow(), ROOT.member("flow")),
                FlowLog.of(saved.log(), chat.memory(), ROOT.member("log")),
                parts);
    }

    boolean begun() {
        return saved.begun();
    }

    boolean ended() {
        return saved.ended();
    }

    /** Restores the run and the agents; returns what was to be done without the lock. */
    List<Turn> restore(Runs runs, AgentEntry agents) {
        FlowRun run = run();
        DisconnectReason ending =
                saved.ending() == null ? null : ROOT.member("ending").word(DisconnectReason.class, saved.ending());
        ROOT.member("ending").require(ending == null || run == null, "must be absent beside a run");
        runs.restore(run, ending);
        restoreWhispers(run, agents);
        List<Turn> again = new ArrayList<>();
        if (ending != null) {
            again.add(new Turn.End(ending));
        }
        for (int i = 0; i < saved.admitted().size(); i++) {
            Participant agent =
                    participant(saved.admitted().get(i), ROOT.member("admitted").index(i));
            agents.admit(agent);
            again.add(new Turn.Join(agent));
        }
        return again;
    }

    private @Nullable FlowRun run() {
        SavedRun run = saved.run();
        if (run == null) {
            return null;
        }
        StatePath path = ROOT.member("run");
        path.require(saved.begun() && !saved.ended(), "must be absent from a flow that has not begun or has ended");
        return FlowRun.of(run, parts.services().runs(), contents, path);
    }

    private void restoreWhispers(@Nullable FlowRun run, AgentEntry agents) {
        StatePath path = ROOT.member("whispers");
        SavedContactFlow.Whispers whispers = saved.whispers();
        boolean isWhisper = run != null && run.kind().isWhisper();
        path.require(!isWhisper || whispers != null, "must be given beside the run of a whisper flow");
        if (whispers != null) {
            agents.restore(participant(whispers.agent(), path.member("agent")), whispers.until());
        }
    }

    private Participant participant(String id, StatePath path) {
        Participant participant = parts.chat().contact().participant(id);
        if (participant == null) {
            throw path.wrong("is no participant of the contact");
        }
        return participant;
    }
}
