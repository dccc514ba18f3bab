package org.connectchat.control.journal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.connectchat.restjson.call.CallRecord;
import org.connectchat.restjson.json.JsonMappers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a call without secrets: tokens that give access and each CustomerId are replaced by {@code ***}.
 *
 * @param members null if the body is not shown; the note says why
 */
record RedactedBody(
        @Nullable Map<String, Object> members, @Nullable String note) {

    private static final String HIDDEN = "***";
    private static final Set<String> HARMLESS = Set.of("clienttoken", "nexttoken", "viewtoken");
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMappers.builder().build();

    static RedactedBody of(CallRecord call) {
        ByteBuffer body = call.body();
        if (body == null || (!body.hasRemaining() && !call.bodyCut())) {
            return new RedactedBody(null, null);
        }
        if (call.bodyCut() && !body.hasRemaining()) {
            return new RedactedBody(null, "not kept, because the bodies of earlier calls are large");
        }
        if (call.bodyCut()) {
            return new RedactedBody(null, "longer than the " + CallRecord.MAX_BODY_BYTES + " bytes that are kept");
        }
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        try {
            return new RedactedBody(redacted(JSON.readValue(bytes, OBJECT)), null);
        } catch (JacksonException e) {
            return new RedactedBody(null, bytes.length + " bytes that are not a JSON object");
        }
    }

    private static @Nullable Map<String, Object> redacted(@Nullable Map<?, ?> object) {
        if (object == null) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        object.forEach((name, value) -> shown.put(
                String.valueOf(name), hides(String.valueOf(name).toLowerCase(Locale.ROOT)) ? HIDDEN : shown(value)));
        return shown;
    }

    private static boolean hides(String name) {
        return name.equals("customerid") || (name.endsWith("token") && !HARMLESS.contains(name));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return redacted(object);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(shown(item)));
            return items;
        }
        return value;
    }
}
