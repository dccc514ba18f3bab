package org.connectchat.flow.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flows or modules that one instance has of its own, besides those of files, at one moment.
 *
 * @param own those that the API created, and changed copies of those of files, by id
 * @param removed the ids of those of files that the API deleted
 * @param created what each ClientToken created (rule F86), until that is deleted
 */
record InstanceFlows(Map<String, StoredFlow> own, Set<String> removed, Map<String, Creation> created) {

    static final InstanceFlows NONE = new InstanceFlows(Map.of(), Set.of(), Map.of());

    /**
     * What a ClientToken created.
     *
     * @param request what the call asked for, to distinguish a repeated call from another one
     */
    record Creation(String id, Request request) {}

    /** What a call asked to create. */
    record Request(
            String name,
            @Nullable String description,
            String sha256,
            Map<String, String> tags,
            ModuleContract contract) {

        static Request of(StoredFlow flow) {
            return new Request(flow.name(), flow.description(), flow.saved().sha256(), flow.tags(), flow.contract());
        }
    }

    InstanceFlows with(StoredFlow flow) {
        Map<String, StoredFlow> flows = new LinkedHashMap<>(own);
        flows.put(flow.id(), flow);
        return new InstanceFlows(Collections.unmodifiableMap(flows), removed, created);
    }

    InstanceFlows with(String clientToken, Creation creation) {
        Map<String, Creation> creations = new LinkedHashMap<>(created);
        creations.put(clientToken, creation);
        return new InstanceFlows(own, removed, Collections.unmodifiableMap(creations));
    }

    /** The same without a flow. The id of a flow of a file is kept as deleted. */
    InstanceFlows without(String id, boolean isOfFile) {
        Set<String> gone = new HashSet<>(removed);
        if (isOfFile) {
            gone.add(id);
        }
        return new InstanceFlows(ownWithout(id), Collections.unmodifiableSet(gone), createdWithout(id));
    }

    /** The same with the flow of the file, which was changed or deleted. */
    InstanceFlows asInFile(String id) {
        Set<String> gone = new HashSet<>(removed);
        gone.remove(id);
        return new InstanceFlows(ownWithout(id), Collections.unmodifiableSet(gone), createdWithout(id));
    }

    private Map<String, StoredFlow> ownWithout(String id) {
        Map<String, StoredFlow> flows = new LinkedHashMap<>(own);
        flows.remove(id);
        return Collections.unmodifiableMap(flows);
    }

    private Map<String, Creation> createdWithout(String id) {
        Map<String, Creation> creations = new LinkedHashMap<>(created);
        creations.values().removeIf(creation -> creation.id().equals(id));
        return Collections.unmodifiableMap(creations);
    }

    boolean isTouched(String id) {
        return own.containsKey(id) || removed.contains(id);
    }
}
