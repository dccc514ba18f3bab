package org.connectchat.connect.start;

import java.util.List;
import org.connectchat.connect.ConnectSettings.Flow;
import org.connectchat.connect.ConnectSettings.Instance;
import org.connectchat.connect.Instances;
import org.connectchat.connect.ResourceId;
import org.jspecify.annotations.Nullable;

/** The instance and flow for a widget that names none: the first ones of the catalogue. */
record WidgetDefaults(Instances instances) {

    @Nullable
    String instanceId() {
        List<Instance> catalogue = instances.current();
        return catalogue.isEmpty() ? null : catalogue.get(0).id();
    }

    /** The first flow of an instance, or null if the catalogue has none. */
    @Nullable
    String contactFlowId(@Nullable String instanceId) {
        return instances.current().stream()
                .filter(instance ->
                        instanceId != null && ResourceId.of(instance.id()).equals(ResourceId.of(instanceId)))
                .flatMap(instance -> instance.flows().stream())
                .map(Flow::id)
                .findFirst()
                .orElse(null);
    }
}
