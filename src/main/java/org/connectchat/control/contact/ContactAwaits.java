package org.connectchat.control.contact;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.transcript.ChatMoment;
import org.connectchat.chat.transcript.ChatWatching;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.held.HeldRequests;
import org.connectchat.flow.routing.Routing;
import org.connectchat.restjson.delay.Delays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for a state of a chat without a thread (rule C30). The wait ends when the chat is in that state, the
 * chat or the timeout ends, the client closes its connection, or the emulator stops.
 */
@Component
final class ContactAwaits {

    /** A bound, because each wait holds a connection and looks at each change of its chat. */
    private static final int MAX_AWAITS = 100;

    private final ContactInspector inspector;
    private final ContactDetailReader details;
    private final Contacts contacts;
    private final Routing routing;
    private final HeldRequests requests;
    private final Delays delays;
    private final Semaphore places = new Semaphore(MAX_AWAITS);
    private final Set<ChatWatching> open = ConcurrentHashMap.newKeySet();

    ContactAwaits(
            ContactInspector inspector,
            ContactDetailReader details,
            Contacts contacts,
            ChatPresence presence,
            Routing routing,
            HeldRequests requests,
            Delays delays) {
        this.inspector = inspector;
        this.details = details;
        this.contacts = contacts;
        this.routing = routing;
        this.requests = requests;
        this.delays = delays;
        // Chats that were removed at once notice it at their next step, which needs a lock that is held now.
        presence.whenAllRemoved(() -> delays.begin(
                Duration.ZERO,
                stopped -> open.forEach(watching -> watching.again().run())));
    }

    /** The number of waits that have not ended. */
    int waiting() {
        return MAX_AWAITS - places.availablePermits();
    }

    DeferredResult<ContactDetail> begin(Contact contact, AwaitContactRequest wanted, HttpServletRequest exchange) {
        wanted.check();
        Duration timeout = wanted.longest();
        if (!places.tryAcquire()) {
            throw ControlProblem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many waiters: at most " + MAX_AWAITS + " calls may wait at once");
        }
        DeferredResult<ContactDetail> result = HeldRequests.result();
        // The lock of the chat is held when the watch is told, so another thread responds.
        ChatWatching watching = inspector.watch(
                contact,
                moment -> isReached(wanted, moment),
                found -> delays.begin(Duration.ZERO, stopped -> settle(result, contact, wanted, found)));
        open.add(watching);
        AtomicBoolean over = new AtomicBoolean();
        requests.hold(
                result,
                exchange,
                timeout,
                () -> ControlProblem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The chat of contact " + contact.id() + " was not " + wanted.state() + " within " + timeout
                                + "; " + instead(contact)),
                () -> {
                    if (over.compareAndSet(false, true)) {
                        watching.end().run();
                        open.remove(watching);
                        places.release();
                    }
                });
        return result;
    }

    private boolean isReached(AwaitContactRequest wanted, ChatMoment moment) {
        return switch (wanted.state()) {
            case CUSTOMER_CONNECTED -> moment.isConnected(ParticipantRole.CUSTOMER);
            case AGENT_OFFERED ->
                moment.has(ParticipantRole.AGENT) || isOffered(moment.contact().sessionId());
            case AGENT_CONNECTED -> moment.isConnected(ParticipantRole.AGENT);
            case MESSAGE -> wanted.isSaid(moment);
            case ENDED -> moment.hasEnded();
        };
    }

    private boolean isOffered(String sessionId) {
        return routing.offers().open().stream()
                .anyMatch(offer -> offer.contact().contactId().equals(sessionId));
    }

    private void settle(
            DeferredResult<ContactDetail> result, Contact contact, AwaitContactRequest wanted, boolean found) {
        Contact current = contacts.find(contact.id()) == null ? null : contacts.current(contact.id());
        if (current == null) {
            result.setErrorResult(ControlProblem.conflict("The chat of contact " + contact.id() + " has been removed"));
        } else if (found) {
            result.setResult(details.of(current));
        } else {
            result.setErrorResult(ControlProblem.conflict("The chat of contact " + contact.id() + " was not "
                    + wanted.state() + " before it ended; " + instead(contact)));
        }
    }

    private String instead(Contact contact) {
        return "GET /_emulator/contacts/" + contact.id() + " shows its state and its transcript";
    }
}
