package org.connectchat.chat;

import java.time.Clock;
import java.time.Instant;
import org.connectchat.chat.ChatRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Adds custom participants to chats: one a chat, as AWS has it. */
public final class Bots {

    private final Clock clock;
    private final ChatContactService chats;
    private final ContactStore contacts;
    private final ParticipantTokens participantTokens;
    private final ChatMemory memory;
    private final Mint mint;

    Bots(
            Clock clock,
            ChatContactService chats,
            ContactStore contacts,
            ParticipantTokens participantTokens,
            ChatMemory memory,
            Mint mint) {
        this.memory = memory;
        this.clock = clock;
        this.chats = chats;
        this.contacts = contacts;
        this.participantTokens = participantTokens;
        this.mint = mint;
    }

    /** A new participant and the moment at which the chat, and so its token, is over at the latest. */
    public record Added(Participant participant, Instant expiry) {}

    /**
     * Adds a bot to an active chat; the same client token adds it once.
     *
     * @throws ChatRefused if the contact is unknown or has ended, or has its bot already
     */
    public Added add(String instanceId, String contactId, String displayName, @Nullable String clientToken) {
        Contact known = chats.get(instanceId, contactId);
        boolean once = clientToken != null && !clientToken.isEmpty();
        Participant bot = new Participant(
                mint.id(), ParticipantRole.CUSTOM_BOT, displayName, mint.token(), once ? clientToken : null);
        Instant now = Timeline.now(clock);
        long weight = ContactWeight.of(bot);
        memory.take(known, weight);
        boolean added = false;
        ContactStore.Change change;
        try {
            change = contacts.update(contactId, contact -> joined(contact, bot, now));
            added = change != null && !change.after().equals(change.before());
        } finally {
            if (!added) {
                known.memory().giveBack(weight);
            }
        }
        if (change == null) {
            throw new ChatRefused(Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        Participant present = botOf(change.after());
        if (present == null) {
            throw new IllegalStateException("The bot is not in " + change.after());
        }
        if (present.id().equals(bot.id())) {
            participantTokens.add(change.after(), bot);
            if (!chats.isActive(contactId)) {
                participantTokens.remove(bot); // the chat ended meanwhile
            }
        }
        return new Added(present, change.after().expiresAt());
    }

    private static Contact joined(Contact contact, Participant bot, Instant now) {
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended");
        }
        Participant present = botOf(contact);
        if (present == null) {
            return contact.joinedBy(bot, now);
        }
        if (bot.clientToken() != null && bot.clientToken().equals(present.clientToken())) {
            return contact;
        }
        throw new ChatRefused(
                Reason.PARTICIPANT_QUOTA_REACHED,
                "Contact " + contact.id() + " has its one custom participant already");
    }

    private static @Nullable Participant botOf(Contact contact) {
        return contact.participants().stream()
                .filter(participant -> participant.role() == ParticipantRole.CUSTOM_BOT)
                .findFirst()
                .orElse(null);
    }
}
