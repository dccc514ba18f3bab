package org.connectchat.chat.lifecycle;

import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ChatRefused;

/** Rule B6: the instances that exist, and the flows of each. An empty catalogue accepts every id. */
public final class Catalogue {

    private volatile Map<String, Set<String>> flowsByInstance;

    public Catalogue(Map<String, Set<String>> flowsByInstance) {
        this.flowsByInstance = Map.copyOf(flowsByInstance);
    }

    /** Replaces all instances and flows. */
    public void replace(Map<String, Set<String>> newFlowsByInstance) {
        flowsByInstance = Map.copyOf(newFlowsByInstance);
    }

    void require(String instanceId, String contactFlowId) {
        Map<String, Set<String>> known = flowsByInstance;
        if (known.isEmpty()) {
            return;
        }
        Set<String> flows = known.get(instanceId);
        if (flows == null) {
            throw new ChatRefused(
                    ChatRefused.Reason.INSTANCE_UNKNOWN,
                    "Instance " + instanceId + " is not in the configured catalogue");
        }
        if (!flows.contains(contactFlowId)) {
            throw new ChatRefused(
                    ChatRefused.Reason.CONTACT_FLOW_UNKNOWN,
                    "Contact flow " + contactFlowId + " is not in the configured catalogue of instance " + instanceId);
        }
    }
}
