package org.connectchat.stream;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.connectchat.delivery.DeliveryFailure;
import org.connectchat.delivery.FailedResponse;
import org.connectchat.outbound.BoundedHttp;
import org.connectchat.outbound.CallFailure;
import org.connectchat.outbound.TimeLimit;

/**
 * An HTTP address that stands for a topic and its subscription.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html">HTTP/HTTPS notification JSON format</a>
 */
final class HttpRoute implements TopicRoute {

    private final URI url;
    private final TopicForm form;
    private final BoundedHttp http;
    private final Duration timeout;

    HttpRoute(URI url, TopicForm form, BoundedHttp http, Duration timeout) {
        this.url = url;
        this.form = form;
        this.http = http;
        this.timeout = timeout;
    }

    @Override
    public void publish(TopicMessage message) throws DeliveryFailure {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(NotificationJson.of(message, form)));
        if (form == TopicForm.SNS) {
            request.header("Content-Type", "text/plain; charset=UTF-8")
                    .header("User-Agent", "Amazon Simple Notification Service Agent")
                    .header("x-amz-sns-message-type", NotificationJson.TYPE)
                    .header("x-amz-sns-message-id", message.id())
                    .header("x-amz-sns-topic-arn", message.topic().text())
                    .header("x-amz-sns-subscription-arn", NotificationJson.subscription(message.topic()));
        } else {
            request.header("Content-Type", "application/json").header("X-Amz-Invocation-Type", "Event");
        }
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), new TimeLimit(timeout));
        } catch (CallFailure e) {
            throw DeliveryFailure.forNow("HTTP address: " + e.reason());
        }
        requireSuccess(response);
    }

    private static void requireSuccess(HttpResponse<byte[]> response) throws DeliveryFailure {
        int status = response.statusCode();
        if (response.headers().firstValue("X-Amz-Function-Error").isPresent()) {
            throw DeliveryFailure.forNow("HTTP address: the function failed (X-Amz-Function-Error)");
        }
        if (status < 200 || status >= 300) {
            throw FailedResponse.of("HTTP address", status);
        }
    }
}
