package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.chat.event.ChatEvent.PARTICIPANT_LEFT;
import static org.connectchat.chat.event.ChatEvent.TRANSFER_FAILED;
import static org.connectchat.chat.event.ChatEvent.TRANSFER_SUCCEEDED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Plays every event in a chat of several participants and looks at the socket of each. */
class AudienceTest {

    /** Its clock is moved, so it is shared with no other test. */
    private final Emulator emulator = Emulator.with("emulator.throttling.enabled=false", "emulator.region=eu-north-1");

    private final Control control = new Control(emulator);
    private final Map<String, ClientSocket> sockets = new LinkedHashMap<>();
    private Chat chat;
    private Control.Agent grace;

    @BeforeEach
    void aChatOfTwo() {
        control.post("/reset");
        control.post("/clock/freeze");
        Chat past = Chat.start(emulator);
        past.customer().join().close();
        past.stop();
        chat = Chat.continuing(emulator, past.contactId(), "ENTIRE_PAST_SESSION");
        assertThat(emulator.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), """
            {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [
              {"ParticipantRole": "CUSTOMER", "TimerType": "IDLE",
               "TimerValue": {"ParticipantTimerDurationInMinutes": 2}},
              {"ParticipantRole": "CUSTOMER", "TimerType": "DISCONNECT_NONCUSTOMER",
               "TimerValue": {"ParticipantTimerDurationInMinutes": 2}}]}}}\
            """)
                        .status())
                .isEqualTo(200);
        grace = control.join(chat.contactId(), "Grace");
        sockets.put("Grace", grace.party().join());
    }

    @AfterEach
    void close() {
        sockets.values().forEach(ClientSocket::close);
        control.post("/reset");
    }

    private void customerComes() {
        sockets.put("Ada", chat.customer().join());
    }

    /** The agent who looks on. */
    private Control.Agent barbaraComes() {
        Control.Agent barbara = control.join(chat.contactId(), "Barbara");
        sockets.put("Barbara", barbara.party().join());
        return barbara;
    }

    private void silence() {
        sockets.values().forEach(ClientSocket::itemsUpToNow);
    }

    /** Who heard the event; each hears it once. */
    private Set<String> whoHears(ChatEvent event) {
        Set<String> names = new TreeSet<>();
        sockets.forEach((name, socket) -> {
            List<JsonNode> heard = socket.itemsUpToNow().stream()
                    .filter(item -> item.path("ContentType").asString().equals(event.contentType()))
                    .toList();
            assertThat(heard).as(name + " hears " + event).hasSizeLessThanOrEqualTo(1);
            if (!heard.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    /** Has the event happen; returns whose it is, or null for the chat's. */
    private String play(ChatEvent event) {
        if (event != ChatEvent.CHAT_REHYDRATED) {
            customerComes();
        }
        // With three there are no receipts (rule P31).
        boolean amongTwo = List.of(ChatEvent.MESSAGE_METADATA, ChatEvent.MESSAGE_DELIVERED, ChatEvent.MESSAGE_READ)
                .contains(event);
        Control.Agent barbara = amongTwo ? null : barbaraComes();
        String messageId = chat.customer().connectionToken().isEmpty()
                ? ""
                : grace.say("hello").path("id").asString();
        silence();
        switch (event) {
            case TYPING -> grace.act("typing");
            case CONNECTION_ACKNOWLEDGED -> grace.party().signal("connection.acknowledged");
            case MESSAGE_DELIVERED -> chat.customer().receipt("delivered", messageId);
            case MESSAGE_READ, MESSAGE_METADATA -> chat.customer().receipt("read", messageId);
            case PARTICIPANT_INVITED -> control.invite(chat.contactId(), "Edsger");
            case PARTICIPANT_JOINED -> control.join(chat.contactId(), "Edsger");
            case PARTICIPANT_LEFT -> grace.act("leave");
            case PARTICIPANT_IDLE -> control.advance("PT2M");
            case PARTICIPANT_RETURNED -> {
                control.advance("PT2M");
                chat.customer().say("I am back");
            }
            case PARTICIPANT_AUTODISCONNECTION -> control.advance("PT4M");
            case TRANSFER_SUCCEEDED -> grace.transferTo("Edsger");
            case TRANSFER_FAILED -> grace.act("transfer/fail");
            case CHAT_ENDED -> barbara.act("end");
            case CHAT_REHYDRATED -> customerComes();
        }
        return event == TRANSFER_SUCCEEDED || event == TRANSFER_FAILED ? "Grace" : null;
    }

    @ParameterizedTest
    @EnumSource
    @Rule("W23")
    void eachEventReachesItsAudience(ChatEvent event) {
        String author = play(event);

        Set<String> hearing = switch (event.audience()) {
            case EVERY_PARTICIPANT -> sockets.keySet();
            case AUTHOR -> Set.of(author);
            case CUSTOMER -> Set.of("Ada");
            case NO_PARTICIPANT -> Set.of();
        };
        assertThat(whoHears(event)).containsExactlyInAnyOrderElementsOf(hearing);
        assertThat(control.contact(chat.contactId()).path("transcript").valueStream())
                .as("in the transcript")
                .filteredOn(item -> item.path("contentType").asString().equals(event.contentType()))
                .hasSizeBetween(event.isKept() ? 1 : 0, event.isKept() ? 4 : 0);
    }

    @Test
    @Rule("A12")
    void theOtherParticipantsSeeOnlyJoinsAndLeavesOfATransfer() {
        customerComes();
        Control.Agent barbara = barbaraComes();
        silence();

        grace.act("transfer/fail");
        Control.Agent edsger = grace.transferTo("Edsger");
        chat.customer().say("who is there?");

        for (String name : List.of("Ada", "Barbara")) {
            assertThat(sockets.get(name).itemsUpToNow())
                    .extracting(item -> item.path("ContentType").asString())
                    .containsExactly(
                            PARTICIPANT_LEFT.contentType(), ChatEvent.PARTICIPANT_JOINED.contentType(), "text/plain");
        }
        assertThat(sockets.get("Grace").itemsUpToNow())
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(
                        TRANSFER_FAILED.contentType(),
                        TRANSFER_SUCCEEDED.contentType(),
                        PARTICIPANT_LEFT.contentType());
        assertThat(barbara.party().say("I am").status()).isEqualTo(200);
        // The transcript has them for all, as the model says of it.
        for (Party reader : List.of(chat.customer(), barbara.party(), edsger.party())) {
            assertThat(Chat.wholeTranscript(reader))
                    .extracting(item -> item.path("ContentType").asString())
                    .containsOnlyOnce(TRANSFER_FAILED.contentType(), TRANSFER_SUCCEEDED.contentType());
        }
    }

    @Test
    @Rule("A13")
    void anInvitedAgentJoinsWhenItConnects() {
        customerComes();
        silence();

        Control.Agent edsger = control.invite(chat.contactId(), "Edsger");
        JsonNode invited = sockets.get("Ada").nextItem();
        edsger.party().sayPresent();
        JsonNode joined = sockets.get("Ada").nextItem();

        assertThat(invited.path("ContentType").asString()).isEqualTo(ChatEvent.PARTICIPANT_INVITED.contentType());
        assertThat(joined.path("ContentType").asString()).isEqualTo(ChatEvent.PARTICIPANT_JOINED.contentType());
        for (JsonNode item : List.of(invited, joined)) {
            assertThat(item.path("Type").asString()).isEqualTo("EVENT");
            assertThat(item.path("ParticipantId").asString()).isEqualTo(edsger.id());
            assertThat(item.path("DisplayName").asString()).isEqualTo("Edsger");
            assertThat(item.path("ParticipantRole").asString()).isEqualTo("AGENT");
        }
        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(item -> item.path("Id").asString())
                .contains(invited.path("Id").asString());
    }

    @Test
    @Rule("A13")
    void theTargetOfATransferIsInvitedInTheNextContact() {
        customerComes();
        silence();

        JsonNode target = grace.act("transfer", "{\"displayName\": \"Edsger\", \"connect\": false}");

        List<JsonNode> heard = sockets.get("Ada").itemsUpToNow();
        assertThat(heard)
                .extracting(item -> item.path("ContentType").asString())
                .containsExactly(PARTICIPANT_LEFT.contentType(), ChatEvent.PARTICIPANT_INVITED.contentType());
        assertThat(heard.get(1).path("ContactId").asString())
                .isEqualTo(target.path("contactId").asString());
        assertThat(heard.get(1).path("ParticipantId").asString())
                .isEqualTo(target.path("participantId").asString());
    }
}
