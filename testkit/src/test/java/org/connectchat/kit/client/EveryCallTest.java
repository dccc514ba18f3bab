package org.connectchat.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares the client with the OpenAPI document: each call has a method, each member of a request can be sent, each
 * member and each value of a response can be read.
 */
class EveryCallTest {

    private static final Map<DeserializationFeature, Boolean> STRICT = Map.of(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, true,
            DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL, false);

    private static final Contract CONTRACT = new Contract();

    private static ContractServer server;

    @BeforeAll
    static void callEverything() throws IOException {
        server = new ContractServer(CONTRACT);
        EmulatorClient client = new EmulatorClient(server.endpoint(), ContractServer.TOKEN);
        STRICT.forEach(Json.MAPPER::configure);
        for (int number = 0; number < CONTRACT.mostValues(); number++) {
            server.number(number);
            EveryCall.GROUPS.values().forEach(group -> {
                group.accept(client);
                group.accept(client.ofInstance("my-instance"));
            });
        }
    }

    @AfterAll
    static void stop() {
        STRICT.forEach((feature, strict) -> Json.MAPPER.configure(feature, !strict));
        server.close();
    }

    @Test
    void noRequestIsWrong() {
        assertThat(server.wrong).isEmpty();
    }

    @Test
    void eachCallHasAMethod() {
        assertThat(server.members.keySet())
                .containsExactlyInAnyOrderElementsOf(CONTRACT.operations().stream()
                        .map(Contract.Operation::id)
                        .toList());
    }

    @Test
    void eachMemberAndParameterCanBeSent() {
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Contract.Operation operation : CONTRACT.operations()) {
            Set<String> expected = new TreeSet<>(CONTRACT.members(operation));
            expected.addAll(operation.query());
            expected.removeAll(server.members.getOrDefault(operation.id(), Set.of()));
            expected.removeAll(server.query.getOrDefault(operation.id(), Set.of()));
            missing.put(operation.id(), expected);
        }

        assertThat(missing.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .collect(Collectors.toList()))
                .isEmpty();
    }
}
