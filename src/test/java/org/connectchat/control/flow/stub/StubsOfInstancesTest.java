package org.connectchat.control.flow.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that the stubs of one instance concern no other instance. */
class StubsOfInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private String stub(String members) {
        return control.post("/flows/stubs", "{\"type\": \"GetCustomerProfile\", " + members + "}")
                .path("id")
                .asString();
    }

    private List<String> ids(String query) {
        return control.get("/flows/stubs" + query).path("stubs").findValuesAsString("id");
    }

    /** The outcome of the action in a chat of an instance. */
    private String outcome(String instanceId) {
        String flowId = EMULATOR.send(
                        "PUT", "/contact-flows/" + instanceId, Flows.create("looking-up", Flows.LOOKING_UP))
                .text("ContactFlowId");
        String contactId = EMULATOR.started(
                Emulator.SMALLEST_START.replace("an-instance", instanceId).replace("a-flow", flowId));
        control.post("/contacts/" + contactId + "/connect");
        return control.post("/contacts/" + contactId + "/flow/await", "{\"identifier\": \"look-up\"}")
                .path("outcome")
                .asString();
    }

    @Test
    @Rule({"C35", "F78"})
    void aStubOfAnInstanceIsTakenInItsChatsAlone() {
        stub("\"instanceId\": \"here\", \"errorType\": \"OfHere\"");
        stub("\"errorType\": \"OfAll\"");

        assertThat(outcome("here")).isEqualTo("OfHere");
        assertThat(outcome("there")).isEqualTo("OfAll");
        JsonNode listed = control.get("/flows/stubs").path("stubs");
        assertThat(listed.path(0).path("instanceId").asString()).isEqualTo("here");
        assertThat(listed.path(0).path("taken").asInt()).isEqualTo(1);
        assertThat(listed.path(1).has("instanceId")).isFalse();
        assertThat(listed.path(1).path("taken").asInt()).isEqualTo(1);
    }

    @Test
    @Rule("C35")
    void theStubsOfAnInstanceAreListedAndRemovedAlone() {
        String here = stub("\"instanceId\": \"here\", \"success\": true");
        String there = stub("\"instanceId\": \"there\", \"success\": true");
        String everywhere = stub("\"success\": true");

        assertThat(ids("?instanceId=here")).containsExactly(here);
        assertThat(control.call("DELETE", "/flows/stubs?instanceId=here", null).status())
                .isEqualTo(204);

        assertThat(ids("")).containsExactly(there, everywhere);
    }

    @Test
    @Rule("C35")
    void aResetOfAnInstanceRemovesItsStubsAndLeavesTheOthersAsTheyAre() {
        stub("\"instanceId\": \"here\", \"errorType\": \"OfHere\"");
        String there = stub("\"instanceId\": \"there\", \"errorType\": \"OfThere\", \"times\": 2");
        String everywhere = stub("\"errorType\": \"OfAll\"");
        assertThat(outcome("there")).isEqualTo("OfThere");

        control.post("/reset", "{\"instanceId\": \"here\"}");

        assertThat(ids("")).containsExactly(there, everywhere);
        assertThat(control.get("/flows/stubs").at("/stubs/0/left").asInt()).isEqualTo(1);
        assertThat(outcome("here")).isEqualTo("OfAll");
    }
}
