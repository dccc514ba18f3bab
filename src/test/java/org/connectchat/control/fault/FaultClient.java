package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import tools.jackson.databind.JsonNode;

/** The control calls for faults, as a test makes them. */
final class FaultClient {

    private final Emulator emulator;

    FaultClient(Emulator emulator) {
        this.emulator = emulator;
    }

    Answer add(String json) {
        Answer response = emulator.send("POST", "/_emulator/faults", json);
        assertThat(response.status()).as(response.body()).isEqualTo(201);
        return response;
    }

    Answer get(String id) {
        return emulator.send("GET", "/_emulator/faults/" + id, null);
    }

    int hits(String id) {
        return get(id).json().path("strikes").asInt(-1);
    }

    JsonNode list() {
        return emulator.send("GET", "/_emulator/faults", null).json().path("faults");
    }

    void removeAll() {
        assertThat(emulator.send("DELETE", "/_emulator/faults", null).status()).isEqualTo(204);
    }
}
