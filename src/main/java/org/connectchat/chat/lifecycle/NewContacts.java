package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.ChatTerms;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.SharedTexts;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Makes the contact that a command describes, with new ids and the current time. It stores nothing. */
final class NewContacts {

    private final Clocks clocks;
    private final Duration defaultDuration;
    private final IdGenerator ids;

    NewContacts(Clocks clocks, Duration defaultDuration, IdGenerator ids) {
        this.clocks = clocks;
        this.defaultDuration = defaultDuration;
        this.ids = ids;
    }

    /**
     * Makes a contact.
     *
     * @param source the contact that the command's origin names, or null
     * @param memory the account from which the chat takes its memory
     */
    Contact make(StartChatCommand command, @Nullable Contact source, MemoryAccount memory) {
        Ids.NewChat newIds = ids.of(command.instanceId()).chat();
        return new Contact(
                newIds.contactId(),
                SharedTexts.of(command.instanceId()),
                InitiationMethod.API,
                lineage(command, source, newIds.contactId()),
                terms(command),
                List.of(new Participant(
                        newIds.participantId(),
                        ParticipantRole.CUSTOMER,
                        SharedTexts.of(command.displayName()),
                        newIds.token(),
                        null)),
                ContactAttributes.overlaid(inherited(command, source), command.attributes()),
                Timeline.startingAt(clocks.now(command.instanceId())),
                null,
                List.of(),
                ContactDetails.NONE,
                memory);
    }

    private ChatTerms terms(StartChatCommand command) {
        String flowId = command.contactFlowId();
        ChatMessage initial = command.initialMessage();
        return new ChatTerms(
                flowId == null ? null : SharedTexts.of(flowId),
                command.duration() == null ? defaultDuration : command.duration(),
                SharedTexts.of(command.supportedContentTypes()),
                command.segmentAttributes(),
                initial == null ? null : new ChatMessage(SharedTexts.of(initial.contentType()), initial.content()),
                command.customerId(),
                command.responseMode(),
                SharedTexts.of(command.disconnectOnCustomerExit()));
    }

    private static Map<String, String> inherited(StartChatCommand command, @Nullable Contact source) {
        return source != null && command.origin() instanceof Origin.Related ? source.attributes() : Map.of();
    }

    private static Lineage lineage(StartChatCommand command, @Nullable Contact source, String contactId) {
        if (source == null) {
            return Lineage.alone(contactId);
        }
        return command.origin() instanceof Origin.Related
                ? Lineage.relatedTo(source.lineage(), source.id(), contactId)
                : Lineage.continuing(source.lineage(), source.id(), contactId);
    }
}
