package org.connectchat.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.fuzz.RandomRequests.Request;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows that no request, however wrong, is answered otherwise than the contract says; {@code -Dfuzz.starts} and
 * {@code -Dfuzz.seed} choose how many and which.
 */
class StartsFuzzTest {

    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 20_261_122L);
    private static final int COUNT = Integer.getInteger("fuzz.starts", 2_000);
    private static final int KNOWN_CONTACTS = 100;
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Emulator emulator = Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.quotas.concurrent-active-chats=1000000",
            // A body that is sent again must start a chat again, not name one that is forgotten.
            "emulator.chat.idempotency-window=1ms",
            "emulator.chat.retained-contacts=1000",
            "logging.level.org.connectchat.calls=WARN");

    private final List<String> contactIds = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    @Rule({"T3", "T6", "T7", "T8", "T10"})
    void everyRequestGetsAnAnswerOfTheContract() {
        emulator.start(Emulator.SMALLEST_START); // so that no request is the first, which is the slowest
        long slowestNanos = 0;
        long slowestSeed = FIRST_SEED;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            Request request = new RandomRequests(seed, contactIds).next();
            long before = System.nanoTime();
            Answer answer = send(request, seed);
            long nanos = System.nanoTime() - before;
            if (nanos > slowestNanos) {
                slowestNanos = nanos;
                slowestSeed = seed;
            }
            check(request, answer, seed);
            outcomes.merge(
                    request.path().startsWith("/start-chat") ? "/start-chat " + answer.outcome() : answer.outcome(),
                    1,
                    Integer::sum);
        }
        System.out.printf(
                "fuzz: %d requests from seed %d, the slowest took %.1f ms (seed %d): %s%n",
                COUNT, FIRST_SEED, slowestNanos / 1e6, slowestSeed, outcomes);
        if (COUNT >= 500) {
            assertThat(outcomes).as("a fair share must be right").containsKeys("200", "/start-chat 200");
        }
    }

    private Answer send(Request request, long seed) {
        try {
            return emulator.send(
                    request.method(),
                    request.path(),
                    request.publisher(),
                    request.headers().toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new AssertionError(describe(request, seed) + "\nwas not answered", e);
        }
    }

    private static String describe(Request request, long seed) {
        return "seed %d (again: -Dtest=StartsFuzzTest -Dfuzz.seed=%d -Dfuzz.starts=1)\n%s"
                .formatted(seed, seed, request);
    }

    private void check(Request request, Answer answer, long seed) {
        String what = describe(request, seed) + "\nwas answered " + answer;
        assertThat(answer.status()).as(what).isBetween(200, 499);
        assertThat(answer.header("x-amzn-RequestId")).as(what).matches(UUID);
        assertThat(answer.header("Content-Type")).as(what).isEqualTo("application/json");
        JsonNode json = json(answer, what);
        assertThat(json.isObject()).as(what).isTrue();
        if (answer.status() >= 400) {
            assertThat(answer.header("x-amzn-ErrorType")).as(what).matches("[A-Z][A-Za-z]+Exception");
            JsonNode message = json.has("data") ? json.at("/data/Error/message") : json.path("Message");
            assertThat(message.asString()).as(what).isNotBlank();
        } else if (json.has("data")) {
            checkStarted(request, json.at("/data/startChatResult/ContactId").asString(), what);
        } else if (json.has("ContactId")) {
            checkStarted(request, json.path("ContactId").asString(), what);
        }
    }

    private static JsonNode json(Answer answer, String what) {
        try {
            return answer.json();
        } catch (JacksonException e) {
            throw new AssertionError(what, e);
        }
    }

    private void checkStarted(Request request, String contactId, String what) {
        JsonNode body = JsonMapper.shared().readTree(request.body());
        JsonNode instance = body.hasNonNull("InstanceId") ? body.path("InstanceId") : body.path("ConnectInstanceId");
        String label = RandomRequests.encoded(instance.asString());
        if (canBeInAPath(instance.asString())) {
            Answer description = emulator.describe(label, contactId);
            assertThat(description.outcome()).as(what + "\n" + description).isEqualTo("200");
            assertThat(description.json().at("/Contact/Id").asString()).isEqualTo(contactId);
            Answer attributes = emulator.attributes(label, contactId);
            assertThat(attributes.outcome()).as(what + "\n" + attributes).isEqualTo("200");
            assertThat(attributes.json().path("Attributes"))
                    .isEqualTo(description.json().at("/Contact/Attributes"));
        }
        stop(instance, contactId, what);
        if (instance.asString().equals(RandomRequests.INSTANCE)) {
            contactIds.add(contactId);
            if (contactIds.size() > KNOWN_CONTACTS) {
                contactIds.remove(0);
            }
        }
    }

    private void stop(JsonNode instance, String contactId, String what) {
        String json = JsonMapper.shared()
                .createObjectNode()
                .put("ContactId", contactId)
                .set("InstanceId", instance)
                .toString();
        Answer stopped = emulator.send("POST", "/contact/stop", json);
        assertThat(stopped.outcome()).as(what + "\n" + stopped).isEqualTo("200");
    }

    /** No server takes these in a path, however they are encoded. */
    private static boolean canBeInAPath(String instanceId) {
        return !instanceId.contains("\0") && !instanceId.equals(".") && !instanceId.equals("..");
    }
}
