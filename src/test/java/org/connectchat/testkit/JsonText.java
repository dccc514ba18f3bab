package org.connectchat.testkit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that a test expects, so that neither blanks nor the order of members matter. */
public final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    public static JsonNode of(String json) {
        return MAPPER.readTree(json);
    }
}
