package org.connectchat.control.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that eight suites on one emulator each have a clock, a throttle, a quota and ids of their own. */
class ParallelSurroundingsTest {

    private static final int SUITES = 8;
    private static final int TESTS = 5;

    private final Emulator emulator = Emulator.with("emulator.ids.seedable=true");

    @AfterEach
    void reset() {
        emulator.send("POST", "/_emulator/reset", null);
    }

    @Test
    @Rule({"C31", "C32", "C40"})
    void noSuiteNoticesAnother() {
        Set<String> firstContacts = ConcurrentHashMap.newKeySet();

        Simultaneously.call(SUITES, suite -> {
            Suite own = new Suite("suite-" + suite);
            for (int test = 0; test < TESTS; test++) {
                firstContacts.add(own.runs());
            }
            return suite;
        });

        assertThat(firstContacts)
                .as("one first contact for each suite, the same in each test")
                .hasSize(SUITES);
    }

    private final class Suite {

        private final String id;

        Suite(String id) {
            this.id = id;
        }

        /** Returns the id of the first contact. */
        String runs() {
            control("POST", "/reset", "{\"instanceId\": \"" + id + "\", \"seed\": 7}");
            assertThat(control("GET", "/clock?instanceId=" + id, null).text("mode"))
                    .isEqualTo("SYSTEM");
            control("PATCH", "/settings?instanceId=" + id, """
                    {"quotas": {"concurrentActiveChats": 2},
                     "throttling": {"operations": {"StartChatContact": {"rate": 0.001, "burst": 3}}}}""");

            List<String> chats = List.of(start().text("ContactId"), start().text("ContactId"));
            assertThat(start().outcome()).isEqualTo("429 LimitExceededException");
            assertThat(start().outcome()).isEqualTo("429 TooManyRequestsException");
            assertThat(reasons(chats)).containsOnly("");
            assertThat(control("GET", "/calls/count?instanceId=" + id, null)
                            .json()
                            .path("count")
                            .asInt())
                    .as("its starts, the refused ones too")
                    .isEqualTo(4);

            control("POST", "/clock/advance?instanceId=" + id, "{\"by\": \"6m\"}");
            assertThat(reasons(chats)).containsOnly("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
            return chats.get(0);
        }

        private Answer start() {
            return emulator.start(Emulator.SMALLEST_START.replace("an-instance", id));
        }

        private List<String> reasons(List<String> chats) {
            List<String> reasons = new ArrayList<>();
            chats.forEach(chat -> reasons.add(control("GET", "/contacts/" + chat, null)
                    .json()
                    .path("disconnectReason")
                    .asString("")));
            return reasons;
        }

        private Answer control(String method, String path, String json) {
            Answer answer = emulator.send(method, "/_emulator" + path, json);
            assertThat(answer.status()).as("%s %s: %s", method, path, answer).isEqualTo(200);
            return answer;
        }
    }
}
