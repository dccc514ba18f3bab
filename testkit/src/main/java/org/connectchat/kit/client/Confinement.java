package org.connectchat.kit.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Confines calls to one instance, where the control API can: by a parameter of the query, or by a member of the body. The
 * other calls name a contact, or concern the whole emulator.
 *
 * @param instanceId null for calls of the whole emulator
 */
record Confinement(@Nullable String instanceId) {

    private static final String MEMBER = "instanceId";

    private static final Pattern BY_QUERY = Pattern.compile(
            "GET /(contacts|flows|ids|events|calls/count|contact-events/count)"
                    + "|(GET|DELETE) /(faults|flows/stubs|calls|contact-events)"
                    + "|[A-Z]+ /(clock|settings|queues|hours|bots|standing-agents|streaming-delivery|contact-events/delivery)(/.*)?");

    private static final Pattern BY_BODY =
            Pattern.compile("POST /(reset|faults|flows/stubs|calls/await|contact-events/await)");

    private static final Pattern NAMED = Pattern.compile("[?&]" + MEMBER + "=");

    /** The path of a call, with its query. */
    String path(String method, String path) {
        int query = path.indexOf('?');
        String call = method + " " + (query < 0 ? path : path.substring(0, query));
        if (instanceId == null
                || !BY_QUERY.matcher(call).matches()
                || NAMED.matcher(path).find()) {
            return path;
        }
        return path + (query < 0 ? '?' : '&') + MEMBER + "=" + Transport.encoded(instanceId);
    }

    /** The body of a call; one that names an instance itself stays as it is. */
    Object body(String method, String path, Object body) {
        if (instanceId == null || !BY_BODY.matcher(method + " " + path).matches()) {
            return body;
        }
        Map<String, Object> confined = new LinkedHashMap<>();
        confined.put(MEMBER, instanceId);
        confined.putAll(Json.members(body));
        return confined;
    }
}
