package org.connectchat.restjson.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Shows that JSON is whole whatever its length is, and that buffers which are used again mix up no values. */
class JsonBytesTest {

    private static final int CALLERS = 50;
    private static final int VALUES = 200;

    private final JsonMapper json = StrictJson.mapper();

    private String written(Object value) {
        try (JsonBytes bytes = JsonBytes.of(value, json)) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            bytes.writeTo(target);
            assertThat(bytes.length()).isEqualTo(target.size());
            return target.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_990, 2_000, 2_001, 7_990, 8_000, 8_192, 100_000})
    void theBytesAreThoseOfTheWholeValue(int length) {
        Map<String, String> value = Map.of("a", "b".repeat(length));

        assertThat(written(value)).isEqualTo(json.writeValueAsString(value));
        try (JsonBytes bytes = JsonBytes.of(value, json)) {
            assertThat(bytes.copy()).isEqualTo(json.writeValueAsBytes(value)).hasSize(bytes.length());
        }
    }

    @Test
    void aValueThatCannotBeWrittenLeavesTheBuffersUsable() {
        for (int i = 0; i < VALUES; i++) {
            assertThatThrownBy(() -> JsonBytes.of(new Broken("c".repeat(3_000)), json))
                    .isInstanceOf(JacksonException.class);
        }

        assertThat(written(Map.of("a", "b"))).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void manyCallersGetTheirOwn() {
        Simultaneously.call(CALLERS, caller -> {
            for (int i = 0; i < VALUES; i++) {
                String text = (caller + "-" + i + " ").repeat(1 + i * 7);
                assertThat(written(Map.of("a", text))).isEqualTo("{\"a\":\"" + text + "\"}");
            }
            return caller;
        });
    }

    /** A value whose second member fails: the text is no number. */
    record Broken(String text) {

        @JsonProperty
        int number() {
            return Integer.parseInt(text);
        }
    }
}
