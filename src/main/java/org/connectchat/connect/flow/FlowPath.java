package org.connectchat.connect.flow;

import org.connectchat.connect.ConnectError;
import org.connectchat.connect.ResourceId;
import org.connectchat.flow.store.FlowReference;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;

/**
 * The flow or module that the path of a request names.
 *
 * @param label the name of the id or ARN in the URI of the operation
 * @param maximum the maximum length of the id or ARN
 */
public record FlowPath(String instanceIdOrArn, String idOrArn, String label, int maximum) {

    private static final String FLOW = "ContactFlowId";
    private static final String MODULE = "ContactFlowModuleId";

    static FlowPath ofFlow(Call call) {
        return new FlowPath(call.label("InstanceId"), call.label(FLOW), FLOW, 500);
    }

    public static FlowPath ofModule(Call call) {
        return new FlowPath(call.label("InstanceId"), call.label(MODULE), MODULE, 256);
    }

    public void check(Violations violations) {
        ResourceId.check("InstanceId", instanceIdOrArn, 100, violations);
        ResourceId.check(label, idOrArn, maximum, violations);
    }

    public String instanceId() {
        return ResourceId.of(instanceIdOrArn);
    }

    /**
     * The flow or module of the store that the path names.
     *
     * @throws AwsException if the path names a version or an alias, which the emulator does not have
     */
    public FlowReference reference() {
        FlowReference reference = FlowReference.of(idOrArn);
        if (reference.namesVersion()) {
            throw new AwsException(
                    ConnectError.RESOURCE_NOT_FOUND,
                    label + ": the emulator has no versions or aliases other than $LATEST and $SAVED");
        }
        return reference;
    }

    public Target target() {
        return new Target(instanceId(), null);
    }
}
