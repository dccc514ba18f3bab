package org.connectchat.flow.action.contact;

import java.util.List;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.lifecycle.PersistentChats;
import org.connectchat.flow.action.ActionType;

/** The action types of this package. */
public final class ContactActions {

    private ContactActions() {}

    /** One of each type. */
    public static List<ActionType> all(Contacts contacts, PersistentChats persistentChats) {
        return List.of(
                new CreatePersistentContactAssociation(persistentChats),
                new ResumeContact(),
                new TagContact(),
                new UntagContact(),
                new UpdateContactAttributes(contacts),
                new UpdateContactData(contacts),
                new UpdateContactEventHooks(),
                new UpdateContactMediaProcessing(),
                new UpdateContactRecordingAndAnalyticsBehavior(),
                new UpdateContactRecordingBehavior(),
                new UpdateContactTextToSpeechVoice());
    }
}
