package org.connectchat.kit.client;

import java.util.Map;

/** An agent in a chat that the test plays. */
public final class Agent {

    private final Transport transport;
    private final Joined joined;

    private Agent(Transport transport, Joined joined) {
        this.transport = transport;
        this.joined = joined;
    }

    static Agent join(Transport transport, String path, Invitation invitation) {
        return new Agent(transport, transport.post(Joined.class, path, invitation));
    }

    /** The contact that the agent joined. */
    public String contactId() {
        return joined.contactId();
    }

    /** The first contact of the session. */
    public String initialContactId() {
        return joined.initialContactId();
    }

    /** The participant that the agent is. */
    public String participantId() {
        return joined.participantId();
    }

    /** The token for CreateParticipantConnection, or for an AGENT session of ChatJS. */
    public String participantToken() {
        return joined.participantToken();
    }

    /** The id of the agent in contact data. */
    public String agentId() {
        return joined.agentId();
    }

    /** The name that the customer sees. */
    public String displayName() {
        return joined.displayName();
    }

    private String path(String action) {
        return Transport.path("/contacts/{}/agents/{}/", contactId(), participantId()) + action;
    }

    /** Sends a message of plain text. */
    public TranscriptItem send(String text) {
        return transport.post(TranscriptItem.class, path("messages"), Map.of("content", text));
    }

    /** Sends a message of a content type; for JSON types the content may be a map, which is the JSON object. */
    public TranscriptItem send(Object content, String contentType) {
        return transport.post(
                TranscriptItem.class, path("messages"), Map.of("content", content, "contentType", contentType));
    }

    /** Shows that the agent is typing. */
    public TranscriptItem type() {
        return transport.post(TranscriptItem.class, path("typing"));
    }

    /** Marks a message of another participant as delivered. */
    public TranscriptItem receive(String messageId) {
        return receipt(messageId, "DELIVERED");
    }

    /** Marks a message of another participant as read. */
    public TranscriptItem read(String messageId) {
        return receipt(messageId, "READ");
    }

    private TranscriptItem receipt(String messageId, String type) {
        return transport.post(TranscriptItem.class, path("receipts"), Map.of("messageId", messageId, "type", type));
    }

    /** Sends a file; returns its attachment id. */
    public String attach(String name, String contentType, byte[] content) {
        return transport
                .postBytes(Attached.class, path("attachments"), new FileName(name), contentType, content)
                .attachmentId();
    }

    /** Hands the chat over to another agent, in a new contact of the same session. */
    public Agent transferTo(String displayName) {
        return transferTo(new Invitation(displayName));
    }

    /** Hands the chat over to another agent, or offers it to that agent. */
    public Agent transferTo(Invitation invitation) {
        return join(transport, path("transfer"), invitation);
    }

    /** Tells this agent that its transfer failed. */
    public void failTransfer() {
        transport.post(path("transfer/fail"));
    }

    /** Leaves; the chat continues. */
    public void leave() {
        transport.post(path("leave"));
    }

    /** Ends the chat. */
    public Contacts.Contact end() {
        return transport.post(Contacts.Contact.class, path("end"));
    }

    /** Who joins a chat. */
    public static final class Invitation extends Members<Invitation> {

        /** The agent with this name is there at once. */
        public Invitation(String displayName) {
            with("displayName", displayName);
        }

        /** The id of the agent in contact data. */
        public Invitation agentId(String agentId) {
            return with("agentId", agentId);
        }

        /** Whether the agent is there at once; with {@code false} it connects with its participant token. */
        public Invitation connect(boolean connect) {
            return with("connect", connect);
        }
    }

    private static final class FileName extends Members<FileName> {

        FileName(String name) {
            with("name", name);
        }
    }

    record Joined(
            String contactId,
            String initialContactId,
            String participantId,
            String participantToken,
            String agentId,
            String displayName) {}

    record Attached(String attachmentId) {}
}
