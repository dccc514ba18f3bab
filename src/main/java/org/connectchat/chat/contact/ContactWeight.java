package org.connectchat.chat.contact;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.memory.Weight;
import org.jspecify.annotations.Nullable;

/** The approximate bytes that the parts of a chat take in the heap (rule R13). */
public final class ContactWeight {

    /** The records of a contact, its entries in maps, its deadline and its entry among the ended chats. */
    private static final long CONTACT = 600;

    /** An empty conversation, and the event of its end. */
    private static final long CONVERSATION = 1_200;

    /** An item without its texts, and its entry in the transcript. */
    public static final long ITEM = 280;

    /** The receipts of one recipient for one message. */
    public static final long RECEIPT = 200;

    /** A connection token or a ticket. */
    public static final long KEY = 200;

    /** The events that a participant joined and left. */
    private static final long COMING_AND_GOING = 2 * ITEM + 2 * Weight.ENTRY;

    /** The first connection token and ticket, and the collections that hold them. */
    private static final long FIRST_KEYS = 2 * (KEY + 100);

    private static final long PARTICIPANT = 200;

    /** What was set of the order in which a contact gets an agent. */
    public static final long ROUTING = 72;

    /** A streaming without its texts: its lane, its counts and the items that it names. */
    private static final long STREAMING = 2_000;

    private ContactWeight() {}

    /** A new contact, with all that its chat needs until it ends if no message is sent. */
    public static long of(Contact contact) {
        return CONVERSATION + ofNext(contact, contact.customer()) + of(contact.terms());
    }

    /** A contact that takes over a chat; it shares the terms and most participants. */
    public static long ofNext(Contact contact, Participant taking) {
        return CONTACT
                + Weight.of(contact.id())
                + Weight.of(contact.instanceId())
                + of(taking)
                + of(contact.agent())
                + Weight.of(contact.attributes());
    }

    /** A participant, its first keys, and the events that it joined and left. */
    public static long of(Participant participant) {
        return PARTICIPANT
                + COMING_AND_GOING
                + FIRST_KEYS
                + Weight.of(participant.displayName())
                + Weight.of(participant.clientToken());
    }

    public static long of(@Nullable AgentInfo agent) {
        return agent == null ? 0 : 100 + Weight.of(agent.id());
    }

    /** What flows and operations have set of the contact's own data. */
    public static long of(ContactDetails details) {
        long bytes = Weight.of(details.name())
                + Weight.of(details.description())
                + Weight.of(details.customerId())
                + Weight.of(details.languageCode())
                + Weight.of(details.wisdomSessionArn())
                + (details.tags().isEmpty() ? 0 : Weight.of(details.tags()))
                + ofAll(details.segmentAttributes())
                + (details.routing().equals(RoutingData.NONE) ? 0 : ROUTING);
        for (Map.Entry<String, ContactDetails.Reference> reference :
                details.references().entrySet()) {
            bytes += Weight.ENTRY
                    + Weight.of(reference.getKey())
                    + Weight.of(reference.getValue().type())
                    + Weight.of(reference.getValue().value())
                    + Weight.of(reference.getValue().arn())
                    + Weight.of(reference.getValue().statusReason());
        }
        return bytes;
    }

    /** The most by which changes can make attributes grow. */
    public static long growth(Map<String, String> changes) {
        long bytes = 0;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!change.getValue().isEmpty()) {
                bytes += 16 + Weight.of(change.getKey()) + Weight.of(change.getValue());
            }
        }
        return bytes;
    }

    /** The part of the memory taken for a chat that it no longer needs when it has ended. */
    public static long spare(Contact ended, boolean talked) {
        int participants = ended.participants().size();
        return participants * FIRST_KEYS + (talked ? 0 : CONVERSATION + participants * COMING_AND_GOING);
    }

    /** A message, and its client token if it has one. */
    public static long message(ChatMessage message, @Nullable String participantAndToken) {
        return ITEM
                + Weight.of(message.contentType())
                + Weight.of(message.content())
                + (participantAndToken == null ? 0 : clientToken(participantAndToken));
    }

    /** A message streaming, which stays with its chat when it is stopped. */
    public static long streaming(String topicArn, @Nullable String clientToken) {
        return STREAMING + Weight.of(topicArn) + Weight.of(clientToken);
    }

    /** The entry of a client token that a message was sent with. */
    public static long clientToken(String participantAndToken) {
        return Weight.ENTRY + Weight.of(participantAndToken);
    }

    private static long of(ChatTerms terms) {
        ChatMessage initial = terms.initialMessage();
        return Weight.of(terms.contactFlowId())
                + Weight.of(terms.supportedContentTypes())
                + Weight.of(terms.disconnectOnCustomerExit())
                + Weight.of(terms.customerId())
                + Weight.of(terms.responseMode())
                + ofAll(terms.segmentAttributes())
                + (initial == null ? 0 : message(initial, null));
    }

    /** The segment attributes of a chat. */
    public static long ofSegmentAttributes(Map<String, SegmentAttributeValue> attributes) {
        return ofAll(attributes);
    }

    private static long ofAll(@Nullable Map<String, SegmentAttributeValue> values) {
        long bytes = 0;
        if (values != null) {
            for (Map.Entry<String, SegmentAttributeValue> value : values.entrySet()) {
                bytes += Weight.ENTRY + Weight.of(value.getKey()) + of(value.getValue());
            }
        }
        return bytes;
    }

    private static long of(SegmentAttributeValue value) {
        BigInteger integer = value.valueInteger();
        List<SegmentAttributeValue> list = value.valueList();
        long bytes = Weight.ENTRY + Weight.of(value.valueString()) + Weight.of(value.valueArn());
        bytes += integer == null ? 0 : Weight.ENTRY + integer.bitLength() / 8;
        bytes += ofAll(value.valueMap());
        if (list != null) {
            for (SegmentAttributeValue element : list) {
                bytes += 8 + of(element);
            }
        }
        return bytes;
    }
}
