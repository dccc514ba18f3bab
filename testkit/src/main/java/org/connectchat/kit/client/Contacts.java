package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Contacts, and what happens to them from outside. */
public final class Contacts {

    private final Transport transport;

    Contacts(Transport transport) {
        this.transport = transport;
    }

    /** The first 100 contacts, oldest first. */
    public Page list() {
        return list(new Filter());
    }

    /** Contacts that match, oldest first. */
    public Page list(Filter filter) {
        return transport.get(Page.class, "/contacts", filter);
    }

    /** One contact with the transcript of its session. */
    public Contact get(String contactId) {
        return transport.get(Contact.class, Transport.path("/contacts/{}", contactId));
    }

    /** Connects the customer without a socket, so that the connection deadline stops. */
    public Contact connect(String contactId) {
        return transport.post(Contact.class, Transport.path("/contacts/{}/connect", contactId));
    }

    /** Waits until the chat is as described, and returns its contact; at once if it is so already. */
    public Contact await(String contactId, Awaited awaited) {
        return transport.post(Contact.class, Transport.path("/contacts/{}/await", contactId), awaited);
    }

    /** Ends the chat as if the reason had happened. */
    public Contact end(String contactId, DisconnectReason reason) {
        return transport.post(
                Contact.class, Transport.path("/contacts/{}/end", contactId), Map.of("disconnectReason", reason));
    }

    /** Breaks all sockets of the chat without a close frame; returns how many were open. */
    public int dropSockets(String contactId) {
        return transport
                .post(Dropped.class, Transport.path("/contacts/{}/sockets/drop", contactId))
                .dropped();
    }

    /** The state of a chat that is awaited, and how long. Only {@link Stage#MESSAGE} takes role, text and count. */
    public static final class Awaited extends Members<Awaited> {

        /** This state. */
        public Awaited(Stage state) {
            with("state", state);
        }

        /** A message of a participant of this role. */
        public Awaited role(Role role) {
            return with("role", role);
        }

        /** A message whose content has this text in it. */
        public Awaited text(String text) {
            return with("text", text);
        }

        /** So many such messages; 1 if not set. */
        public Awaited count(int count) {
            return with("count", count);
        }

        /** At most so long, on the clock of the system; 10 seconds if not set. */
        public Awaited timeout(Duration timeout) {
            return with("timeout", timeout);
        }
    }

    /** What can be awaited of a chat. */
    public enum Stage {
        CUSTOMER_CONNECTED,
        /** A standing agent is offered the chat, or an agent is in it. */
        AGENT_OFFERED,
        AGENT_CONNECTED,
        /** The transcript of the session has a message. */
        MESSAGE,
        ENDED
    }

    /** Which contacts are listed; each member that is set must match. */
    public static final class Filter extends Members<Filter> {

        /** All contacts. */
        public Filter() {}

        /** Contacts of this instance. */
        public Filter instanceId(String instanceId) {
            return with("instanceId", instanceId);
        }

        /** Active contacts, or ended ones. */
        public Filter state(State state) {
            return with("state", state);
        }

        /** Contacts that ended for this reason. */
        public Filter disconnectReason(DisconnectReason reason) {
            return with("disconnectReason", reason);
        }

        /** Contacts of the session that this contact belongs to. */
        public Filter contactId(String contactId) {
            return with("contactId", contactId);
        }

        /** Contacts of the session that began with this contact. */
        public Filter initialContactId(String contactId) {
            return with("initialContactId", contactId);
        }

        /** Contacts of customers with this name. */
        public Filter displayName(String displayName) {
            return with("displayName", displayName);
        }

        /** At most so many contacts, 1 to 1,000; 100 if not set. */
        public Filter limit(int limit) {
            return with("limit", limit);
        }

        /** The page that follows one with this {@link Page#nextToken()}. */
        public Filter nextToken(String nextToken) {
            return with("nextToken", nextToken);
        }
    }

    /** Whether a contact goes on. */
    public enum State {
        ACTIVE,
        ENDED
    }

    /** How a contact began. */
    public enum InitiationMethod {
        API,
        TRANSFER,
        QUEUE_TRANSFER,
        DISCONNECT
    }

    /** Contacts; the token is null on the last page. */
    public record Page(List<Summary> contacts, @Nullable String nextToken) {}

    /** A contact as a list has it. */
    public record Summary(
            String contactId,
            String initialContactId,
            @Nullable String previousContactId,
            @Nullable String nextContactId,
            @Nullable String relatedContactId,
            String instanceId,
            @Nullable String contactFlowId,
            State state,
            InitiationMethod initiationMethod,
            String displayName,
            Instant initiatedAt,
            @Nullable Instant connectedAt,
            Instant expiresAt,
            @Nullable Instant disconnectedAt,
            @Nullable DisconnectReason disconnectReason,
            @Nullable String queueName,
            @Nullable String agentName,
            @Nullable NextDeadline nextDeadline) {}

    /** The soonest deadline of a chat. */
    public record NextDeadline(String kind, Instant at) {}

    /** A contact with what its session has; {@link #deadlines()} has the next one first. */
    @JsonIgnoreProperties("nextDeadline") // which only a list has
    public record Contact(
            String contactId,
            String initialContactId,
            @Nullable String previousContactId,
            @Nullable String nextContactId,
            @Nullable String relatedContactId,
            String instanceId,
            @Nullable String contactFlowId,
            State state,
            InitiationMethod initiationMethod,
            String displayName,
            Instant initiatedAt,
            @Nullable Instant connectedAt,
            Instant expiresAt,
            @Nullable Instant disconnectedAt,
            @Nullable DisconnectReason disconnectReason,
            @Nullable String queueName,
            @Nullable String agentName,
            @Nullable AgentInfo agent,
            Map<String, String> attributes,
            List<String> supportedMessagingContentTypes,
            List<Participant> participants,
            List<Deadline> deadlines,
            List<Timer> timers,
            List<TranscriptItem> transcript) {

        /** The contents of the messages in the transcript, in their order. */
        public List<String> messages() {
            return transcript.stream()
                    .filter(item -> item.type() == TranscriptItem.Type.MESSAGE)
                    .map(item -> String.valueOf(item.content()))
                    .toList();
        }
    }

    /** The agent of a contact. */
    public record AgentInfo(
            String agentId,
            String participantId,
            @Nullable Instant acceptedAt,
            @Nullable Instant connectedAt) {}

    /** A participant of a chat. */
    public record Participant(String participantId, Role role, String displayName, boolean present, int sockets) {}

    /** When something happens to a chat by itself. */
    public record Deadline(
            String kind, Instant at, @Nullable String participantId) {}

    /** A timer that StartChatContact configured. */
    public record Timer(Role role, String type, Duration duration) {}

    record Dropped(int dropped) {}
}
