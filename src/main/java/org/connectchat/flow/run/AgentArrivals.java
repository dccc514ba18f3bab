package org.connectchat.flow.run;

import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.flow.offer.OfferDeadlines;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.Assignment;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.routing.StandingAgent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets standing agents join the chats that routing gives them (rule F73). Its callers hold no lock. */
public final class AgentArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(AgentArrivals.class);

    private final ChatStore chats;
    private final AgentJoin joining;
    private final Routing routing;
    private final OfferDeadlines offers;

    AgentArrivals(ChatStore chats, AgentJoin joining, Routing routing, OfferDeadlines offers) {
        this.chats = chats;
        this.joining = joining;
        this.routing = routing;
        this.offers = offers;
    }

    /** Gives waiting contacts to agents with a free place. */
    public void assign() {
        routing.assign().forEach(this::carryOut);
    }

    /** An offer that was loaded goes on. */
    void offered(Assignment offer) {
        offers.add(offer, () -> miss(offer));
    }

    /** Goes on after a load: agents join that were about to, and waiting contacts get agents. */
    void resume() {
        routing.states().accepted().forEach(this::join);
        assign();
    }

    /** An agent has accepted a contact that was offered to it; false if it is not offered any more. */
    public boolean accept(AgentKey agent, String sessionId) {
        Assignment accepted = routing.offers().accept(agent, sessionId);
        if (accepted != null) {
            join(accepted);
        }
        return accepted != null;
    }

    private void carryOut(Assignment assignment) {
        if (assignment.offeredUntil() == null) {
            join(assignment);
            return;
        }
        offered(assignment);
        if (!routing.offers().isOpen(assignment)) {
            offers.end(assignment); // the contact has left its line meanwhile
            return;
        }
        Chat chat = chats.byContact(assignment.contact().contactId());
        if (chat != null) {
            chat.look(); // a test may wait for the offer
        }
    }

    private void miss(Assignment offer) {
        if (routing.offers().missed(offer)) {
            assign();
        }
    }

    private void join(Assignment assignment) {
        if (!routing.accepted(assignment)) {
            return;
        }
        String sessionId = assignment.contact().contactId();
        try {
            StandingAgent agent = assignment.agent();
            Seat seat =
                    joining.join(sessionId, new NewAgent(agent.displayName(), agent.id(), true), AgentArrivals::waits);
            attend(assignment, seat);
        } catch (ChatRefused refused) {
            LOG.debug("contact={} cannot be joined: {}", sessionId, refused.getMessage());
            giveUp(assignment);
        }
    }

    /** An agent of a test may have taken the contact first (rule F74). */
    private static boolean waits(ChatState state) {
        return state.flow() instanceof ContactFlow flow && flow.place().waits();
    }

    /** The chat has ended, or takes no agent now: then it waits for another one. */
    private void giveUp(Assignment assignment) {
        String sessionId = assignment.contact().contactId();
        routing.released(sessionId, assignment.agent().key());
        Chat chat = chats.byContact(sessionId);
        if (chat != null) {
            chat.locked(state -> {
                if (state.contact().isActive()
                        && state.flow() instanceof ContactFlow flow
                        && flow.place().waits()) {
                    routing.setAside(assignment.agent().key());
                    flow.place().enterAgain(state.contact());
                }
                return chat;
            });
        }
        assign();
    }

    private void attend(Assignment assignment, Seat seat) {
        String sessionId = assignment.contact().contactId();
        Chat chat = chats.byContact(sessionId);
        boolean attended = chat != null
                && chat.locked(state -> {
                    ChatFlow flow = state.flow();
                    boolean stays = state.contact().isActive()
                            && state.contact().hasParticipant(seat.participant().id());
                    if (stays && flow instanceof ContactFlow contactFlow) {
                        contactFlow.place().attendedBy(seat.participant());
                    }
                    return stays;
                });
        if (!attended && routing.released(sessionId, assignment.agent().key())) {
            assign();
        }
    }
}
