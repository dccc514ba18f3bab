package org.connectchat.restjson.place;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error response that comes from no operation, in the form of its place: an AWS error, a problem detail, or the XML
 * of S3.
 *
 * @param place whose path it is
 * @param code the error's name where errors have one
 * @param message what is wrong; it repeats nothing of the request
 * @param path the path that was called
 */
public record Refusal(Place place, int status, String code, String message, String path, String requestId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String WIDGET = "/start-chat";

    /** Its media type. */
    public String contentType() {
        return switch (place) {
            case CONTROL -> "application/problem+json";
            case TRANSFER -> "application/xml";
            case CONNECT, PARTICIPANT, ACTUATOR -> "application/json";
        };
    }

    /** Its bytes. */
    public byte[] body() {
        return switch (place) {
            case CONTROL -> JSON.writeValueAsBytes(problem());
            case TRANSFER -> xml();
            case PARTICIPANT -> JSON.writeValueAsBytes(ErrorBody.of("message", code, message));
            case CONNECT ->
                JSON.writeValueAsBytes(path.equals(WIDGET) ? envelope() : ErrorBody.of("Message", code, message));
            case ACTUATOR -> JSON.writeValueAsBytes(Map.of("Message", message));
        };
    }

    /** Whether the header {@code x-amzn-ErrorType} holds the code too, as in AWS. */
    public boolean namesItsCode() {
        return place != Place.CONTROL && place != Place.TRANSFER;
    }

    /** The form that the chat widget expects. */
    private Map<String, Object> envelope() {
        return Map.of("data", Map.of("Error", Map.of("message", message, "code", code, "statusCode", status)));
    }

    private Map<String, Object> problem() {
        HttpStatus known = HttpStatus.resolve(status);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", known == null ? "Refused" : known.getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", message);
        problem.put("instance", path);
        problem.put("errors", List.of());
        return problem;
    }

    private byte[] xml() {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>" + requestId + "</RequestId></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
