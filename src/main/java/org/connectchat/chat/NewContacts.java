package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.StartChat.Origin;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/** Makes the contact that a wish describes, with new ids and of this moment; nobody knows of it yet. */
final class NewContacts {

    private final Clock clock;
    private final Duration defaultDuration;
    private final Mint mint;

    NewContacts(Clock clock, Duration defaultDuration, Mint mint) {
        this.clock = clock;
        this.defaultDuration = defaultDuration;
        this.mint = mint;
    }

    /**
     * Makes it.
     *
     * @param source the contact that the wish's origin led to
     * @param memory what the chat takes its memory from
     */
    Contact make(StartChat wish, @Nullable Contact source, MemoryAccount memory) {
        Mint.NewChat ids = mint.chat();
        return new Contact(
                ids.contactId(),
                wish.instanceId(),
                InitiationMethod.API,
                lineage(wish, source, ids.contactId()),
                terms(wish),
                List.of(new Participant(
                        ids.participantId(), ParticipantRole.CUSTOMER, wish.displayName(), ids.token(), null)),
                ContactAttributes.overlaid(inherited(wish, source), wish.attributes()),
                Timeline.startingAt(Timeline.now(clock)),
                null,
                List.of(),
                memory);
    }

    private ChatTerms terms(StartChat wish) {
        return new ChatTerms(
                wish.contactFlowId(),
                wish.duration() == null ? defaultDuration : wish.duration(),
                wish.supportedContentTypes(),
                wish.segmentAttributes(),
                wish.initialMessage(),
                wish.customerId(),
                wish.responseMode(),
                wish.disconnectOnCustomerExit());
    }

    private static Map<String, String> inherited(StartChat wish, @Nullable Contact source) {
        return source != null && wish.origin() instanceof Origin.Related ? source.attributes() : Map.of();
    }

    private static Lineage lineage(StartChat wish, @Nullable Contact source, String contactId) {
        if (source == null) {
            return Lineage.alone(contactId);
        }
        return wish.origin() instanceof Origin.Related
                ? Lineage.relatedTo(source, contactId)
                : Lineage.continuing(source, contactId);
    }
}
