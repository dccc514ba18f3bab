package org.connectchat.restjson.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.json.JsonBytes;
import org.connectchat.restjson.place.ErrorBody;
import org.connectchat.restjson.place.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON responses. */
public final class ResponseWriter {

    static final String ERROR_TYPE = "x-amzn-ErrorType";

    private final JsonMapper json;

    public ResponseWriter(JsonMapper json) {
        this.json = json;
    }

    /** The body of a response, which the caller closes. */
    public JsonBytes json(Object body) {
        return JsonBytes.of(body, json);
    }

    /** All but the body. */
    public void head(HttpServletResponse response, int status, int length) {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(length);
    }

    void write(HttpServletResponse response, int status, Object body) throws IOException {
        try (JsonBytes bytes = json(body)) {
            head(response, status, bytes.length());
            bytes.writeTo(response.getOutputStream());
        }
    }

    /** Writes a refusal that comes from no operation. */
    public static void refusal(HttpServletResponse response, Refusal refusal) throws IOException {
        byte[] body = refusal.body();
        if (refusal.namesItsCode()) {
            response.setHeader(ERROR_TYPE, refusal.code());
        }
        response.setStatus(refusal.status());
        response.setContentType(refusal.contentType());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Rule T8: the code in a header, the message in the body that the service's dialect gives it. */
    public void error(HttpServletResponse response, Dialect dialect, AwsException error) throws IOException {
        ErrorType type = error.type();
        response.resetBuffer();
        response.setHeader(ERROR_TYPE, type.code());
        write(response, type.status(), errorBody(dialect, error));
        // The response is sent before the container reads and drops the rest of the request.
        response.flushBuffer();
    }

    private static Map<String, Object> errorBody(Dialect dialect, AwsException error) {
        ErrorType type = error.type();
        Map<String, Object> body = new LinkedHashMap<>(error.members());
        if (type.isOfTheGateway()) {
            body.putAll(ErrorBody.of("message", type.code(), error.message()));
        } else {
            body.putAll(dialect.errorBody(type, error.message()));
        }
        return body;
    }
}
