package org.connectchat.control.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.function.BiConsumer;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many instances may have queues, hours, agents and bots of their own. */
class ManyInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    /** A document of state gives a thousand instances all of it, which a thousand calls would do in more time. */
    @BeforeEach
    void giveAThousandInstancesTheirOwn() {
        control.post("/reset");
        control.call("PUT", "/queues?instanceId=i", "{\"queues\": [{\"id\": \"support\"}]}");
        control.call("PUT", "/hours?instanceId=i", "{\"hours\": [{\"id\": \"office\", \"timeZone\": \"UTC\"}]}");
        control.call("PUT", "/bots/orders?instanceId=i", "{\"rules\": []}");
        control.call("PUT", "/standing-agents/grace?instanceId=i", "{\"state\": \"OFFLINE\"}");
        ObjectNode document = (ObjectNode) control.get("/state");
        ArrayNode agents = (ArrayNode) document.at("/flows/routing/agents");
        ObjectNode agent = (ObjectNode) agents.get(0);
        forOthers((instanceId, number) -> {
            for (String kind : new String[] {"queuesOfInstances", "hoursOfInstances", "bots/ofInstances"}) {
                ObjectNode own = (ObjectNode) document.at("/flows/" + kind);
                own.set(instanceId, own.get("i"));
            }
            agents.add(agent.deepCopy().put("instanceId", instanceId).put("turn", number));
        });
        assertThat(control.call("PUT", "/state", document.toString()).status()).isEqualTo(200);
    }

    private static void forOthers(BiConsumer<String, Integer> action) {
        for (int i = 1; i < 1_000; i++) {
            action.accept("i" + i, i);
        }
    }

    @ParameterizedTest
    @Rule("F104")
    @CsvSource(delimiter = '|', textBlock = """
            /queues                | {"queues": []}        | 1000 instances have queues of their own, which is the most
            /hours                 | {"hours": []}         | 1000 instances have hours of operation of their own, which is the most
            /bots/orders           | {"rules": []}         | 1000 instances have scripted bots of their own, which is the most
            /standing-agents/grace | {"state": "OFFLINE"}  | There are 1000 standing agents already
            """)
    void aThousandInstancesHaveTheirOwn(String path, String json, String detail) {
        String oneMore = path + "?instanceId=one-more";

        assertThat(control.call("PUT", path + "?instanceId=i7", json).status()).isEqualTo(200);
        problem(control.call("PUT", oneMore, json), 409, detail);

        control.post("/reset", "{\"instanceId\": \"i7\"}");
        assertThat(control.call("PUT", oneMore, json).status()).isEqualTo(200);
        problem(control.call("PUT", path + "?instanceId=i7", json), 409, "reset");
    }
}
