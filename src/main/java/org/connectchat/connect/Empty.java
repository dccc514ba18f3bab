package org.connectchat.connect;

import com.fasterxml.jackson.annotation.JsonAutoDetect;

/** The answer {@code {}} of operations that have nothing to say. */
@JsonAutoDetect
record Empty() {

    static final Empty ANSWER = new Empty();
}
