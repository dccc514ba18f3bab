package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows that the seeds of instances go on in a state that is loaded. */
class InstanceSeedStateTest {

    private static final Emulator EMULATOR =
            Emulator.own("emulator.ids.seedable=true", "emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    @AfterEach
    void reset() {
        control.post("/reset");
    }

    private String saved() {
        return control.call("GET", "/state", null).body();
    }

    private Answer load(String document) {
        return control.call("PUT", "/state", document);
    }

    private static String started(Emulator emulator, String instanceId) {
        return emulator.started(Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    private void seed(String instanceId, long seed) {
        control.post("/reset", "{\"instanceId\": \"%s\", \"seed\": %d}".formatted(instanceId, seed));
    }

    @Test
    @Rule({"C32", "V3"})
    void aLoadGoesOnWithTheIdsOfEachInstance() {
        control.post("/clock/freeze");
        seed("b", 42);
        seed("a", 42);
        started(EMULATOR, "a");
        String document = saved();
        List<String> next = List.of(started(EMULATOR, "a"), started(EMULATOR, "a"), started(EMULATOR, "b"));
        seed("a", 7);
        seed("c", 7);

        assertThat(load(document).status()).isEqualTo(200);

        assertThat(saved()).isEqualTo(document);
        assertThat(List.of(started(EMULATOR, "a"), started(EMULATOR, "a"), started(EMULATOR, "b")))
                .isEqualTo(next);
        assertThat(control.get("/ids?instanceId=c").has("current")).isFalse();
        try (Emulator notSeedable = Emulator.own()) {
            assertThat(notSeedable.send("PUT", "/_emulator/state", document).status())
                    .isEqualTo(200);
            assertThat(started(notSeedable, "a")).isNotIn(next);
        }
    }

    @Test
    @Rule({"C32", "V3"})
    void aDocumentWithoutSeedsOfInstancesTakesThemAway() {
        String document = saved();
        assertThat(document).doesNotContain("idsOfInstances");
        seed("a", 42);

        assertThat(load(document).status()).isEqualTo(200);

        assertThat(control.get("/ids?instanceId=a").has("current")).isFalse();
    }

    private static Arguments fault(String path, Consumer<ObjectNode> change) {
        return Arguments.of(path, change);
    }

    private static ObjectNode second(ObjectNode document) {
        return (ObjectNode) document.path("idsOfInstances").path(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("idsOfInstances[1].drawn", document -> second(document).put("drawn", -1)),
                fault("idsOfInstances[1].drawn", document -> second(document).put("drawn", Long.MAX_VALUE)),
                fault("idsOfInstances[1].drawn", document -> {
                    ((ObjectNode) document.path("ids")).put("drawn", 3_999_999_900L);
                    second(document).put("drawn", 200);
                }),
                fault("idsOfInstances[1].seed", document -> second(document).putNull("seed")),
                fault("idsOfInstances[1].seed", document -> second(document).put("seed", 1.5)),
                fault(
                        "idsOfInstances[1].instanceId",
                        document -> second(document).put("instanceId", "")),
                fault(
                        "idsOfInstances[1].instanceId",
                        document -> second(document).put("instanceId", "x".repeat(101))),
                fault(
                        "idsOfInstances[1].instanceId",
                        document -> second(document).put("instanceId", "a")),
                fault(
                        "idsOfInstances[1].instanceId",
                        document -> second(document).remove("instanceId")),
                fault("idsOfInstances[1].other", document -> second(document).put("other", 1)),
                fault("idsOfInstances[1]", document -> ((ArrayNode) document.path("idsOfInstances")).setNull(1)),
                fault("idsOfInstances", document -> document.put("idsOfInstances", 1)),
                fault("idsOfInstances", document -> {
                    ArrayNode all = document.putArray("idsOfInstances");
                    for (int i = 0; i <= 1_000; i++) {
                        all.addObject()
                                .put("instanceId", "i" + i)
                                .put("seed", 1)
                                .put("drawn", 0);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Rule({"C32", "V4"})
    void aWrongSeedChangesNothingAndIsNamed(String path, Consumer<ObjectNode> change) {
        control.post("/reset", "{\"seed\": 7}");
        control.post("/clock/freeze");
        seed("a", 42);
        seed("b", 43);
        started(EMULATOR, "b");
        String before = saved();
        ObjectNode document = (ObjectNode) Chat.JSON.readTree(before);
        change.accept(document);

        Answer refused = load(document.toString());

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(path);
        assertThat(saved()).isEqualTo(before);
        control.call("PUT", "/ids", "{\"seed\": null}");
    }
}
