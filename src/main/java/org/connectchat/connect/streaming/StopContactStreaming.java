package org.connectchat.connect.streaming;

import static java.util.Objects.requireNonNull;

import org.connectchat.chat.lifecycle.ContactStreamings;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stops a streaming of a chat (rule S7): {@code POST /contact/stop-streaming}. Items that wait are still delivered. A
 * streaming that was stopped before, or ended with its chat, stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StopContactStreaming.html">StopContactStreaming</a>
 */
@Component
final class StopContactStreaming extends RequestOperation<StopContactStreaming.Request> {

    record Request(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable String streamingId) {}

    private final ContactStreamings streamings;

    StopContactStreaming(ContactStreamings streamings) {
        this.streamings = streamings;
    }

    @Override
    public Route route() {
        return ConnectRoutes.STOP_CONTACT_STREAMING;
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
        violations.requiredText("StreamingId", request.streamingId(), 1, 100);
        return violations;
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
    }

    @Override
    protected NoContent execute(Request request, Call call) {
        String contactId = requireNonNull(request.contactId());
        streamings.stop(
                ResourceId.of(requireNonNull(request.instanceId())), contactId, requireNonNull(request.streamingId()));
        call.setContactId(contactId);
        return NoContent.RESPONSE;
    }
}
