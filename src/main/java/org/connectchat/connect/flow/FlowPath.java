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
 * @param label the label of the operation's URI that holds its id or ARN
 * @param maximum the longest that may be
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
     * What it names in the store.
     *
     * @throws AwsException if it names a version or an alias, which nothing has here
     */
    public FlowReference reference() {
        FlowReference reference = FlowReference.of(idOrArn);
        if (reference.namesVersion()) {
            throw new AwsException(
                    ConnectError.RESOURCE_NOT_FOUND,
                    label + ": the emulator has no versions and aliases but $LATEST and $SAVED");
        }
        return reference;
    }

    public Target target() {
        return new Target(instanceId(), null);
    }
}
