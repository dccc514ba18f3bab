package org.connectchat.fuzz;

import java.util.List;

/**
 * A request that is right as it stands.
 *
 * @param entry what it is called in the figures
 * @param target path and query
 * @param headers names and values in turn, without Host, framing and Content-Type
 * @param contentType null for none
 * @param body null for none
 */
record Template(String entry, String method, String target, List<String> headers, String contentType, String body) {

    private static final String JSON = "application/json";

    static Template get(String entry, String target) {
        return new Template(entry, "GET", target, List.of(), null, null);
    }

    static Template json(String entry, String method, String target, String body) {
        return new Template(entry, method, target, List.of(), JSON, body);
    }

    /** A call of the Participant Service. */
    static Template bearer(String operation, String token, String body) {
        return new Template(operation, "POST", "/participant/" + operation, List.of("X-Amz-Bearer", token), JSON, body);
    }

    static Template empty(String entry, String method, String target) {
        return new Template(entry, method, target, List.of(), null, null);
    }
}
