package org.connectchat.restjson.operation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

/** The answer {@code {}} of operations that have nothing to say. */
@JsonAutoDetect
public record NoContent() {

    public static final NoContent ANSWER = new NoContent();
}
