package org.connectchat.flow.run;

import org.connectchat.chat.session.Chat;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.RunnableFlow;
import org.jspecify.annotations.Nullable;

/**
 * What all runs of one chat share.
 *
 * @param systemParticipantId the author of what flows write (rule F30)
 */
record ContactParts(
        Chat chat,
        FlowServices services,
        FlowDriver driver,
        ContactFlowData data,
        QueuePlace place,
        BegunWork work,
        String systemParticipantId) {

    static ContactParts of(Chat chat, FlowServices services, FlowDriver driver) {
        return new ContactParts(
                chat,
                services,
                driver,
                new ContactFlowData(),
                new QueuePlace(services),
                new BegunWork(),
                services.ids().of(chat.contact().instanceId()).id());
    }

    /** Lets the flow go on soon, on another thread. */
    void wake() {
        work.begin();
        driver.wake(chat);
    }

    /** The flow that is set for an event and can run, or null. */
    @Nullable
    RunnableFlow flow(Hook hook) {
        String id = data.hook(hook);
        return id == null ? null : services.source().flow(chat.contact().instanceId(), id, null);
    }
}
