package org.connectchat.connect;

import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.Violations;

/**
 * The contact that the path of a request names.
 *
 * @param contactLabel the label of the operation's URI that holds the contact id
 */
public record ContactPath(String instanceIdOrArn, String contactId, String contactLabel) {

    public static ContactPath of(Call call, String contactLabel) {
        return new ContactPath(call.label("InstanceId"), call.label(contactLabel), contactLabel);
    }

    public void check(Violations violations) {
        ResourceId.check("InstanceId", instanceIdOrArn, 100, violations);
        violations.length(contactLabel, contactId, 1, 256);
    }

    public String instanceId() {
        return ResourceId.of(instanceIdOrArn);
    }

    public Target target() {
        return new Target(instanceId(), contactId);
    }
}
