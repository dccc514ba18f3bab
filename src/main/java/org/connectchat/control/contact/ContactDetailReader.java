package org.connectchat.control.contact;

import java.util.Objects;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ViewedList;
import org.connectchat.control.contact.ContactDetail.AgentView;
import org.connectchat.control.contact.ContactDetail.DeadlineView;
import org.connectchat.control.contact.ContactDetail.ParticipantView;
import org.connectchat.control.contact.ContactDetail.TimerView;
import org.connectchat.websocket.ChatSockets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rule C13: gathers the state of one contact, and the deadlines and the transcript of its whole session. */
@Component
public final class ContactDetailReader {

    private final ContactInspector records;
    private final ChatSockets sockets;

    ContactDetailReader(ContactInspector records, ChatSockets sockets) {
        this.records = records;
        this.sockets = sockets;
    }

    public ContactDetail of(Contact contact) {
        return new ContactDetail(
                ContactView.of(contact),
                contact.attributes(),
                contact.terms().supportedContentTypes(),
                view(contact.agent()),
                contact.participants().stream()
                        .map(participant -> view(contact, participant))
                        .toList(),
                contact.timers().stream()
                        .map(timer ->
                                new TimerView(timer.role(), timer.type(), Objects.requireNonNull(timer.duration())))
                        .toList(),
                records.deadlines(contact).stream()
                        .map(ContactDetailReader::view)
                        .toList(),
                new ViewedList<>(records.sessionTranscript(contact), ItemView::of));
    }

    private static @Nullable AgentView view(@Nullable AgentInfo agent) {
        return agent == null
                ? null
                : new AgentView(agent.id(), agent.participantId(), agent.acceptedAt(), agent.connectedAt());
    }

    private ParticipantView view(Contact contact, Participant participant) {
        return new ParticipantView(
                participant.id(),
                participant.role(),
                participant.displayName(),
                contact.isActive() && records.isPresent(contact, participant),
                sockets.openOf(participant.id()));
    }

    private static DeadlineView view(Deadline deadline) {
        return new DeadlineView(
                deadline.at(), deadline.kind(), deadline.subject().isEmpty() ? null : deadline.subject());
    }
}
