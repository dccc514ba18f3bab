package org.connectchat.connect.streaming;

import static java.util.Objects.requireNonNull;

import org.connectchat.chat.lifecycle.ContactStreamings;
import org.connectchat.connect.ChatStreamingConfiguration;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Streams the items of a chat to an SNS topic (rule S6): {@code POST /contact/start-streaming}. A third topic is
 * LimitExceededException (429).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartContactStreaming.html">StartContactStreaming</a>
 */
@Component
final class StartContactStreaming extends RequestOperation<StartContactStreaming.Request> {

    record Request(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable ChatStreamingConfiguration chatStreamingConfiguration,
            @Nullable String clientToken) {}

    record Response(String streamingId) {}

    private final ContactStreamings streamings;

    StartContactStreaming(ContactStreamings streamings) {
        this.streamings = streamings;
    }

    @Override
    public Route route() {
        return ConnectRoutes.START_CONTACT_STREAMING;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collect();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.requiredText("ContactId", request.contactId(), 1, 256);
        if (violations.required("ChatStreamingConfiguration", request.chatStreamingConfiguration())) {
            requireNonNull(request.chatStreamingConfiguration()).check(violations);
        }
        violations.requiredText("ClientToken", request.clientToken(), 0, 500);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
    }

    @Override
    protected Response execute(Request request, Call call) {
        String contactId = requireNonNull(request.contactId());
        String clientToken = requireNonNull(request.clientToken());
        String streamingId = streamings.start(
                ResourceId.of(requireNonNull(request.instanceId())),
                contactId,
                requireNonNull(
                        requireNonNull(request.chatStreamingConfiguration()).streamingEndpointArn()),
                clientToken.isEmpty() ? null : clientToken);
        call.setContactId(contactId);
        return new Response(streamingId);
    }
}
