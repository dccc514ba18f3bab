package org.connectchat.chat;

import java.util.Map;
import java.util.Set;

/** Rule B6: which instances exist and which flows each one has. An empty catalogue knows every id. */
public final class Catalogue {

    private final Map<String, Set<String>> flowsByInstance;

    public Catalogue(Map<String, Set<String>> flowsByInstance) {
        this.flowsByInstance = Map.copyOf(flowsByInstance);
    }

    void require(String instanceId, String contactFlowId) {
        if (flowsByInstance.isEmpty()) {
            return;
        }
        Set<String> flows = flowsByInstance.get(instanceId);
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
