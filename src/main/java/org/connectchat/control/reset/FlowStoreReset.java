package org.connectchat.control.reset;

import org.connectchat.flow.store.FlowStore;
import org.springframework.stereotype.Component;

/** Takes away the flows and modules that the API created or changed; those of files stay. */
@Component
final class FlowStoreReset implements Resettable {

    private final FlowStore flows;

    FlowStoreReset(FlowStore flows) {
        this.flows = flows;
    }

    @Override
    public void reset() {
        flows.reset();
    }

    @Override
    public void reset(String instanceId) {
        flows.reset(instanceId);
    }
}
