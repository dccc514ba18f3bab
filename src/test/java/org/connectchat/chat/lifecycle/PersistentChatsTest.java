package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

class PersistentChatsTest {

    private final ChatFixture fixture = ChatFixture.withDefaults();
    private final PersistentChats persistent = fixture.bean(PersistentChats.class);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private String ended() {
        String id = fixture.started();
        fixture.chats.stop(INSTANCE_ID, id);
        return id;
    }

    private Seat listening(String contactId) {
        Contact contact = fixture.contact(contactId);
        Seat customer = new Seat(contact, contact.customer());
        fixture.bean(ChatPresence.class).subscribe(customer, item -> heard.add(item.contentType()));
        return customer;
    }

    private void assertRefused(String contactId, String source, Reason reason) {
        assertThatThrownBy(() -> persistent.continueFrom(INSTANCE_ID, contactId, new Origin.FromSegment(source)))
                .isInstanceOfSatisfying(
                        ChatRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private boolean continues(String contactId, String source) {
        try {
            persistent.continueFrom(INSTANCE_ID, contactId, new Origin.FromSegment(source));
            return true;
        } catch (ChatRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.ALREADY_PERSISTENT);
            return false;
        }
    }

    @Test
    @Rule("F95")
    void ofManyAtOnceOneContinuesThePastAndTheCustomerIsToldOnce() {
        String chat = fixture.started();
        List<String> sources = List.of(ended(), ended(), ended(), ended());
        fixture.bean(ChatPresence.class).connect(listening(chat));
        List<Boolean> continued = Simultaneously.call(100, i -> continues(chat, sources.get(i % sources.size())));

        assertThat(continued).containsOnlyOnce(true);
        assertThat(heard).containsOnlyOnce(ChatEvent.CHAT_REHYDRATED.contentType());
        assertThat(sources).contains(fixture.contact(chat).lineage().continuedFromContactId());
    }

    @Test
    @Rule("F95")
    void aCustomerWhoConnectsLaterIsToldThen() {
        String chat = fixture.started();
        Seat customer = listening(chat);

        persistent.continueFrom(INSTANCE_ID, chat, new Origin.EntirePastSession(ended()));
        assertThat(heard).isEmpty();
        fixture.bean(ChatPresence.class).connect(customer);

        assertThat(heard).containsOnlyOnce(ChatEvent.CHAT_REHYDRATED.contentType());
    }

    @Test
    @Rule("F95")
    void aChatThatHasEndedOrIsUnknownContinuesNothing() {
        assertRefused(ended(), ended(), Reason.CHAT_ENDED);
        assertRefused("unknown", ended(), Reason.CONTACT_UNKNOWN);
        assertRefused(fixture.started(), "unknown", Reason.CONTACT_UNKNOWN);
    }

    @Test
    @Rule("F95")
    void aChatThatReferredToAnotherContactStillRefersToIt() {
        String related = fixture.started();
        String past = ended();
        String chat = fixture.chats
                .start(ChatFixture.comingFrom(new Origin.Related(related)))
                .contactId();

        persistent.continueFrom(INSTANCE_ID, chat, new Origin.FromSegment(past));

        assertThat(fixture.contact(chat).lineage())
                .extracting("relatedContactId", "continuedFromContactId", "associationId")
                .containsExactly(related, past, related);
    }
}
