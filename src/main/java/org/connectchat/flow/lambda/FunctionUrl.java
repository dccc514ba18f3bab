package org.connectchat.flow.lambda;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.TimeLimit;

/** A URL that stands for a function: it gets the event as it is, and its body is the result (rule F57). */
final class FunctionUrl implements FunctionRoute {

    private final URI url;
    private final BoundedHttp http;

    FunctionUrl(URI url, BoundedHttp http) {
        this.url = url;
        this.http = http;
    }

    @Override
    public FunctionResponse call(LambdaCall call, TimeLimit limit) throws CallFailure {
        HttpResponse<byte[]> response = http.send(
                HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/json")
                        .header("X-Amz-Invocation-Type", call.asynchronous() ? "Event" : "RequestResponse")
                        .POST(BodyPublishers.ofString(call.event()))
                        .build(),
                limit);
        boolean failed = response.headers().firstValue("X-Amz-Function-Error").isPresent();
        return new FunctionResponse(response.statusCode(), failed, null, response.body());
    }
}
