package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The values of ConnectionTypes (rule S1). Only the first two have an effect. */
final class ConnectionTypes {

    static final String WEBSOCKET = "WEBSOCKET";
    static final String CREDENTIALS = "CONNECTION_CREDENTIALS";
    private static final List<String> ALL =
            List.of(WEBSOCKET, CREDENTIALS, "AUTHENTICATION_SESSION", "WEBRTC_CONNECTION");

    private ConnectionTypes() {}

    static void check(@Nullable List<String> types, Violations violations) {
        if (types != null) {
            for (int i = 0; i < types.size(); i++) {
                violations.oneOf("ConnectionTypes[" + i + "]", types.get(i), ALL);
            }
        }
    }
}
