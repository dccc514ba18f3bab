package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;

/** Serves one operation over HTTP: throttle first, so that a request refused later has still used its token. */
final class Endpoint implements HttpRequestHandler {

    private final Operation operation;
    private final Route route;
    private final @Nullable TokenBucket bucket;
    private final AnswerWriter answers;

    Endpoint(Operation operation, @Nullable TokenBucket bucket, AnswerWriter answers) {
        this.operation = operation;
        this.route = operation.route();
        this.bucket = bucket;
        this.answers = answers;
    }

    Route route() {
        return route;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (bucket != null && !bucket.take()) {
            throw new AwsException(route.throttled(), "Too Many Requests: " + route.name() + " is throttled");
        }
        answers.write(response, HttpServletResponse.SC_OK, operation.handle(Call.of(request)));
    }
}
