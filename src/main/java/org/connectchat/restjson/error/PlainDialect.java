package org.connectchat.restjson.error;

import java.util.Map;
import org.connectchat.restjson.place.ErrorBody;
import org.connectchat.restjson.place.Place;
import org.jspecify.annotations.Nullable;

/** The dialect of requests that call no operation. Only the spelling of the message member depends on the service. */
public enum PlainDialect implements Dialect {
    CONNECT("Message"),
    PARTICIPANT("message");

    private final String messageMember;

    PlainDialect(String messageMember) {
        this.messageMember = messageMember;
    }

    public static PlainDialect forPath(@Nullable String path) {
        return Place.of(path) == Place.PARTICIPANT ? PARTICIPANT : CONNECT;
    }

    @Override
    public boolean isSigned() {
        return this == CONNECT;
    }

    @Override
    public ErrorType malformed() {
        return TransportError.BAD_REQUEST;
    }

    @Override
    public ErrorType internal() {
        return TransportError.INTERNAL;
    }

    @Override
    public Map<String, ?> errorBody(ErrorType type, String message) {
        return ErrorBody.of(messageMember, type.code(), message);
    }
}
