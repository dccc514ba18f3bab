package org.connectchat.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class ItemStreamsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final MemoryBudget budget = new MemoryBudget(1 << 20);
    private final MemoryAccount memory = new MemoryAccount(budget);
    private final Conversation conversation = new Conversation("a-contact", null, memory, new Feed<>());

    /** Notes what it gets. */
    private static final class Recorder implements ItemStream {

        private final String id;
        private final List<String> heard = new ArrayList<>();

        Recorder(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void onItem(ChatItem item, Visibility visibility) {
            heard.add(item.contentType() + " " + visibility);
        }

        @Override
        public SavedStream save(String clientToken, boolean active) {
            return new SavedStream(id, "a-topic", NOW, clientToken, active, List.of());
        }

        @Override
        public void end() {
            heard.add("end");
        }

        @Override
        public void discard() {
            heard.add("discard");
        }
    }

    private Recorder begun(String id) {
        Recorder recorder = new Recorder(id);
        memory.hold(100);
        conversation.streams().begin(null, 100, recorder);
        return recorder;
    }

    private static Conversation.Draft item(ChatItem.Type type, String contentType, ParticipantRole role) {
        Author author = role == null ? null : new Author(role.name(), role.name(), role);
        return (moment, contactId) -> new ChatItem(
                UUID.randomUUID().toString(),
                type,
                moment,
                contentType,
                null,
                author,
                List.of(),
                null,
                contactId,
                contactId);
    }

    private static Conversation.Draft message(ParticipantRole role) {
        return item(ChatItem.Type.MESSAGE, "text/plain", role);
    }

    private static Conversation.Draft event(ChatEvent event, ParticipantRole role) {
        return item(ChatItem.Type.EVENT, event.contentType(), role);
    }

    @Test
    @Rule("S14")
    void anItemHasTheVisibilityOfItsSide() {
        Recorder stream = begun("a");

        conversation.publish(message(ParticipantRole.CUSTOMER), NOW);
        conversation.whisper(message(ParticipantRole.SYSTEM), ParticipantRole.AGENT, NOW);
        conversation.whisper(message(ParticipantRole.SYSTEM), ParticipantRole.CUSTOMER, NOW);
        conversation.publish(event(ChatEvent.TRANSFER_SUCCEEDED, ParticipantRole.AGENT), NOW);
        conversation.publish(event(ChatEvent.CHAT_REHYDRATED, null), NOW);

        assertThat(stream.heard)
                .containsExactly(
                        "text/plain ALL",
                        "text/plain AGENT",
                        "text/plain CUSTOMER",
                        ChatEvent.TRANSFER_SUCCEEDED.contentType() + " AGENT",
                        ChatEvent.CHAT_REHYDRATED.contentType() + " CUSTOMER");
    }

    @Test
    @Rule("S12")
    void whatNoParticipantReceivesIsNotStreamed() {
        Recorder stream = begun("a");

        conversation.publish(event(ChatEvent.CONNECTION_ACKNOWLEDGED, ParticipantRole.AGENT), NOW);
        conversation.withhold(null, message(ParticipantRole.CUSTOMER), NOW);

        assertThat(stream.heard).isEmpty();
    }

    @Test
    @Rule({"S7", "S11"})
    void aStreamEndsOnceWhenItIsStoppedOrTheConversationEnds() {
        Recorder stopped = begun("a");
        Recorder going = begun("b");

        assertThat(conversation.streams().stop("a")).isTrue();
        assertThat(conversation.streams().stop("a")).isTrue();
        assertThat(conversation.streams().stop("c")).isFalse();
        conversation.close();

        assertThat(stopped.heard).containsExactly("end");
        assertThat(going.heard).containsExactly("end");
        assertThat(conversation.streams().isActive()).isFalse();
        assertThat(conversation.streams().all()).containsExactly(stopped, going);
    }

    @Test
    @Rule({"S7", "R13"})
    void streamsThatWereStoppedAreKeptInABoundedNumberAndGiveTheirMemoryBack() {
        for (int i = 0; i < 50; i++) {
            begun("stream " + i);
            conversation.streams().stop("stream " + i);
        }

        assertThat(conversation.streams().all()).hasSize(8);
        assertThat(budget.used()).isEqualTo(800);
    }

    @Test
    @Rule("C2")
    void theStreamsOfAChatThatIsRemovedAreDiscarded() {
        Recorder stopped = begun("a");
        Recorder going = begun("b");
        conversation.streams().stop("a");

        conversation.discard();

        assertThat(stopped.heard).containsExactly("end", "discard");
        assertThat(going.heard).containsExactly("discard");
    }
}
