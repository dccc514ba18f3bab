package org.connectchat.flow.run;

import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.log.FlowLog;
import org.connectchat.flow.state.SavedContactFlow;

/** The flow of a chat that is being saved, under the lock of the chat. */
record SavingFlow(
        ContactParts parts,
        RunnableFlow first,
        boolean begun,
        boolean ended,
        Runs runs,
        AgentEntry agents,
        FlowLog log) {

    SavedChatFlow save() {
        ContentKeys keys = new ContentKeys();
        DisconnectReason ending = runs.ending();
        SavedContactFlow saved = new SavedContactFlow(
                keys.of(first),
                parts.systemParticipantId(),
                begun,
                ended,
                parts.data().save(),
                runs.save(keys),
                ending == null ? null : ending.name(),
                parts.place().save(parts.chat().sessionId()),
                agents.saveWhispers(),
                agents.saveAdmitted(),
                log.save());
        return new SavedChatFlow(saved, keys.contents());
    }
}
