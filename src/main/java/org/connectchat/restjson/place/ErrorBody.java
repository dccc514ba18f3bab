package org.connectchat.restjson.place;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON body of an AWS error: a message, and the code for clients that read it from the body alone (rule T16). */
public final class ErrorBody {

    private ErrorBody() {}

    /**
     * A body.
     *
     * @param messageMember the name that the service has for the message
     */
    public static Map<String, String> of(String messageMember, String code, String message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put(messageMember, message);
        body.put("__type", code);
        return body;
    }
}
