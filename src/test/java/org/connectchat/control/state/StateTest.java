package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Saves the state of one emulator and loads it into another one. */
class StateTest {

    private static final Emulator FROM = Emulator.own("emulator.throttling.enabled=false");
    private static final Emulator TO = Emulator.own("emulator.throttling.enabled=false");

    private final Control from = new Control(FROM);
    private final Control to = new Control(TO);

    @AfterAll
    static void close() {
        FROM.close();
        TO.close();
    }

    @AfterEach
    void reset() {
        from.post("/reset");
        to.post("/reset");
    }

    /** Moves the state over; returns the document. */
    private String move() {
        String document = from.call("GET", "/state", null).body();
        Answer loaded = to.call("PUT", "/state", document);
        assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
        return document;
    }

    private static Party moved(Party party) {
        return new Party(TO, party.id(), party.participantToken());
    }

    private static String transcript(Emulator emulator, String connectionToken) {
        return Chat.call(emulator, "/participant/transcript", connectionToken, "{\"MaxResults\": 100}")
                .body();
    }

    @Test
    @Rule("V1")
    void tokensGoOnWorking() {
        Chat chat = Chat.start(FROM);
        String connectionToken = chat.customer().connectionToken();
        chat.customer().say("before");

        move();

        assertThat(Chat.call(TO, "/participant/message", connectionToken, """
                        {"ContentType": "text/plain", "Content": "after"}""").status())
                .isEqualTo(200);
        try (ClientSocket socket = moved(chat.customer()).join()) {
            moved(chat.customer()).say("heard");
            assertThat(socket.nextItem("text/plain").path("Content").asString()).isNotEmpty();
        }
    }

    @Test
    @Rule("V1")
    void transcriptsAndContactsAreEqual() {
        Chat chat = Chat.start(FROM);
        Control.Agent agent = from.join(chat.contactId(), "Grace");
        String messageId = chat.customer().say("Good morning").text("Id");
        agent.party().receipt("read", messageId);
        agent.say("Good morning, Ada");
        Chat ended = Chat.start(FROM);
        ended.customer().say("Bye");
        ended.stop();
        String token = chat.customer().connectionToken();

        move();

        assertThat(transcript(TO, token)).isEqualTo(transcript(FROM, token));
        for (Chat each : List.of(chat, ended)) {
            assertThat(withoutSocketDeadlines(to.contact(each.contactId())))
                    .isEqualTo(withoutSocketDeadlines(from.contact(each.contactId())));
            assertThat(TO.describe("an-instance", each.contactId()).json())
                    .isEqualTo(FROM.describe("an-instance", each.contactId()).json());
        }
    }

    /** Sockets do not outlive a load, so there is none to be closed. */
    private static JsonNode withoutSocketDeadlines(JsonNode contact) {
        ((ArrayNode) contact.path("deadlines"))
                .removeIf(deadline -> deadline.path("kind").asString().equals("SOCKETS"));
        return contact;
    }

    @Test
    @Rule("V1")
    void aSaveDuringALoadHoldsAllChats() {
        int chats = 50;
        for (int i = 0; i < chats; i++) {
            Chat.start(FROM);
        }
        String document = move();

        CompletableFuture<Void> loads = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                to.call("PUT", "/state", document);
            }
        });
        do {
            assertThat(to.get("/state").path("chats").size()).isEqualTo(chats);
        } while (!loads.isDone());

        loads.join();
    }

    @Test
    @Rule("V9")
    void aSaveDuringAResetIsOfBeforeOrAfterIt() {
        int chats = 300;
        for (int i = 0; i < chats; i++) {
            Chat.start(FROM);
        }
        String document = move();
        Set<Integer> seen = new HashSet<>();

        for (int i = 0; i < 10; i++) {
            assertThat(to.call("PUT", "/state", document).status()).isEqualTo(200);
            CompletableFuture<Void> reset = CompletableFuture.runAsync(() -> to.post("/reset"));
            do {
                seen.add(to.get("/state").path("chats").size());
            } while (!reset.isDone());
            reset.join();
        }

        assertThat(seen).isSubsetOf(0, chats);
    }

    @Test
    @Rule("V1")
    void whatIsSavedAgainIsTheSame() {
        from.post("/clock/freeze");
        Chat chat = Chat.start(FROM);
        chat.customer().join().close();
        from.join(chat.contactId(), "Grace").transferTo("Mary").say("Hello");

        String document = move();

        JsonNode again = to.get("/state");
        assertThat(again.path("chats")).isEqualTo(Chat.JSON.readTree(document).path("chats"));
        assertThat(again.path("clock").path("mode").asString()).isEqualTo("FROZEN");
    }
}
