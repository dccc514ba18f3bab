package org.connectchat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Reads times as the Participant Service has them. */
public final class Times {

    private Times() {}

    /** The time in a member, which has to be a text of 24 characters. */
    public static Instant in(JsonNode object, String member) {
        JsonNode time = object.path(member);
        assertThat(time.isString()).as("%s of %s is a string", member, object).isTrue();
        assertThat(time.asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        return Instant.parse(time.asString());
    }
}
