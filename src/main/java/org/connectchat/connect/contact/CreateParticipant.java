package org.connectchat.connect.contact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.connectchat.chat.participation.CustomParticipants;
import org.connectchat.connect.ConnectRoutes;
import org.connectchat.connect.ConnectViolations;
import org.connectchat.connect.ResourceId;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.Timestamps;
import org.connectchat.restjson.operation.RequestOperation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds a bot to a chat: {@code POST /contact/create-participant}. A chat takes one participant of role CUSTOM_BOT; a
 * second is ServiceQuotaExceededException (402), a chat that has ended is ConflictException (409), one with an agent
 * connected is InvalidRequestException (400).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateParticipant.html">CreateParticipant</a>
 */
@Component
final class CreateParticipant extends RequestOperation<CreateParticipant.Request> {

    record Request(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable String clientToken,
            @Nullable Details participantDetails) {}

    record Details(
            @Nullable String participantRole, @Nullable String displayName) {}

    record Response(Credentials participantCredentials, String participantId) {}

    record Credentials(String participantToken, String expiry) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    private final CustomParticipants customParticipants;

    CreateParticipant(CustomParticipants customParticipants) {
        this.customParticipants = customParticipants;
    }

    @Override
    public Route route() {
        return ConnectRoutes.CREATE_PARTICIPANT;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Target target(Request request) {
        return new Target(ResourceId.of(requireNonNull(request.instanceId())), requireNonNull(request.contactId()));
    }

    @Override
    protected Response execute(Request request, Call call) {
        String contactId = requireNonNull(request.contactId());
        CustomParticipants.Added added = customParticipants.add(
                ResourceId.of(requireNonNull(request.instanceId())),
                contactId,
                requireNonNull(requireNonNull(request.participantDetails()).displayName()),
                request.clientToken());
        call.setContactId(contactId);
        return new Response(
                new Credentials(added.participant().token().text(), Timestamps.text(added.expiry())),
                added.participant().id());
    }

    @Override
    protected Violations check(Request request) {
        Violations violations = ConnectViolations.collectWithoutInvalidParameter();
        ResourceId.check("InstanceId", request.instanceId(), 100, violations);
        violations.requiredText("ContactId", request.contactId(), 1, 256);
        violations.length("ClientToken", request.clientToken(), 0, 500);
        Details details = request.participantDetails();
        violations.required("ParticipantDetails", details);
        if (details != null) {
            if (violations.required("ParticipantDetails.ParticipantRole", details.participantRole())) {
                violations.oneOf(
                        "ParticipantDetails.ParticipantRole", details.participantRole(), List.of("CUSTOM_BOT"));
            }
            violations.requiredText("ParticipantDetails.DisplayName", details.displayName(), 1, 256);
        }
        return violations;
    }
}
