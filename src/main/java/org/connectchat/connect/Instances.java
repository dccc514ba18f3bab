package org.connectchat.connect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.lifecycle.Catalogue;
import org.connectchat.connect.ConnectSettings.Instance;

/** The instances and flows that exist, in their order: the configured ones until they are replaced. */
public final class Instances {

    private final List<Instance> configured;
    private final Catalogue catalogue;
    private volatile List<Instance> current;

    Instances(List<Instance> configured, Catalogue catalogue) {
        this.configured = List.copyOf(configured);
        this.catalogue = catalogue;
        this.current = this.configured;
    }

    /** All of them; empty if every id is accepted. */
    public List<Instance> current() {
        return current;
    }

    /**
     * The instance of this id.
     *
     * @throws ChatRefused if others exist and it does not
     */
    public Instance get(String instanceId) {
        catalogue.requireInstance(instanceId);
        return current.stream()
                .filter(instance -> ResourceId.of(instance.id()).equals(instanceId))
                .findFirst()
                .orElseGet(() -> new Instance(instanceId, null, List.of()));
    }

    /** Replaces all of them. */
    public synchronized void replace(List<Instance> instances) {
        current = List.copyOf(instances);
        catalogue.replace(flowsByInstance(current));
    }

    /** The index of each instance that repeats an earlier one, by id or ARN, with the index of that earlier one. */
    public static Map<Integer, Integer> repeated(List<Instance> instances) {
        Map<String, Integer> first = new HashMap<>();
        Map<Integer, Integer> repeated = new TreeMap<>();
        for (int i = 0; i < instances.size(); i++) {
            Integer before = first.putIfAbsent(ResourceId.of(instances.get(i).id()), i);
            if (before != null) {
                repeated.put(i, before);
            }
        }
        return repeated;
    }

    /** Restores the configured ones. */
    public void reset() {
        replace(configured);
    }

    static Map<String, Set<String>> flowsByInstance(List<Instance> instances) {
        Map<String, Set<String>> flowsByInstance = new HashMap<>();
        for (Instance instance : instances) {
            Set<String> flows = flowsByInstance.computeIfAbsent(ResourceId.of(instance.id()), id -> new HashSet<>());
            instance.flows().forEach(flow -> flows.add(ResourceId.of(flow.id())));
        }
        return flowsByInstance;
    }
}
