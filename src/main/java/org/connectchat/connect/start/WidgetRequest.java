package org.connectchat.connect.start;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.connectchat.connect.start.StartChatContactRequest.ParticipantDetails;
import org.jspecify.annotations.Nullable;

/**
 * The members that widgets and mobile samples post beside those of {@link StartChatContactRequest}.
 *
 * @param connectInstanceId the iOS sample's name for InstanceId
 * @param customerName the only member that the React Native sample sends
 */
record WidgetRequest(
        @Nullable String connectInstanceId,
        @JsonProperty("customerName") @Nullable String customerName) {

    /** Adds these members and the defaults to the members of StartChatContact in the same body. */
    StartChatContactRequest complete(StartChatContactRequest request, WidgetDefaults defaults) {
        String named = request.instanceId() == null ? connectInstanceId : request.instanceId();
        String instance = named == null ? defaults.instanceId() : named;
        ParticipantDetails details = request.participantDetails() == null && customerName != null
                ? new ParticipantDetails(customerName)
                : request.participantDetails();
        String flow = request.contactFlowId() == null ? defaults.contactFlowId(instance) : request.contactFlowId();
        return request.with(instance, flow, details);
    }

    /** Without any value that a customer gave. */
    @Override
    public String toString() {
        return "WidgetRequest";
    }
}
