package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Saves a thousand chats in the middle of what they do, loads them, and goes on with all of them. */
@SameOnEveryJdk
class StateOfAThousandChatsTest {

    private static final int CHATS = 1_000;
    private static final String[] SETTINGS = {
        "emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=100000"
    };

    /** What a client remembers of its chat. */
    private record Known(int number, Chat chat, String token, String transcript, String attachment) {}

    private final Emulator from = Emulator.own(SETTINGS);
    private final Control source = new Control(from);
    private final String flowId = WaitingFlow.create(from);

    private Known begin(int number) {
        Chat chat = Chat.start(from, """
                {"InstanceId": "an-instance", "ContactFlowId": "%s", "ParticipantDetails": {"DisplayName": "Ada"},
                 "Attributes": {"number": "%d"}, "ClientToken": "start-%d"}""".formatted(number % 4 == 0 ? flowId : "a-flow", number, number));
        String token = chat.customer().connectionToken();
        chat.customer().say("Number " + number);
        if (number % 4 == 0) {
            source.post("/contacts/" + chat.contactId() + "/connect");
        } else if (number % 4 == 1) {
            timer(chat);
            chat.customer().join().close();
            Control.Agent agent = source.join(chat.contactId(), "Grace");
            agent.say("Hello");
            if (number % 8 == 1) {
                agent.transferTo("Mary").say("Here I am");
            }
        } else if (number % 4 == 2) {
            chat.addBot();
        } else if (number % 4 == 3) {
            chat.stop();
        }
        String attachment = number % 40 == 0
                ? new Sharer(from, chat.contactId(), chat.customer().id(), token)
                        .shared("a.pdf", ("file " + number).getBytes(StandardCharsets.UTF_8))
                : null;
        return new Known(number, chat, token, number % 4 == 3 ? null : transcript(from, token), attachment);
    }

    private void timer(Chat chat) {
        from.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), """
                {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [
                  {"ParticipantRole": "CUSTOMER", "TimerType": "DISCONNECT_NONCUSTOMER",
                   "TimerValue": {"ParticipantTimerDurationInMinutes": 2}}]}}}""");
    }

    private static String transcript(Emulator emulator, String token) {
        return Chat.call(emulator, "/participant/transcript", token, "{\"MaxResults\": 100}")
                .body();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Rule({"V1", "V2", "V6"})
    void allOfThemGoOn() throws InterruptedException, ExecutionException {
        try (from;
                Emulator to = Emulator.own(SETTINGS)) {
            source.post("/clock/freeze");
            List<Known> chats = together(IntStream.range(0, CHATS)
                    .<Callable<Known>>mapToObj(number -> () -> begin(number))
                    .toList());
            Control target = new Control(to);

            String document = source.call("GET", "/state", null).body();
            assertThat(target.call("PUT", "/state", document).status()).isEqualTo(200);

            together(chats.stream()
                    .<Callable<Boolean>>map(known -> () -> goesOn(known, to))
                    .toList());
            for (String step : List.of("PT2M", "PT3M", "PT55M")) {
                source.advance(step);
                target.advance(step);
                assertThat(ends(target)).isEqualTo(ends(source));
            }
            assertThat(ends(target).values())
                    .filteredOn(end -> end.endsWith("CONTACT_FLOW_DISCONNECT"))
                    .hasSize(CHATS / 4);
        }
    }

    /** Clients of the loaded chat do the same as those of the saved one. */
    private Boolean goesOn(Known known, Emulator to) {
        if (known.transcript() == null) {
            assertThat(Chat.call(to, "/participant/message", known.token(), """
                            {"ContentType": "text/plain", "Content": "late"}""").status())
                    .isEqualTo(403);
            return true;
        }
        assertThat(transcript(to, known.token())).isEqualTo(known.transcript());
        for (Emulator each : List.of(from, to)) {
            assertThat(Chat.call(each, "/participant/message", known.token(), """
                            {"ContentType": "text/plain", "Content": "after"}""")
                            .status())
                    .isEqualTo(200);
        }
        if (known.attachment() != null) {
            Sharer reader = new Sharer(
                    to, known.chat().contactId(), known.chat().customer().id(), known.token());
            assertThat(to.send("GET", reader.downloadPath(known.attachment()), null)
                            .body())
                    .isEqualTo("file " + known.number());
        }
        return true;
    }

    /** When each contact ended, and why. */
    private static Map<String, String> ends(Control control) {
        Map<String, String> ends = new TreeMap<>();
        String page = "/contacts?limit=1000";
        while (page != null) {
            JsonNode contacts = control.get(page);
            for (JsonNode contact : contacts.path("contacts")) {
                ends.put(
                        contact.path("contactId").asString(),
                        contact.path("state").asString() + " "
                                + contact.path("disconnectedAt").asString() + " "
                                + contact.path("disconnectReason").asString());
            }
            page = contacts.has("nextToken")
                    ? "/contacts?limit=1000&nextToken="
                            + contacts.path("nextToken").asString()
                    : null;
        }
        return ends;
    }
}
