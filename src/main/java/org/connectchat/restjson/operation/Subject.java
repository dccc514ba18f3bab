package org.connectchat.restjson.operation;

import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.json.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The instance and the contact that the path or the body of a call names, for the journal (rule C14). Only calls that
 * are refused before their request is read need it.
 *
 * @param instanceId the id, also where the call has an ARN; null if the call names none
 * @param contactId null if the call names none
 */
record Subject(@Nullable String instanceId, @Nullable String contactId) {

    private static final JsonMapper JSON = StrictJson.mapper();

    static Subject of(Call call, boolean hasBody) {
        Members body = hasBody ? members(call) : Members.NONE;
        String instanceId = first(call.labelIfAny("InstanceId"), body.instanceId());
        return new Subject(
                instanceId == null ? null : plain(instanceId),
                first(
                        call.labelIfAny("ContactId"),
                        call.labelIfAny("InitialContactId"),
                        body.contactId(),
                        body.initialContactId()));
    }

    /** Records both for the journal; returns them as a target if there is an instance. */
    @Nullable
    Target note(Call call) {
        if (instanceId == null) {
            call.recorder().requestedContact(contactId);
            return null;
        }
        Target target = new Target(instanceId, contactId);
        call.recorder().target(target);
        return target;
    }

    private static Members members(Call call) {
        try {
            byte[] body = call.bytes();
            Members members = body.length == 0 ? null : JSON.readValue(body, Members.class);
            return members == null ? Members.NONE : members;
        } catch (JacksonException | AwsException e) {
            return Members.NONE; // the body may have any form, or may not have arrived
        }
    }

    private static @Nullable String first(@Nullable String... candidates) {
        return Stream.of(candidates).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The id at the end of an ARN, or the id itself. */
    private static String plain(String idOrArn) {
        return idOrArn.startsWith("arn:") ? idOrArn.substring(idOrArn.lastIndexOf('/') + 1) : idOrArn;
    }

    /** The members for instance and contact that the bodies of many operations share. */
    record Members(
            @Nullable String instanceId,
            @Nullable String contactId,
            @Nullable String initialContactId) {

        static final Members NONE = new Members(null, null, null);
    }
}
