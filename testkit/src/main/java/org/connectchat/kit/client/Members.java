package org.connectchat.kit.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a request. Those that are not set are not sent, so the emulator's defaults hold.
 *
 * @param <S> the type of the request itself
 */
public abstract class Members<S extends Members<S>> {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Only this package has requests. */
    Members() {}

    /** Sets a member; null takes it away again. */
    @SuppressWarnings("unchecked")
    final S with(String name, @Nullable Object value) {
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return (S) this;
    }

    /** The members that are set. */
    @JsonValue
    final Map<String, Object> members() {
        return members;
    }

    /** How long an await may last, which the client has to outlast. */
    final Duration patience() {
        return members.get("timeout") instanceof Duration timeout ? timeout : Duration.ZERO;
    }

    @Override
    public final String toString() {
        return members.toString();
    }
}
