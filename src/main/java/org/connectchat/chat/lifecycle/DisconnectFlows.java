package org.connectchat.chat.lifecycle;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOMER;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.RunningTimers;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadlines;

/**
 * Rules F46 and F48: hands a chat over to its disconnect flow, where it would end otherwise. The agents leave, and the
 * customer remains in a new contact. Every method is called under the lock of the chat.
 */
final class DisconnectFlows {

    private final Clocks clocks;
    private final Deadlines deadlines;
    private final ChatItemFactory items;
    private final IdGenerator ids;

    DisconnectFlows(Clocks clocks, Deadlines deadlines, ChatItemFactory items, IdGenerator ids) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.items = items;
        this.ids = ids;
    }

    /** Whether the disconnect flow takes over a chat that would end for this reason. */
    boolean takesOver(ChatState state, DisconnectReason reason) {
        ChatFlow flow = state.flow();
        return flow != null
                && isMeant(state.contact(), reason)
                && customerAndOthersArePresent(state, reason)
                && state.mayHandOver()
                && flow.continuesAfter(reason);
    }

    private static boolean isMeant(Contact contact, DisconnectReason reason) {
        return switch (reason) {
            case AGENT_DISCONNECT, AGENT_NETWORK_DISCONNECT, IDLE_DISCONNECT -> true;
            case CUSTOMER_DISCONNECT ->
                contact.terms().disconnectOnCustomerExit().contains(AGENT.name());
            case CUSTOMER_CONNECTION_NOT_ESTABLISHED,
                    EXPIRED,
                    CONTACT_FLOW_DISCONNECT,
                    API,
                    BARGED,
                    THIRD_PARTY_DISCONNECT,
                    SYSTEM_ERROR -> false;
        };
    }

    /** Rule F48: of a customer who leaves, only agents let the chat go on. */
    private static boolean customerAndOthersArePresent(ChatState state, DisconnectReason reason) {
        Conversation conversation = state.startedConversation();
        Contact contact = state.contact();
        return conversation != null
                && conversation.hasJoined(contact.customer().id())
                && contact.participants().stream()
                        .filter(participant -> reason == DisconnectReason.CUSTOMER_DISCONNECT
                                ? participant.role() == AGENT
                                : participant.role() != CUSTOMER)
                        .anyMatch(participant -> conversation.hasJoined(participant.id()));
    }

    /** Hands the chat over; returns the participants that have left. */
    List<Participant> takeOver(ChatState state, DisconnectReason reason, Instant at) {
        Contact before = state.contact();
        List<Participant> leaving = before.participants().stream()
                .filter(participant -> participant.role() != CUSTOMER)
                .toList();
        leaving.forEach(participant -> leave(state, participant));
        RunningTimers timers = state.timers();
        if (timers != null) {
            timers.stop(deadlines);
        }
        String nextId = ids.of(before.instanceId()).id();
        Contact next = before.next(nextId, InitiationMethod.DISCONNECT, List.of(before.customer()), at);
        next.memory().hold(ContactWeight.ofNext(next, next.customer()));
        state.handOver(before.handedOver(nextId, reason, at), next);
        ChatFlow flow = state.flow();
        if (flow != null) {
            flow.customerRemains(state);
        }
        return leaving;
    }

    private void leave(ChatState state, Participant leaving) {
        state.revoke(leaving);
        Conversation conversation = state.conversation();
        if (conversation.hasJoined(leaving.id())) {
            conversation.publish(
                    items.event(state.contact(), leaving, ChatEvent.PARTICIPANT_LEFT),
                    clocks.now(state.contact().instanceId()));
        }
        conversation.leave(leaving.id());
    }
}
