package org.connectchat.restjson.operation;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

/** The response {@code {}} of operations that return nothing. */
@JsonAutoDetect
public record NoContent() {

    public static final NoContent RESPONSE = new NoContent();
}
