package org.connectchat.chat.lifecycle;

import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ChatRefused;
import org.jspecify.annotations.Nullable;

/** Rule B6: the instances that exist, and the flows of each. An empty catalogue accepts every id. */
public final class Catalogue {

    private volatile Map<String, Set<String>> flowsByInstance;

    private final StartableFlows flows;

    /** Without flows beside those of the map. */
    public Catalogue(Map<String, Set<String>> flowsByInstance) {
        this(flowsByInstance, (instanceId, contactFlowId) -> StartableFlows.Verdict.UNKNOWN);
    }

    public Catalogue(Map<String, Set<String>> flowsByInstance, StartableFlows flows) {
        this.flows = flows;
        this.flowsByInstance = Map.copyOf(flowsByInstance);
    }

    /** Replaces all instances and flows. */
    public void replace(Map<String, Set<String>> newFlowsByInstance) {
        flowsByInstance = Map.copyOf(newFlowsByInstance);
    }

    /**
     * Checks that an instance exists.
     *
     * @throws ChatRefused if others exist and it does not
     */
    public void requireInstance(String instanceId) {
        requireInstance(instanceId, flowsByInstance);
    }

    private static void requireInstance(String instanceId, Map<String, Set<String>> known) {
        if (!known.isEmpty() && !known.containsKey(instanceId)) {
            throw new ChatRefused(
                    ChatRefused.Reason.INSTANCE_UNKNOWN,
                    "Instance " + instanceId + " is not in the configured catalogue");
        }
    }

    /** @param contactFlowId null if no flow is named */
    void require(String instanceId, @Nullable String contactFlowId) {
        Map<String, Set<String>> known = flowsByInstance;
        requireInstance(instanceId, known);
        if (contactFlowId != null) {
            requireFlow(instanceId, contactFlowId, known.get(instanceId));
        }
    }

    private void requireFlow(String instanceId, String contactFlowId, @Nullable Set<String> listed) {
        switch (flows.verdict(instanceId, contactFlowId)) {
            case STARTABLE -> {}
            case NOT_STARTABLE ->
                throw new ChatRefused(
                        ChatRefused.Reason.CONTACT_FLOW_UNKNOWN,
                        "Contact flow " + contactFlowId + " of instance " + instanceId
                                + " is not published or is archived");
            case UNKNOWN -> {
                if (listed != null && !listed.contains(contactFlowId)) {
                    throw new ChatRefused(
                            ChatRefused.Reason.CONTACT_FLOW_UNKNOWN,
                            "Contact flow " + contactFlowId + " is not in the configured catalogue of instance "
                                    + instanceId);
                }
            }
        }
    }
}
